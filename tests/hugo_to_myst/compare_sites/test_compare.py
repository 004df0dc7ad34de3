"""What differs between Hugo's pages and the guides is found, by kind, with its file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hugo_to_myst.compare_sites.compare import Comparison, compare_sites

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = "---\ntitle: A\naliases: [/was]\n---\n\n## One\n\nTwo words [b](/b.md#x) ![p](/p.png)\n"
PAGE = '<main><h2 id="one">One</h2><p>Two words <a href="/b/#x">b</a> <img src="/p.png"></p></main>'
REDIRECT = '<meta http-equiv="refresh" content="0; url=https://old.example/a/">'


def compared(folder: Path, guide: str = GUIDE, page: str = PAGE) -> Comparison:
    files = {
        "public/a/index.html": page, "public/was/index.html": REDIRECT,
        "public/b/index.html": '<main><h2 id="x">X</h2></main>', "public/p.png": "1",
        "out/a.md": guide, "out/b.md": "---\ntitle: B\n---\n\n## X\n", "out/p.png": "1",
        "site/content/a.md": "---\ntitle: A\n---\n## One\n\nTwo words [b](/b/#x)\n\nlost\n",
    }  # fmt: skip
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return compare_sites(
        folder / "site", folder / "public", folder / "out",
        {"a": "content/a.md", "b": "content/b.md"}, base_url="https://old.example/",
    )  # fmt: skip


def test_nothing_differs(tmp_path: Path) -> None:
    found = compared(tmp_path)
    assert found.differences == []
    assert found.total == found.kept
    assert dict(found.total) == {
        "addresses": 3, "pages": 2, "words": 5, "heading ids": 2, "links": 1, "outside links": 0,
        "images": 1,
    }  # fmt: skip


def test_a_link_that_only_the_guide_has_hides_no_other(tmp_path: Path) -> None:
    link = '<a href="/b/#x">b</a>'
    guide = GUIDE.replace("[b](/b.md#x)", "[b](/b.md#x) [more](/b.md) [b](/b.md#x) [b](/b.md#x)")
    found = compared(tmp_path, guide, PAGE.replace(link, f"{link} more {link} {link}"))
    assert found.differences == []
    assert found.kept["links"] == 3


@pytest.mark.parametrize(("guide", "page", "difference"), [
    (GUIDE, PAGE.replace("</p>", " lost</p>"), "content/a.md:8: words: 'lost' after 'two words b'"),
    (GUIDE.replace("Two ", ""), PAGE, "content/a.md:6: words: 'two' after 'one'"),
    (GUIDE, PAGE.replace('"one"', '"1-one"'), "content/a.md: heading ids: #1-one -> missing"),
    (GUIDE.replace("#x", ""), PAGE, "content/a.md:6: links: /b/#x -> /b"),
    (GUIDE.replace("[b](/b.md#x)", "b"), PAGE, "content/a.md:6: links: /b/#x -> missing"),
    (GUIDE.replace("![p](/p.png)", ""), PAGE, "content/a.md: images: /p.png -> missing"),
    (GUIDE.replace("/was", "/else"), PAGE, "content/a.md: addresses: /was/ -> missing"),
    (GUIDE.replace("title", "draft: true\ntitle"), PAGE, "/a/: addresses: /a/ -> missing"),
])  # fmt: skip
def test_each_kind_of_difference(guide: str, page: str, difference: str, tmp_path: Path) -> None:
    found = compared(tmp_path, guide, page)
    assert any(str(d).startswith(difference) for d in found.differences)
    assert found.kept != found.total


def test_a_guide_that_hugo_does_not_publish(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/c.md").write_text("---\ntitle: C\n---\n\nText.\n")
    (tmp_path / "public").mkdir()
    found = compare_sites(
        tmp_path, tmp_path / "public", tmp_path / "out", {"c": "content/c.md"}, base_url="/"
    )
    assert [str(d) for d in found.differences] == ["content/c.md: pages: not published -> /c"]
