"""What a page shows of the toctrees: in the navigation of its theme, and in its own text.

A new heading somewhere is shown on few pages. If all of them were written again, an edit would take
the time of a whole build.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from sphinx import addnodes

from build_cache.digests import digest
from career_guides.html import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx.application import Sphinx


class Navigation:
    """The toctrees of one build.

    :param relations: page -> the pages above, before and after it in the toctrees
    """

    def __init__(self, app: Sphinx, relations: Mapping[str, Sequence[str | None]]) -> None:
        self.env = app.env
        self.relations = relations
        self.shows_headings = theme.shows_headings(app)
        self._headings: dict[str, str] = {}

    @cached_property
    def titles(self) -> str:
        """Digest of all that a toctree can show of pages without showing their headings."""
        env = self.env
        return digest([
            [
                name,
                env.titles[name].pformat() if name in env.titles else "",
                [toctree.pformat() for toctree in toc.findall(addnodes.toctree)],
                str(env.toc_secnumbers.get(name, {}).get("")),
            ]
            for name, toc in sorted(env.tocs.items())
        ])  # fmt: skip

    def headings(self, docnames: Iterable[str]) -> list[str]:
        """Return digests of the headings of pages, in order."""
        for name in (found := sorted({*docnames} & self.env.tocs.keys())):
            if name not in self._headings:
                self._headings[name] = digest([name, self.env.tocs[name].pformat()])
        return [self._headings[name] for name in found]

    def of_theme(self, docname: str) -> list[Any]:
        """Return what the theme's navigation shows on a page.

        Of the branches that it does not open, it shows no heading; of the pages above, it does.
        """
        shown = self.env.tocs if self.shows_headings else self._above(docname)
        return [self.titles, self.headings(shown)]

    def of_text(self, docname: str, *, titles_only: bool) -> list[Any]:
        """Return what a toctree in the text of a page shows."""
        below = () if titles_only else self._below(docname)
        return [self.titles, self.headings(below)]

    def _above(self, docname: str) -> Iterator[str]:
        seen = {docname}
        parent = (self.relations.get(docname) or [None])[0]
        while parent and parent not in seen:
            seen.add(parent)
            yield parent
            parent = (self.relations.get(parent) or [None])[0]

    def _below(self, docname: str) -> set[str]:
        found: set[str] = set()
        waiting = [docname]
        while waiting:
            for name in self.env.toctree_includes.get(waiting.pop(), ()):
                if name not in found:
                    found.add(name)
                    waiting.append(name)
        return found
