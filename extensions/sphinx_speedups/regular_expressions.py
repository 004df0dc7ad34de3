"""Sets of characters in regular expressions, each optimized by Python once.

For a set without regard to case, Python goes through all characters of Unicode. The patterns of CSS
selectors, which Furo and the pydata theme look for in each page, have the same few sets many times:
to compile them takes a sixth of a second.
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from .patches import Step, defined_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from .patches import Build

#: The versions of Python that were looked at: the function is not public.
_PYTHONS = {(3, 11), (3, 12), (3, 13), (3, 14)}


@contextmanager
def remembered(build: Build | None = None) -> Iterator[None]:
    """Have Python remember the sets that it has optimized."""
    compiler: Any = getattr(re, "_compiler", None)
    original: Any = getattr(compiler, "_optimize_charset", None)
    if sys.version_info[:2] not in _PYTHONS or not defined_in(compiler)(original):
        yield
        return
    known: dict[Any, tuple[Any, Any]] = {}

    def _optimize_charset(charset: Any, *functions: Any) -> Any:
        key = (tuple(charset), *map(id, functions))
        if key not in known:  # with the functions, so that their ids stay their own
            known[key] = (functions, original(charset, *functions))
        return known[key][1]

    compiler._optimize_charset = _optimize_charset
    try:
        yield
    finally:
        if compiler._optimize_charset is _optimize_charset:
            compiler._optimize_charset = original


def on_config_inited(app: Sphinx) -> None:
    """Remember them also while the theme is loaded."""
    sphinx: Any = app
    sphinx._init_builder = remembered()(sphinx._init_builder)


SPEEDUPS = (
    Step(
        "regular_expressions", remembered,
        "for each set of characters in a pattern without regard to case, Python goes through all"
        " of Unicode",
    ),
)  # fmt: skip
