"""Did you mean: the nearest of the names that there are."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def suggest(wrong: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest of *known*, or nothing."""
    name = nearest(wrong, known)
    return f"; did you mean '{name}'?" if name else ""


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Return the one of *known* that is nearest to *wrong*; ``''`` if none is near.

    Paths are compared by their last part, those in the same folder first: what they share
    before it says nothing. A name that continues another is near it however much it adds
    (``startup-ideas`` and ``startup``).
    """
    head, _, tail = wrong.casefold()[:200].rpartition("/")

    def nearness(name: str) -> float:
        folder, _, last = name.casefold().rpartition("/")
        matcher.set_seq1(last)
        # The upper bound is quick to compute and rules most of ten thousand names out.
        near = matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0
        shorter = min(len(last), len(tail))
        if shorter >= 4 and (last.startswith(tail) or tail.startswith(last)):
            near = max(near, _NEAR)
        return near + (0.2 if near and folder == head else 0)

    matcher = difflib.SequenceMatcher(None, "", tail)
    best = max(known, key=nearness, default="")
    return best if best and nearness(best) >= _NEAR else ""


_NEAR = 0.7
