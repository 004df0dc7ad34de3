"""Old addresses of what is no guide."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot

REDIRECTS = """\
# a comment

/tags/caring/ /tag/caring
/index.xml /llms.txt
/old/list/ /nurse
/*/ /*
"""


@pytest.fixture
def moved(site: Site) -> Site:
    site.write({
        "index.md": guide("Home"), "nurse/index.md": guide("Nurse", tags="[caring]"),
        "nurse/day.md": guide("Day"), "redirects.txt": REDIRECTS,
    })  # fmt: skip
    site.conf += 'html_baseurl = "https://example.org/"\n'
    return site


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_every_old_address_is_a_page_or_redirects(moved: Site, builder: str) -> None:
    assert moved.build("-n", "-W", "-b", builder) == ""
    tag = (moved.out / "tags/caring/index.html").read_text()
    assert "tag/caring" in tag
    assert "location.replace" in tag
    assert (moved.out / "index.xml").read_text() == (moved.out / "llms.txt").read_text()
    assert (moved.out / "old/list/index.html").is_file()
    day = (moved.out / "nurse/day/index.html").read_text()
    assert ("location.replace" in day) == (builder == "html")
    rules = (moved.out / "_redirects").read_text().splitlines()
    assert any(rule.startswith("/tags/caring/ /tag/caring") for rule in rules)


def test_a_later_build_equals_a_clean_one(moved: Site, clean) -> None:
    moved.build()
    moved.write({"redirects.txt": "/other/ /nurse\n"})
    moved.build()
    assert not (moved.out / "tags").exists()
    assert (moved.out / "other/index.html").is_file()
    assert snapshot(moved.out) == clean(moved)


@pytest.mark.parametrize(("line", "message"), [
    ("/a", "expected an old and a new address"), ("a /nurse", "expected an old and a new address"),
    ("/search/ /nurse", "'/search' cannot be redirected"),
    ("/../x /nurse", "'/../x' cannot be redirected"),
    ("/a /nobody", "'/nobody' is no page or file of the site"),
])  # fmt: skip
def test_lines_that_cannot_be_used(line: str, message: str, moved: Site) -> None:
    moved.write({"redirects.txt": f"# one\n{line}\n"})
    log = moved.build()
    assert log.count(f"redirects.txt:2: WARNING: {message}") == 1
    assert "[guide.alias]" in log
