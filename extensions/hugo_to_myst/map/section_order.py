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

#: The signs of ASCII, and others that titles have, as the Unicode Collation Algorithm orders them.
_SIGNS = (
    " _-\u2010\u2011\u2012\u2013\u2014\u2015,;:!\u00a1?\u00bf.\u00b7'\u2018\u2019\u201a\u2039\u203a"
    '"\u201c\u201d\u201e\u00ab\u00bb()[]{}\u00a7\u00b6@*/\\&#%\u2030\u2020\u2021\u2022\u2032`^'
    "\u00b0\u00a9\u00ae\u2190\u2192\u2191\u2193+\u00b1\u00f7\u00d7<=>\u00ac|\u00a6~\u2212\u2248\u2264\u2265"
    "\u2605\u2606\u2713\u2714\u00a4\u00a2$\u00a3\u00a5\u20ac"
)
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
        # A guide without a title gets one from its text, which is not known here.
        known = all(one_line(page.values.get("title")) for page in members) or len(members) < 2
        if not known or hugo != [page.docname for page in sorted(members, key=_ours)]:
            weights |= {docname: _STEP * n for n, docname in enumerate(hugo, 1)}
    return weights


def _hugo(dates: Sequence[str], page: Member) -> tuple[float, float, list[tuple[int, str]], str]:
    date = page_date(page.values, dates)
    title = one_line(page.values.get("linktitle") or page.values.get("title")).casefold()
    weight = weight_of(page.values) or float("inf")
    when = -date.timestamp() if date else float("inf")
    path = str(page.source.path).casefold()
    return (weight, when, _collated(title), path)


def _collated(title: str) -> list[tuple[int, str]]:
    """Return a key that orders titles as Hugo does: signs, digits, letters, without accents.

    Hugo collates by the Unicode Collation Algorithm, https://www.unicode.org/reports/tr10/.
    """
    plain = (c for c in unicodedata.normalize("NFKD", title) if unicodedata.category(c)[0] != "M")
    return [(2, c) if c.isalpha() else (1, c) if c.isdecimal() else _sign(c) for c in plain]


def _sign(char: str) -> tuple[int, str]:
    """Return the place of a sign; those that are not in `_SIGNS` come last."""
    place = _SIGNS.find(char)
    return (0, chr(place)) if place >= 0 else (0, char)


def _ours(page: Member) -> tuple[float, str, str]:
    title = one_line(page.values.get("title")).casefold()
    return (weight_of(page.values) or float("inf"), title, page.docname)
