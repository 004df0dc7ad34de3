"""The navigation of all pages, made from one text.

Sphinx resolves all toctrees for each page, though only the addresses, the marks of the current
page and, where branches are collapsed, the open branches differ; Furo parses the result once more.
Here the whole tree is made once without a current page. It is written for a page by replacing these
few places, so that a page costs what its text takes to copy.

A tree in which anything else may depend on the page is left to Sphinx, and so is one whose first
page does not come out as Sphinx makes it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from sphinx.builders import html

from .html_builder import one_file_a_page, without_translator
from .navigation_text import Unusable
from .navigation_tree import Tree
from .patches import Patch, defined_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from .patches import Build


class Trees:
    """The trees of a build: options of a toctree, and whether it is Furo's -> the tree."""

    def __init__(self) -> None:
        self.known: dict[tuple[Any, ...], Tree | None] = {}

    def html(
        self, build: Build, page: str, options: dict[str, Any], original: Callable[[], str],
        change: Callable[[str], str] | None = None,
    ) -> str:  # fmt: skip
        """Return the navigation of a page.

        :param options: of the function ``toctree`` that templates have
        :param original: returns the navigation as it is made without us
        :param change: changes the HTML of a tree without a current page, as Furo does
        """
        key = (bool(change), *sorted(options.items()))
        if key not in self.known:
            try:
                self.known[key] = Tree(build.app.builder, options, change)
            except Unusable:
                self.known[key] = None
        tree = self.known[key]
        if tree is None:
            return original()
        found = tree.html(page)
        if found is None or (not tree.is_proved and page in tree.targets):
            expected = original()
            tree.is_proved = True
            if found != expected:
                self.known[key] = None
            return expected
        return found


def local_toctree(build: Build, original: Any) -> Any:
    """Return the function that a builder has for the ``toctree`` of templates."""
    trees = build.of(Trees)

    def _get_local_toctree(docname: str, collapse: bool = True, **options: Any) -> str:
        wanted = {"collapse": collapse, **options}
        return trees.html(build, docname, wanted, lambda: str(original(docname, **wanted)))

    return _get_local_toctree


def furo_tree(build: Build, original: Any) -> Any:
    """Return the function by which Furo makes the navigation of a page."""
    furo = sys.modules["furo"]
    trees = build.of(Trees)
    options = {"collapse": False, "titles_only": True, "maxdepth": -1, "includehidden": True}
    own = f"{html.StandaloneHTMLBuilder.handle_page.__qualname__}.<locals>.<lambda>"

    def _compute_navigation_tree(context: dict[str, Any]) -> str:
        # Another extension may have replaced the function.
        if getattr(context.get("toctree"), "__qualname__", "") != own:
            return str(original(context))
        page = str(context["pagename"])
        return trees.html(
            build, page, options, lambda: str(original(context)), furo.get_navigation_tree
        )

    return _compute_navigation_tree


def _builder(build: Build) -> Any:
    """Return the builder, if it writes a file a page as Sphinx does."""
    return one_file_a_page(build) and without_translator(build)


def _furo(build: Build) -> Any:
    """Return the theme's module, if it is the theme and the builder is such a one."""
    is_used = build.app.config.html_theme == "furo" and _builder(build)
    return sys.modules.get("furo") if is_used else None


def _is_of_furo(value: Any) -> bool:
    return defined_in(sys.modules["furo"])(value)


SPEEDUPS = (
    Patch(
        "navigation.toctree", _builder, "_get_local_toctree", local_toctree,
        defined_in(html),
        "all toctrees of a project are resolved for every page",
    ),
    Patch(
        "navigation.furo", _furo, "_compute_navigation_tree", furo_tree, _is_of_furo,
        "Furo has all toctrees resolved for every page, and parses the result",
    ),
)  # fmt: skip
