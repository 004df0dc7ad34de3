"""The English stemmer, which remembers words across pages."""

from __future__ import annotations

from functools import lru_cache

from sphinx.search.en import SearchEnglish


class CachedEnglish(SearchEnglish):
    """Sphinx's English search, with a stemmer that remembers words across pages.

    Sphinx 9.0 remembers them within a page only; the pure-Python stemmer is then a quarter
    of a large build. What it returns is the same.
    """

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self.stem = lru_cache(maxsize=200_000)(super().stem)  # type: ignore[method-assign]
