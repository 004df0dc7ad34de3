"""Static pages that lead to others; the oracle compares the addresses with Hugo's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hugo_to_myst.hugo_addresses import REFRESH

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_old_addresses_of_static_pages_that_redirect(make: Make) -> None:
    done = make({
        "content/a.md": "a", "content/b/c.md": "c",
        "static/old.html": REFRESH % "https://old.example/a/",
        "static/deep/er/index.html": REFRESH % "../../b/c#part",
        "themes/t/static/x.htm": REFRESH % "'/b/c/'",
        "config.toml": "theme = 't'\nbaseURL = '//old.example'",
    })  # fmt: skip
    text = (done.out / "redirects.txt").read_text()
    assert {"/old.html /a", "/deep/er/ /b/c", "/x.htm /b/c"} <= set(text.splitlines())
    assert not done.of("resource")
    assert {(f.file, f.was, f.became) for f in done.of("alias")} == {
        ("static/old.html", "/old.html", "a"),
        ("static/deep/er/index.html", "/deep/er/", "b/c"),
        ("themes/t/static/x.htm", "/x.htm", "b/c"),
    }


def test_other_static_pages_are_put_aside(make: Make) -> None:
    done = make({
        "content/a.md": "a", "static/elsewhere.html": REFRESH % "https://other.example/a/",
        "static/nowhere.html": REFRESH % "/gone/", "static/reload.html":
        '<meta http-equiv="refresh" content="30"><p>The time</p>', "static/page.html": "<p>A page",
        "static/long.html": REFRESH % "/a/" + "x" * 9000,
    })  # fmt: skip
    names = {"elsewhere", "nowhere", "reload", "page", "long"}
    assert {f.file for f in done.of("resource")} == {f"static/{name}.html" for name in names}
    assert all((done.out / f"_unread/static/{name}.html.txt").is_file() for name in names)
    assert "/a" not in (done.out / "redirects.txt").read_text().split()
