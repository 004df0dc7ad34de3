"""The stemmer of Sphinx's search in English."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sphinx.search import en
from sphinx.search.en import SearchEnglish

from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from .patches import Build


def remembering(build: Build | None, original: Any) -> Any:
    """Have the stemmer remember words across pages.

    Sphinx remembers them within a page only; the stemmer, in pure Python, is then a quarter of a
    large build.
    """

    def __init__(self: SearchEnglish, options: dict[str, str]) -> None:  # noqa: N807
        original(self, options)
        if type(self) is SearchEnglish:  # another's may depend on more than the word
            self.stem = lru_cache(maxsize=200_000)(self.stem)  # type: ignore[method-assign]

    return __init__


SPEEDUPS = (
    Patch(
        "english_stemmer", always(SearchEnglish), "__init__", remembering, defined_in(en),
        "each word is stemmed once a page, in pure Python",
    ),
)  # fmt: skip
