"""The index of Sphinx's own search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx import search
from sphinx.search import IndexBuilder

from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .patches import Build


def prune(build: Build | None, original: Any) -> Any:
    """Remove the pages that are gone from each word's pages.

    Sphinx goes through the names of all pages for each word, since they are no set.
    """

    def prune(self: Any, docnames: Iterable[str]) -> None:
        names = [*docnames]
        words = self._mapping, self._title_mapping
        self._mapping, self._title_mapping = {}, {}
        try:
            original(self, names)
        finally:
            self._mapping, self._title_mapping = words
        kept = set(names)
        for mapping in words:
            for pages in mapping.values():
                pages.intersection_update(kept)

    return prune


SPEEDUPS = (
    Patch(
        "search_index.prune", always(IndexBuilder), "prune", prune, defined_in(search),
        "for each word of the search index the names of all pages are gone through",
    ),
)  # fmt: skip
