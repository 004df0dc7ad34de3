"""The order of the pages of a section: Hugo's, and weights where that of guides is another."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from .dates import page_date
from .values import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hugo_to_myst.read.content_files import ContentFile

#: The signs of ASCII in the order of the Unicode Collation Algorithm.
_SIGNS = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
#: The distance of the weights that are written, which leaves room for guides between them.
_STEP = 10


class Member(NamedTuple):
    """A page of a section, with its front matter."""

    docname: str
    source: ContentFile
    values: dict[str, Any]


def weight_of(values: dict[str, Any]) -> int:
    """Return the weight of a page; 0 for none."""
    weight = values.get("weight")
    if isinstance(weight, str) and weight.strip().lstrip("-").isdecimal():
        weight = int(weight)
    return int(weight) if isinstance(weight, int | float) and abs(weight) < 1e9 else 0


def needed_weights(pages: list[Member], dates: Sequence[str]) -> dict[str, int]:
    """Return the weights of guides, by docname, in sections that Hugo orders in another way.

    Hugo orders by weight, by date, the latest first, and by title; guides by weight and title.
    https://gohugo.io/quick-reference/page-collections/#sort

    :param pages: all pages of the site.
    :param dates: the keys that the date of a page is taken from.
    """
    sections: defaultdict[tuple[str, str], list[Member]] = defaultdict(list)
    for page in pages:
        if page.source.logical:
            above = page.source.logical.rpartition("/")[0]
            sections[page.source.language.code, above].append(page)
    weights: dict[str, int] = {}
    for members in sections.values():
        hugo = [page.docname for page in sorted(members, key=partial(_hugo, dates))]
        if hugo != [page.docname for page in sorted(members, key=_ours)]:
            weights |= {docname: _STEP * n for n, docname in enumerate(hugo, 1)}
    return weights


def _title(page: Member) -> str:
    stem = page.source.logical.rpartition("/")[2]
    return (one_line(page.values.get("title")) or stem.replace("-", " ")).casefold()


def _hugo(dates: Sequence[str], page: Member) -> tuple[float, float, list[tuple[int, str]], str]:
    date = page_date(page.values, dates)
    title = one_line(page.values.get("linktitle")).casefold() or _title(page)
    weight = weight_of(page.values) or float("inf")
    return (weight, -date.timestamp() if date else float("inf"), _collated(title), page.docname)


def _collated(title: str) -> list[tuple[int, str]]:
    """Return a key that orders titles as Hugo does: signs, digits, letters, without accents.

    Hugo collates by the Unicode Collation Algorithm, https://www.unicode.org/reports/tr10/.
    """
    plain = (c for c in unicodedata.normalize("NFKD", title) if unicodedata.category(c)[0] != "M")
    return [(2, c) if c.isalpha() else (1, c) if c.isdecimal() else _sign(c) for c in plain]


def _sign(char: str) -> tuple[int, str]:
    """Return the place of a sign: those in ASCII have the order of the collation."""
    place = _SIGNS.find(char)
    return (0, chr(place)) if place >= 0 else (0, char)


def _ours(page: Member) -> tuple[float, str, str]:
    return (weight_of(page.values) or float("inf"), _title(page), page.docname)
