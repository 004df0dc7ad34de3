"""The extension in projects that were not made for it: whatever Sphinx accepts, builds."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.sites import Site, guide, snapshot

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

QUICKSTART = """\
Welcome
=======

.. toctree::

   g

* :ref:`genindex`
* :ref:`modindex`
* :ref:`search`
"""


def python(code: str, folder: Path) -> str:
    """Run *code* in *folder*, in a process of its own; return what it prints."""
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120,
        env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "WARNING" not in run.stderr
    return run.stdout


def test_labels_of_the_index_and_the_search(site: Site) -> None:
    (site.docs / "index.md").unlink()
    body = "{ref}`genindex` {ref}`modindex` {ref}`search`"
    site.write({"index.rst": QUICKSTART, "g.md": guide("G", body, sidebar="true")})
    assert site.build("-W") == ""
    assert site.soup("g.html").select_one('a[href="genindex.html"]').text == "Index"  # type: ignore[union-attr]
    assert site.build("-W") == ""
    site.conf = "language = 'de'"
    site.build("-W")
    assert "Stichwortverzeichnis" in site.soup("g.html").select_one('a[href="genindex.html"]').text  # type: ignore[union-attr]


@pytest.mark.parametrize("builder", ["html", "text"])
def test_toctrees_of_autosummary(site: Site, builder: str) -> None:
    site.more = ', "sphinx.ext.autosummary", "sphinx.ext.autodoc"'
    site.write(
        {"api.rst": "API\n===\n\n.. autosummary::\n   :toctree: made\n\n   textwrap.dedent\n"}
    )
    site.build(builder=builder)
    assert list(site.out.glob("made/textwrap.dedent.*"))


@pytest.mark.parametrize("builder", ["text", "html", "man", "singlehtml"])
def test_toctrees_in_a_circle(site: Site, builder: str) -> None:
    site.conf = 'man_pages = [("index", "acme", "Acme", "Ann", 7)]'
    site.write({
        "a.rst": "A\n=\n\n.. toctree::\n\n   b\n",
        "b.rst": "B\n=\n\n.. toctree::\n\n   a\n",
        "index.md": guide("Home", "```{toctree}\na\n```"),
    })  # fmt: skip
    said = site.build(builder=builder)
    assert builder not in {"text", "html"} or "circular toctree references" in said


def test_some_files_only_after_another_builder(site: Site) -> None:
    site.write({"a.rst": "A\n=\n", "g.md": guide("G", tags="[x]"), "b/index.md": guide("B")})
    site.build(builder="dirhtml", out="dir")
    command = [
        "-m", "sphinx", "-q", "-c", ".", "-d", "dir.doctrees", "docs", "out", "docs/a.rst"
    ]  # fmt: skip
    subprocess.run([sys.executable, *command], cwd=site.path, check=True, timeout=120)
    assert (site.out / "a.html").is_file()
    assert not (site.out / "g.html").exists()
    site.build("-d", "dir.doctrees")
    assert (site.out / "_pagefind/pagefind-entry.json").is_file()
    assert (site.out / "g.html").is_file()


@pytest.mark.parametrize("search", ["pagefind", "sphinx"])
def test_an_application_builds_again(site: Site, clean, search: str) -> None:
    site.conf = f'guides_search = "{search}"'
    site.write({"a/index.md": guide("A"), "a/b.md": guide("B", tags="[x]")})
    site.build(out="other")  # writes conf.py
    code = """
from pathlib import Path
from sphinx.application import Sphinx
app = Sphinx("docs", ".", "out", "out.doctrees", "html", status=None)
app.build()
app.build()
file = Path("docs/a/b.md")
file.write_text(file.read_text().replace("title: B", "title: Beta"))
app.build()
app.build(force_all=True)
"""
    python(code, site.path)
    assert "Beta" in (site.out / "tag/x.html").read_text()
    assert (site.out / "searchindex.js").exists() == (search == "sphinx")
    assert snapshot(site.out) == clean(site)


@pytest.mark.parametrize(
    "conf",
    [
        "def setup(app):\n    app.add_source_suffix('.md', 'markdown')",
        "source_suffix = {'.rst': 'restructuredtext', '.md': 'markdown'}",
        "source_suffix = ['.rst', '.md']",
    ],
)
def test_the_project_claims_markdown_itself(site: Site, conf: str) -> None:
    site.path.joinpath("conf.py").write_text(
        f'extensions = ["career_guides"]\nhtml_theme = "basic"\n{conf}\n'
    )
    assert site.build("-W", keep_conf=True) == ""
    assert site.soup("index.html").select_one("meta[property='og:title']")


def test_every_attribute_has_a_value(site: Site) -> None:
    site.write({
        "a/index.md": guide("A", "```{guides}\n```\n\n```{compare}\n```", occupation='"29-1141"'),
        "a/b.md": guide("B", "```{search}\n```"),
    })  # fmt: skip
    site.conf = 'html_theme = "basic"'
    site.build()

    class Reader(HTMLParser):
        bare: list[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.bare += [f"{tag} {name}" for name, value in attrs if value is None]

    for path in site.out.rglob("*.html"):
        if "_pagefind" not in path.parts and "old" not in path.parts:
            reader = Reader()
            reader.bare = []
            reader.feed(path.read_text("utf-8"))
            assert reader.bare == [], path
    body = re.search(
        r"<div data-pagefind-body.*?</h1>", site.out.joinpath("a/b.html").read_text(), re.S
    )
    assert body
    start = body[0].partition(">")[0]
    assert etree.fromstring(f"{start}/>").get("data-pagefind-body") == ""


@pytest.mark.parametrize("suffix", [".htm", ".xhtml"])
def test_another_suffix_of_pages(site: Site, suffix: str) -> None:
    site.conf = f'html_file_suffix = "{suffix}"'
    site.write({"a/index.md": guide("A", tags="[x]", aliases="[/old]"), "a/b.md": guide("B")})
    assert site.build("-W") == ""
    for name in ("404.html", "careers.json", "llms.txt", "robots.txt", f"tag/x{suffix}"):
        assert (site.out / name).is_file(), name
    assert not (site.out / f"404{suffix}").exists()
    assert (site.out / "_pagefind/pagefind-entry.json").is_file()
    found = json.loads((site.out / "careers.json").read_text())
    assert found["careers"][0]["guides"][0]["url"] == f"https://example.org/a/index{suffix}"
    before = snapshot(site.out)
    assert site.build("-W") == ""
    assert snapshot(site.out) == before


def test_the_first_page_has_another_name(site: Site) -> None:
    (site.docs / "index.md").rename(site.docs / "home.md")
    site.conf = 'root_doc = "home"'
    site.write({"a/index.md": guide("A", last_reviewed="2026-01-02"), "a/b.md": guide("B")})
    assert site.build("-W") == ""
    texts = [path.read_text("utf-8") for path in site.out.rglob("*.html")]
    texts += [(site.out / name).read_text("utf-8") for name in ("careers.json", "feed.xml")]
    found = {url for text in texts for url in re.findall(r'https://example\.org/[^"<>?]*', text)}
    missing = {
        url for url in found if not (site.out / url.removeprefix("https://example.org/")).is_file()
    }
    assert missing == {"https://example.org/"}  # the identifier of the feed
    assert "https://example.org/" not in (site.out / "careers.json").read_text().split('"')
    (data,) = site.soup("home.html").select('script[type="application/ld+json"]')
    assert json.loads(str(data.string))["url"] == "https://example.org/home.html"


def test_output_in_the_source_folder_is_not_its_source(site: Site) -> None:
    site.write({"a.md": guide("A")})
    for _ in range(2):
        assert site.build("-W", "-a", "-E", out="docs/_build", source="docs") == ""
    assert not (site.docs / "_build/_build").exists()


OWN_BUILDER = """
from sphinx.builders.dummy import DummyBuilder

class Own(DummyBuilder):
    name = "own"

    def write_doctree(self, docname, doctree, *, _cache=True):
        print("KEPT", docname)

    def build(self, *arguments, **options):
        self.read()

def setup(app):
    app.add_builder(Own)
"""


def test_a_builder_keeps_documents_in_its_own_way(site: Site) -> None:
    """As the one of sphinx-pytest does."""
    site.conf = "import sys\nsys.path.insert(0, '.')"
    site.more = ', "own_builder"'
    (site.path / "own_builder.py").write_text(OWN_BUILDER)
    site.build(builder="own", out="own")
    assert "KEPT index" in site.log
    assert site.build() == ""
