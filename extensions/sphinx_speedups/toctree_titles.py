"""Toctrees that show the titles of pages alone.

Sphinx copies all headings of each page, and then removes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.adapters import toctree
from sphinx.util.build_phase import BuildPhase

from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .patches import Build


#: When tables of contents change no more: pages are numbered after they are read.
_LATE = {BuildPhase.RESOLVING, BuildPhase.WRITING}


class _Titles:
    """Docname -> what a toctree of titles shows of a page's table of contents.

    :param env: the environment, in which no table of contents changes any more
    """

    def __init__(self, env: Any) -> None:
        self.env = env
        self.known: dict[str, nodes.Element] = {}

    def __getitem__(self, docname: str) -> nodes.Element:
        if self.env.metadata[docname].get("tocdepth", 0) > 0:  # it matters how deep a toctree is
            return cast("nodes.Element", self.env.tocs[docname])
        if docname not in self.known:
            self.known[docname] = titles_of(self.env.tocs[docname])
        return self.known[docname]


class _Environment:
    """An environment with other tables of contents."""

    def __init__(self, env: Any) -> None:
        self.env = env
        self.tocs: Mapping[str, nodes.Element] = cast("Any", _Titles(env))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.env, name)


def titles_of(toc: nodes.Element) -> nodes.Element:
    """Return a copy of a table of contents with its titles and toctrees.

    One that is not as usual is returned as it is.
    """
    if next(toc.findall(addnodes.only), None):
        return toc
    shown = toc.copy()
    for child in toc.children:
        top: Any = child
        if isinstance(top, addnodes.toctree):
            shown += top.copy()
            continue
        parts = [type(part) for part in top.children]
        item = top.copy()
        if parts == [addnodes.compact_paragraph]:
            item += top[0].deepcopy()
        elif parts == [addnodes.compact_paragraph, nodes.bullet_list]:
            item += top[0].deepcopy()
            if toctrees := [*top.findall(addnodes.toctree)]:
                below = top[1].copy()
                below += [tree.copy() for tree in toctrees]
                item += below
        else:
            return toc
        shown += item
    return shown


def entries(build: Build, original: Any) -> Any:
    """Return the entries of a toctree; of one of titles, from what that shows."""
    app, ours = build.app, build.app.env
    titles = _Environment(ours)

    def _entries_from_toctree(
        env: Any, prune: bool, titles_only: bool, *others: Any, **options: Any
    ) -> Any:
        is_known = titles_only and env is ours and app.builder.phase in _LATE
        return original(titles if is_known else env, prune, titles_only, *others, **options)

    return _entries_from_toctree


SPEEDUPS = (
    Patch(
        "toctree_titles", always(toctree), "_entries_from_toctree", entries, defined_in(toctree),
        "all headings of a page are copied for a toctree that shows its title",
    ),
)  # fmt: skip
