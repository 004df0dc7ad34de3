"""The folder that Hugo wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hugo_to_myst.compare_sites.built_site import Destination, read_built_site

if TYPE_CHECKING:
    from pathlib import Path

THEMED = """\
<body><nav><a href="/">Home page of the site</a></nav>
<main><h1>Title</h1><div class="text"><p>All words of this one guide are here.</p>
<p>Some are lost.</p></div><aside>Read more</aside></main></body>
"""


@pytest.fixture
def public(tmp_path: Path) -> Path:
    for name, text in {
        "index.html": "<main>Home</main>", "a/index.html": THEMED, "b.html": "<p id=x>B</p>",
        "old/index.html": '<meta http-equiv="refresh" content="0; url=/kb/a/">', "f.txt": "1",
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_pages_and_redirects(public: Path) -> None:
    site = read_built_site(public, "https://old.example/kb/")
    assert set(site.pages) == {"/", "/a/", "/b.html"}
    assert site.redirects == {"/old/": "/a/"}


@pytest.mark.parametrize(("href", "at"), [
    ("/kb/a", "/a/"), ("../a/", "/a/"), ("https://www.old.example/kb/old/", "/a/"), ("/kb/", "/"),
    ("../b.html#x", "/b.html"), ("../b.html#none", None), ("/nobody/", None), ("", "/a/"),
    ("/kb/../../../etc/passwd", None), ("http://[x", None),
])  # fmt: skip
def test_where_links_lead(href: str, at: str | None, public: Path) -> None:
    found = read_built_site(public, "https://old.example/kb/").resolve("/a/", href)
    assert (found.at if found else None) == at


def test_links_out_of_the_site_and_to_files(public: Path) -> None:
    site = read_built_site(public, "https://old.example/kb/")
    assert site.resolve("/a/", "https://x.example/") == Destination(
        "external", "https://x.example/"
    )
    assert site.resolve("/a/", "/kb/f.txt").kind == "file"


def test_the_content_is_found_inside_a_theme(public: Path) -> None:
    site = read_built_site(public, "https://old.example/kb/")
    guide = ["all", "words", "of", "this", "one", "guide", "are", "here"]
    assert site.content("/a/", guide).words == (*guide, "some", "are", "lost")
    chosen = read_built_site(public, "https://old.example/kb/", "main")
    assert chosen.content("/a/", guide).words[-2:] == ("read", "more")
