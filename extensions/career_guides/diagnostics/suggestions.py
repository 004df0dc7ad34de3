"""Suggest the known name closest to a misspelt one: "did you mean …?"."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


_NEAR = 0.7


def suggest(wrong: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` with the closest of *known*, or ``''`` if none is close."""
    name = nearest(wrong, known)
    return f"; did you mean '{name}'?" if name else ""


def nearest(wrong: str, known: Iterable[str], least: float = _NEAR) -> str:
    """Return the one of *known* that is closest to *wrong*, or ``''`` if none is close.

    Paths are compared by their last part, since a shared folder says nothing about a misspelling;
    between equally close names, one in the same folder wins. A name that starts with another
    counts as close to it, however much longer it is (``startup-ideas`` and ``startup``).

    :param least: the ratio of letters in common, of 1, from which names are close
    """
    head, _, tail = wrong.casefold()[:200].rpartition("/")

    def nearness(name: str) -> float:
        folder, _, last = name.casefold().rpartition("/")
        matcher.set_seq1(last)
        # The upper bound is quick to compute and rules out most of ten thousand names.
        near = matcher.ratio() if matcher.quick_ratio() >= least else 0.0
        shorter = min(len(last), len(tail))
        if shorter >= 4 and (last.startswith(tail) or tail.startswith(last)):
            near = max(near, _NEAR)
        return near + (0.2 if near and folder == head else 0)

    matcher = difflib.SequenceMatcher(None, "", tail)
    best = max(known, key=nearness, default="")
    return best if best and nearness(best) >= least else ""
