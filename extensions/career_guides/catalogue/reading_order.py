"""The reading order of a career's guides: by the ring or chain of ``next``, weight, then title."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Chapter(NamedTuple):
    """A guide, with what its place in the order depends on.

    :param docname: name of the guide
    :param next: the first guide of the same career in its ``next``, if any
    :param weight: its ``weight``, if any
    :param title: its title
    """

    docname: str
    next: str | None
    weight: int | None
    title: str


def arrange(chapters: Iterable[Chapter], first: str | None) -> tuple[str, ...]:
    """Return the docnames of *chapters* in reading order.

    :param chapters: the guides of one career, without its ``index``
    :param first: the guide in the ``next`` of the career's ``index``, if any
    """
    by_name = {chapter.docname: chapter for chapter in chapters}
    start = first if first in by_name else _start(by_name)
    ordered: dict[str, None] = {}
    while start in by_name and start not in ordered:
        ordered[start] = None
        start = by_name[start].next or ""
    rest = sorted(by_name.keys() - ordered.keys(), key=lambda name: _by_weight(by_name[name]))
    return (*ordered, *rest)


def _start(chapters: Mapping[str, Chapter]) -> str:
    """Return the guide that starts the chain; ``''`` if no guide has a ``next`` among them."""
    linked = [chapter for chapter in chapters.values() if chapter.next in chapters]
    pointed_at = {chapter.next for chapter in linked}
    heads = [chapter for chapter in linked if chapter.docname not in pointed_at]
    if heads:
        # A side chapter that joins the chain in the middle starts a shorter one.
        heads.sort(key=_by_weight)
        return max(heads, key=lambda head: _length(head, chapters)).docname
    # There are only rings, and no index that says where to start.
    return min(linked, key=_by_weight).docname if linked else ""


def _length(chapter: Chapter | None, chapters: Mapping[str, Chapter]) -> int:
    seen = set()
    while chapter and chapter.docname not in seen:
        seen.add(chapter.docname)
        chapter = chapters.get(chapter.next or "")
    return len(seen)


def _by_weight(chapter: Chapter) -> tuple[bool, float, str, str]:
    weight = math.inf if chapter.weight is None else chapter.weight
    overview = chapter.docname.rpartition("/")[2] == "overview"
    # An overview without a weight comes first, wherever its title would put it.
    return (
        not (overview and weight == math.inf),
        weight,
        chapter.title.casefold(),
        chapter.docname,
    )
