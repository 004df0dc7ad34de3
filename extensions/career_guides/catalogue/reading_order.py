"""The order of a career's guides: the ring or chain of ``next``, then weight, then title."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Chapter(NamedTuple):
    """What the order depends on.

    :param docname: the guide
    :param next: the first guide of the same career that its ``next`` names, if any
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
    :param first: the guide that the ``next`` of the career's ``index`` names, if any
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
    """Return where the chain starts, or nothing where no guide says what comes next."""
    linked = [chapter for chapter in chapters.values() if chapter.next in chapters]
    pointed_at = {chapter.next for chapter in linked}
    heads = [chapter for chapter in linked if chapter.docname not in pointed_at]
    if heads:
        # A side chapter that joins the chain in its middle heads a shorter one.
        heads.sort(key=_by_weight)
        return max(heads, key=lambda head: _length(head, chapters)).docname
    # One ring and no index that says where to enter it.
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
    # Without a weight an overview comes first, wherever its title would put it.
    return (
        not (overview and weight == math.inf),
        weight,
        chapter.title.casefold(),
        chapter.docname,
    )
