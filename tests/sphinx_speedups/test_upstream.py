"""What is done to Sphinx and sphinx-sitemap changes speed and gaps, and nothing else."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import re
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from docutils import nodes
from docutils.utils import new_document
from docutils.writers._html_base import HTMLTranslator
from hypothesis import given
from hypothesis import strategies as st
from sphinx.project import Project
from sphinx.search.en import SearchEnglish
from sphinx.util.nodes import NodeMatcher

from sphinx_speedups import docutils_nodes as walking
from sphinx_speedups import html_builder as speed
from sphinx_speedups import source_discovery as finding
from sphinx_speedups.english_stemmer import CachedEnglish
from tests.sites import LOGO, Site, guide, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WORDS = ["running", "Careers", "organisations", "happily", "nurses", "I", "naïve", "C++", ""]


def test_the_cached_stemmer_is_sphinxs_own() -> None:
    ours, theirs = CachedEnglish({}), SearchEnglish({})
    for word in WORDS * 2:
        assert ours.stem(word) == theirs.stem(word)
    assert ours.stopwords == theirs.stopwords
    assert ours.js_stemmer_rawcode == theirs.js_stemmer_rawcode


def locations(site: Site) -> list[str | None]:
    return [node.text for node in ElementTree.parse(site.out / "sitemap.xml").iter() if node.text]  # noqa: S314


@pytest.fixture
def mapped(site: Site) -> Site:
    site.more = ', "sphinx_sitemap"'
    site.conf = 'sitemap_url_scheme = "{link}"\n'
    site.write(
        {
            "a/b.md": guide("B", "```{index} single: here\n```", aliases="[/old]"),
            "a/c.md": guide("C"),
        }
    )
    return site


def written(folder: Path) -> dict[str, str]:
    """Return path -> digest, of pages without files that they load and signs: see test_light.py."""
    for page in folder.rglob("*.html"):
        scripts, styles = r"<script [^>]*\bsrc=[^>]*></script>", r'<link rel="stylesheet"[^>]*>'
        light = re.compile(rf"\s*({scripts}|{styles}|<symbol.*?</symbol>)", re.DOTALL)
        page.write_text(light.sub("", page.read_text("utf-8")), "utf-8")
    return snapshot(folder)


@pytest.mark.parametrize("search", ["pagefind", "sphinx"])
def test_pages_and_search_index_are_the_same_without_us(mapped: Site, search: str) -> None:
    mapped.conf += f"guides_search = {search!r}\n"
    mapped.build()
    ours = written(mapped.out)
    mapped.conf += "guides_upstream = False\n"
    mapped.build("-E", "-a")
    theirs = written(mapped.out)
    # Its sitemap is another matter, and a checksum of the configuration is in .buildinfo.
    for name in ("sitemap.xml", ".buildinfo", ".buildinfo.bak"):
        ours.pop(name, None), theirs.pop(name, None)
    assert theirs == ours


def test_the_sitemap_is_whole_after_an_incremental_build(mapped: Site) -> None:
    pages = [f"https://example.org/{page}.html" for page in ("a/b", "a/c", "index")]
    mapped.build()
    assert locations(mapped) == pages
    mapped.write({"a/c.md": guide("Changed")})
    mapped.build("-j2")
    assert locations(mapped) == pages


def test_index_entries_of_other_pages_stay_in_the_search_index(mapped: Site) -> None:
    mapped.conf += 'guides_search = "sphinx"\n'
    mapped.build()
    mapped.write({"a/c.md": guide("Changed")})
    mapped.build()
    text = (mapped.out / "searchindex.js").read_text()
    index = json.loads(text.removeprefix("Search.setIndex(")[:-1])
    assert list(index["indexentries"]) == ["here"]
    assert [] not in index["terms"].values()


def test_stale_files_leave_the_output(mapped: Site) -> None:
    mapped.build()
    assert "url=../a/b.html" in (mapped.out / "old/index.html").read_text()
    (mapped.docs / "a/b.md").unlink()
    mapped.build()
    left = snapshot(mapped.out)
    assert not [name for name in left if name.startswith(("a/b", "_sources/a/b", "old/"))]
    assert "a/c.html" in left


def test_an_interrupted_build_leaves_nothing_stale(mapped: Site, clean) -> None:
    mapped.write({"a/d.md": guide("D", "{guide}`c` and {guide}`b`")})
    mapped.build()
    mapped.write({"a/c.md": guide("Renamed")})
    mapped.conf += "def setup(app):\n    app.connect('html-page-context', lambda *a: 1 / 0)\n"
    mapped.build(code=2)
    mapped.conf = mapped.conf.partition("def setup")[0]
    mapped.build()
    assert snapshot(mapped.out) == clean(mapped)


# -- the same output sooner ---------------------------------------------------

VARIED = {
    "index.md": guide("Home & *all*", "```{guides}\n```\n\n```{tags}\n```"),
    "a/index.md": guide(
        "A", "Text [^1].\n\n[^1]: A note.\n", next="b", tags="[x, y]", industry="I",
        figure="{image: /images/one.svg, alt: One, caption: 'With *[a link](https://a.example/)*'}",
    ),
    "a/b.md": guide(
        "B `code` 😀", "## Deep\n\n### Deeper {guide}`a/c`\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
        orphan="true", html_meta="{keywords: 'a, b'}", sources="[https://b.example/]",
    ),
    "a/c.md": guide(
        "C", "# A second title\n\n:::{note}\nText\n:::\n\n```{code-block} python\nx = 1\n```"
    ),
    "a/d.md": "---\n{title: D, orphan: true}\n---\n\nText\n",
    "plain.md": "# Plain\n\n(label)=\n## Part\n\n{ref}`label`\n",
    "images/one.svg": LOGO,
}  # fmt: skip


def test_sooner_is_the_same(site: Site) -> None:
    site.write(VARIED)
    builds = {}
    for value in ("1", "0"):
        site.build("-D", f"guides_upstream={value}", out=value)
        builds[value] = written(site.path / value)
    assert builds["0"].keys() == builds["1"].keys()
    different = {name for name in builds["0"] if builds["0"][name] != builds["1"][name]}
    assert different <= {".buildinfo"}  # which holds the setting


def test_documents_that_are_not_kept_are_read_again(site: Site, clean) -> None:
    site.write(VARIED)
    kept = clean(site)
    site.conf = "from sphinx_speedups import environment as speed\nspeed._KEPT = 1\n"
    assert clean(site) == kept


def test_the_most_verbose_build_still_says_what_events_are_about(site: Site) -> None:
    site.write({"a/b.md": guide("B")})
    site.build("-vv")
    assert re.search(r"emitting event: 'source-read'\('a/b', ", site.log)
    site.build("-E")
    assert "emitting event" not in site.log


def test_all_processes_write_the_same(site: Site, clean) -> None:
    # Without an index of its own, Sphinx has nothing to collect in the parent.
    site.conf = (
        "def setup(app):\n"
        "    app.connect('builder-inited', lambda app: setattr(app.builder, 'search', False))\n"
    )
    site.write(VARIED)
    one = clean(site)
    assert clean(site, "-j2") == one
    assert "_images/images.one.svg" in one  # of a page that another process wrote


SHAPES = st.recursive(st.none(), lambda inner: st.lists(inner, max_size=4), max_leaves=40)


@pytest.fixture(scope="module")
def sooner() -> Iterator[None]:
    """Have documents made and walked sooner, as in a build."""
    walking.on_config_inited(None, SimpleNamespace(guides_upstream=True))
    yield
    walking.on_config_inited(None, SimpleNamespace(guides_upstream=False))


def grow(shape: object, depth: int = 0) -> nodes.Node:
    """Return a tree of *shape*."""
    if shape is None:
        return nodes.Text("x")
    node = (nodes.paragraph, nodes.section, nodes.strong)[depth % 3]()
    node.extend(grow(child, depth + 1) for child in shape)
    return node


@given(SHAPES, st.integers(0, 5))
def test_walking_a_document_finds_the_same(sooner: None, tree: object, change: int) -> None:
    def walk(find: Callable[..., Iterator[nodes.Node]]) -> list[str]:
        root = nodes.section("", grow(tree))
        seen = []
        for number, node in enumerate(find(root, nodes.Element)):
            seen.append(node.tagname)
            if number == change:  # as transforms do
                node.append(nodes.emphasis("", nodes.strong()))
                if node.parent is not None and node.parent.index(node):
                    node.parent.remove(node)
        return seen

    assert walk(walking.findall) == walk(walking._plain_findall)


class Visitor(nodes.NodeVisitor):
    """Notes where it goes, and skips something at some steps."""

    def __init__(self, document: nodes.document, skips: dict[int, type[Exception]]) -> None:
        super().__init__(document)
        self.skips = skips
        self.went: list[str] = []

    def dispatch_visit(self, node: nodes.Node) -> None:
        self.went.append(f"to {node.tagname}")
        if len(self.went) in self.skips:
            raise self.skips[len(self.went)]

    def dispatch_departure(self, node: nodes.Node) -> None:
        self.went.append(f"from {node.tagname}")


SKIPS = [
    nodes.SkipNode, nodes.SkipChildren, nodes.SkipSiblings, nodes.SkipDeparture, nodes.StopTraversal
]  # fmt: skip


@given(SHAPES, st.dictionaries(st.integers(1, 30), st.sampled_from(SKIPS), max_size=3))
def test_visitors_go_the_same_way(
    sooner: None, tree: object, skips: dict[int, type[Exception]]
) -> None:
    document = new_document("x")
    document += grow(tree)
    found = []
    for value in (False, True):
        walking.on_config_inited(None, SimpleNamespace(guides_upstream=value))
        visitor = Visitor(document, skips)
        with contextlib.suppress(nodes.SkipSiblings):  # of the document itself
            visitor.went.append(str(document.walkabout(visitor)))
        found.append(visitor.went)
    assert found[0] == found[1]


@given(st.text(alphabet='a&<>"@\u00e9 '))
def test_texts_become_html_as_before(text: str) -> None:
    translator = HTMLTranslator.__new__(HTMLTranslator)
    assert speed.encode(translator, text) == speed._plain_encode(translator, text)


class Rare(nodes.Element):
    """Of a kind that no other test makes."""


class Mixed:
    """What some kinds are beside elements, as ``nodes.Admonition``."""


class MixedRare(Mixed, Rare):
    pass


def test_what_no_document_has_is_not_looked_for_until_one_has_it(sooner: None) -> None:
    root = nodes.section("", nodes.paragraph("", "text"))
    assert len([*walking.findall(root, nodes.Text)]) == 1
    assert not walking.is_absent(nodes.Text)  # made in a way of its own
    assert walking.is_absent(Rare)
    assert [*walking.findall(root, Rare)] == []
    pickled = b"\x80\x04ctests.test_upstream\nRare\n)\x81}\x8c\x08children]sb."
    root += pickle.loads(pickled)  # noqa: S301 - as from a doctree; it was not made here
    assert len([*walking.findall(root, Rare)]) == 1
    assert [*walking.findall(root, MixedRare)] == []
    root += MixedRare()
    assert len([*walking.findall(root, MixedRare)]) == 1
    assert len([*walking.findall(root, Rare)]) == 2
    assert [*walking.findall(root, Mixed)] == [root[-1]]
    assert [*walking.findall(root, NodeMatcher(Rare))] == [*root[1:]]


def test_nodes_know_their_document(sooner: None) -> None:
    document = new_document("x")
    document.note_source("a.md", 3)
    inner = nodes.paragraph("", "", nodes.strong("", "text"))
    assert inner[0].document is None
    section = nodes.section("", inner)
    document += section
    assert inner[0].document is document
    section += nodes.paragraph("", "more")
    assert (section[-1].document, section[-1].source, section[-1].line) == (document, "a.md", 4)
    assert nodes.Text("a\0*b\0 c").astext() == "a*bc"


NAMED = ["index.md", "b/a.md", "b/.md", "b/A.MD", "\u00fc.md", "_x/y.md", "b/c/d.md", "b/c.rst"]


@pytest.mark.parametrize("odd", ["z/a.md", "u\u0308.md", "b/a.rst"])  # none of that name; twice
def test_the_same_files_are_found(tmp_path: Path, odd: str) -> None:
    for name in (*NAMED, odd):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("x")
    (tmp_path / "more").mkdir()
    (tmp_path / "more/z.md").write_text("z")
    (tmp_path / "docs/linked").symlink_to(tmp_path / "more")
    for excluded, included in (((), ("**",)), (("_x", "b/c*"), ("**",)), (("**/.*",), ("b/**",))):
        found = []
        for find in (finding.discover, finding._plain_discover, finding.discover):
            project = Project(tmp_path / "docs", {".md": "markdown", ".rst": "restructuredtext"})
            find(project, excluded, included)
            paths = {name: finding.doc2path(project, name, True) for name in project.docnames}
            table = (project._path_to_docname, project._docname_to_path)
            found.append((project.docnames, *table, paths))
        assert found[0] == found[1] == found[2]
        find(project, excluded, included)  # once more, knowing the files
        assert (project.docnames, *table) == found[0][:3]
    assert "b/a" in project.docnames


def test_the_same_paths_are_found(site: Site) -> None:
    (site.docs / "a/b").mkdir(parents=True)
    (site.docs / "real/deep").mkdir(parents=True)
    (site.docs / "a/link").symlink_to(site.docs / "real/deep")
    (site.docs / "a/out").symlink_to(site.path)
    (site.docs / "a/file.svg").symlink_to(site.docs / "real/x.svg")
    site.write({"index.md": "# Home\n"})
    (site.path / "conf.py").write_text("extensions = ['career_guides']\n")
    paths = (
        "x.svg", "./x.svg", "../x.svg", "../../x.svg", "/x.svg", "/a//b/../x.svg", "file.svg",
        "link/x.svg", "link/../x.svg", "out/x.svg", "out/docs/x.svg", "missing/../x", ".", "b/",
        "/", "..", "//x.svg", "sp ace/\u00fc.svg", "../../../../../../../../x",
    )  # fmt: skip
    program = f"""
from sphinx.application import Sphinx
from sphinx_speedups import source_discovery as finding
env = Sphinx("docs", ".", "out", "doctrees", "html", status=None).env
for docname in ("index", "a/page", "a/b/page"):
    for path in {paths!r}:
        ours, theirs = (find(env, path, docname) for find in
                        (finding.relfn2path, finding._plain_relfn2path))
        assert ours == theirs, (docname, path, ours, theirs)
"""
    subprocess.run([sys.executable, "-c", program], cwd=site.path, check=True)


def test_what_may_have_changed_is_read(tmp_path: Path) -> None:
    page, picture, kept = tmp_path / "a.md", tmp_path / "a.svg", tmp_path / "a.doctree"
    for file in (page, picture, kept):
        file.write_text("x")

    def both(time: int, always: frozenset[str] = frozenset()) -> bool:
        options = {
            "filename": page, "reread_always": always, "doctreedir": tmp_path,
            "all_docs": {"a": time}, "dependencies": {"a": {picture}},
        }  # fmt: skip
        plain = finding._plain_changed("a", **options)
        assert finding.has_doc_changed("a", **options) is plain
        return plain

    read = max(-(file.stat().st_mtime_ns // -1000) for file in (page, picture))
    assert not both(read)
    assert both(read, frozenset("a"))
    assert both(read - 1)
    os.utime(picture, ns=(0, 2 * read * 1000))
    assert both(read)
    picture.unlink()
    assert both(read)
    picture.mkdir()
    assert both(read)
    picture.rmdir()
    picture.write_text("x")
    kept.unlink()
    assert both(10 * read)


def test_a_page_that_two_files_have_is_said(site: Site) -> None:
    site.write({"index.md": guide("Home"), "index.rst": "Home\n====\n"})
    assert "multiple files found for the document" in site.build()
