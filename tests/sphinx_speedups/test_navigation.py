"""The navigation of each page is what Sphinx and Furo make of it."""

from __future__ import annotations

import os
from itertools import product
from typing import TYPE_CHECKING, Any

import furo
import pytest
from sphinx.application import Sphinx

from sphinx_speedups import navigation
from sphinx_speedups.navigation_text import NavigationText
from sphinx_speedups.patches import Build
from tests.sphinx_speedups.rich_site import in_process

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TREE = {
    "index.md": (
        "# Home\n\n```{toctree}\n:caption: First & *part*\n:hidden:\na/index\nb/index\n```\n\n"
        "```{toctree}\n:maxdepth: 1\nc/page\nAnother <a/deep/one>\ngenindex\n"
        "Outside <https://example.org/?a&b>\n```\n"
    ),
    "a/index.md": "# A & *b* `c`\n\n## Part\n\n### Deep\n\n```{toctree}\none\ndeep/index\n```\n",
    "a/one.md": "# One\n\n## Part of one\n\n# Second title\n\nText.\n",
    "a/deep/index.md": "# Deep\n\n```{toctree}\n:titlesonly:\none\ntwo\n```\n\n## After\n",
    "a/deep/one.md": "# Deep one\n\n## Section\n\n### Below\n",
    "a/deep/two.md": '# "Two" <3\n',
    "b/index.md": "# B\n\n```{toctree}\n:includehidden:\nx y\nself\n```\n",
    "b/x y.md": "# Name with a space\n\n```{toctree}\n:hidden:\nlast\n```\n",
    "b/last.md": "# Last\n",
    "c/page.md": "# Lonely\n",
    "orphan.md": "# No toctree has it\n",
}  # fmt: skip
#: Trees in which something else depends on the page, or that Sphinx warns about.
OTHERS = {
    "only": {"b/last.md": "# Last\n\n```{only} html\n## Part\n```\n"},
    "tocdepth": {"a/index.md": "---\ntocdepth: 2\n---\n" + TREE["a/index.md"]},
    "picture": {"b/last.md": "# Last ![](/picture.png)\n"},
    "missing": {"b/index.md": TREE["b/index.md"].replace("self", "nowhere")},
    "no title": {"b/last.md": "Text.\n"},
    "once": {
        "index.md": TREE["index.md"].replace("Another <a/deep/one>\n", ""),
        "b/index.md": TREE["b/index.md"].replace("self\n", ""),
    },
}
OPTIONS: list[dict[str, Any]] = [
    {"collapse": collapse, "titles_only": titles_only, "includehidden": hidden, **depth}
    for collapse, titles_only, hidden, depth in product(
        (True, False), (True, False), (True, False), ({}, {"maxdepth": 2}, {"maxdepth": -1})
    )
]


def compare(folder: Path, builder: str, theme: str, least: int) -> None:
    """Compare the navigation of all pages; *least* of the trees are made by us."""
    os.chdir(folder)
    settings = {"extensions": ["myst_parser"], "html_theme": theme}
    app = Sphinx("docs", None, "out", "doctrees", builder, settings, status=None, warning=None)
    app.build()
    build = Build(app)
    original = app.builder._get_local_toctree  # type: ignore[attr-defined]
    fast = navigation.local_toctree(build, original)
    pages = [*sorted(app.env.all_docs), "genindex", "search"]
    for options in OPTIONS:
        for page in pages:
            assert fast(page, **options) == original(page, **options), (page, options)
    assert fast("index", maxdepth="") == original("index", maxdepth="")
    trees = build.of(navigation.Trees).known
    assert len([tree for tree in trees.values() if tree]) >= least
    slow = furo._compute_navigation_tree
    make = navigation.furo_tree(build, slow)
    for page in pages:
        context = {"pagename": page, "toctree": as_in_sphinx(original, page)}
        assert make(context) == slow(context), page


def as_in_sphinx(original: Callable[..., str], page: str) -> Callable[..., str]:
    """Return a function with the name of the one that Sphinx gives to templates."""

    def toctree(**options: Any) -> str:
        return original(page, **options)

    toctree.__qualname__ = "StandaloneHTMLBuilder.handle_page.<locals>.<lambda>"
    return toctree


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_all_pages_have_the_navigation_of_sphinx(tmp_path: Path, builder: str) -> None:
    write(tmp_path, TREE)
    # Where branches are collapsed, Sphinx makes those that have a page twice.
    in_process(compare, tmp_path, builder, "furo", 8)


@pytest.mark.parametrize("name", OTHERS)
def test_what_depends_on_the_page_is_left_to_sphinx(tmp_path: Path, name: str) -> None:
    write(tmp_path, TREE | OTHERS[name])
    least = {"once": 16}.get(name, 0)
    in_process(compare, tmp_path, "html", "furo", least)


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "docs/picture.png").write_bytes(b"")


def compare_wrong_text(folder: Path) -> None:
    """A text that does not come out right, and a function of another extension."""
    os.chdir(folder)
    app = Sphinx(
        "docs", None, "out", "doctrees", "html", {"extensions": ["myst_parser"]}, status=None
    )
    app.build()
    original = app.builder._get_local_toctree  # type: ignore[attr-defined]
    NavigationText.html = lambda *_arguments: "wrong"  # type: ignore[method-assign,assignment]
    build = Build(app)
    fast = navigation.local_toctree(build, original)
    for page in ("c/page", "a/one", "c/page"):
        assert fast(page, collapse=False) == original(page, collapse=False)
    assert set(build.of(navigation.Trees).known.values()) == {None}
    make = navigation.furo_tree(Build(app), lambda _context: "Furo's")
    assert make({"pagename": "c/page", "toctree": lambda **_options: "another's"}) == "Furo's"


def test_a_tree_that_comes_out_otherwise_is_left_to_sphinx(tmp_path: Path) -> None:
    write(tmp_path, TREE | OTHERS["once"])
    in_process(compare_wrong_text, tmp_path)
