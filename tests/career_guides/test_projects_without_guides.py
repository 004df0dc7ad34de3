"""The extension in projects that have no guides: their pages are what they were."""

from __future__ import annotations

import subprocess
import sys

import pytest
from lxml import etree

from tests.sites import LOGO, Site

pytestmark = pytest.mark.slow

INDEX = "Welcome\n=======\n\n.. toctree::\n\n   g\n"


@pytest.mark.parametrize("theme", ["furo", "alabaster"])
def test_pages_that_are_no_guides_keep_their_bodies(site: Site, theme: str) -> None:
    site.conf = f"html_theme = {theme!r}\nguides_search = 'sphinx'\n"
    (site.docs / "index.md").unlink()
    site.write({
        "index.rst": INDEX, "sub/a.rst": "A page\n======\n\nA part\n------\n\n.. note:: x\n",
        "g.md": "# Plain\n\n```{toctree}\nsub/a\n```\n\n![](images/one.svg) [^1] *x*\n\n[^1]: y\n",
        "images/one.svg": LOGO,
    })  # fmt: skip
    site.build()
    site.conf += "extensions = ['myst_parser']\n"
    site.build(out="plain")
    for page in ("index", "g", "sub/a", "genindex"):
        bodies = [
            site.soup(f"{page}.html", out).select_one("article, .body") for out in ("out", "plain")
        ]
        assert bodies[0] == bodies[1], page
        assert bodies[0].h1  # type: ignore[union-attr]


def test_a_book_without_guides_is_what_it_was(site: Site) -> None:
    text = "A page\n======\n\nText of *this* page.\n\n.. table:: T\n\n   = =\n   a b\n   = =\n"
    (site.docs / "index.md").unlink()
    site.write({"index.rst": text})
    site.conf = ""
    books = []
    for added in ("", "extensions = []\n"):
        site.conf += added
        site.build(builder="latex", out=f"out{len(books)}")
        [book] = site.path.glob(f"out{len(books)}/*.tex")
        books.append(book.read_text("utf-8"))
    assert books[0] == books[1]
    assert "this" in books[0]


PARSE = """
from docutils.core import publish_doctree
from sphinx.application import Sphinx
from sphinx.testing import restructuredtext
app = Sphinx("docs", ".", "out", "doctrees", "html")
print(restructuredtext.parse(app, "A *text* outside of a build").astext())
"""


def test_text_is_parsed_where_nothing_is_built(site: Site) -> None:
    site.write_conf()
    run = subprocess.run(
        [sys.executable, "-c", PARSE], cwd=site.path, capture_output=True, text=True, timeout=120
    )
    assert "A text outside of a build" in run.stdout, run.stderr


def test_a_search_index_that_is_gone_is_a_warning(site: Site) -> None:
    site.conf = "guides_search = 'sphinx'\n"
    site.write({f"{name}.md": f"# {name}\n" for name in "abc"})
    site.build()
    (site.out / "searchindex.js").unlink()
    site.write({"a.md": "# a\n\nText.\n"})
    command = ["-m", "sphinx", "-q", "-c", ".", "-d", "out.doctrees", "docs", "out", "docs/a.md"]
    run = subprocess.run(
        [sys.executable, *command], cwd=site.path, capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stderr
    assert "search index couldn't be loaded" in run.stderr


@pytest.mark.parametrize("theme", ["basic", "alabaster", "classic"])
def test_the_page_for_missing_addresses_is_xml_where_the_theme_is(site: Site, theme: str) -> None:
    site.build("-D", f"html_theme={theme}")
    for name in ("404.html", "search.html"):
        etree.fromstring((site.out / name).read_bytes().split(b"\n", 1)[1])
