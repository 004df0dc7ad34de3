"""What a search may be narrowed by: industry, career, chapter, topic, education and pay. Pure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from .facts import EDUCATION
from .facts_files import NOT_RELEASED, TOP
from .pages import title_from_name
from .terms import terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .catalogue import Catalogue, Entry
    from .facts import Occupation
    from .terms import Term

#: Facet -> its name.
FACETS = {
    "industry": "Industry",
    "career": "Career",
    "chapter": "Chapter",
    "topic": "Topic",
    "education": "Usual education",
    "pay": "Median pay",
}

#: Bands of yearly pay: the amount in US dollars from which on each begins.
_BANDS = (0, 40_000, 60_000, 80_000, 100_000)
_NAMES = (
    f"Less than ${_BANDS[1]:,}",
    *(f"${low:,} to ${high - 1:,}" for low, high in pairwise(_BANDS[1:])),
    f"${_BANDS[-1]:,} and more",
)
_BY_THE_HOUR = "Paid by the hour"

#: Facet -> its values in an order other than the alphabet's.
ORDER = {
    "pay": (*_NAMES, _BY_THE_HOUR),
    "education": EDUCATION,
}

_LANDING_PAGE = "Introduction"


def facets(catalogue: Catalogue, terms: Mapping[str, Term], entry: Entry) -> list[tuple[str, str]]:
    """Return the facets of a guide, each with a value; some have several, some none.

    :param terms: page -> industry or tag, whose names are those that the site shows
    """
    found = []
    for kind, _name, page in terms_of(entry.guide):
        found.append(("topic" if kind == "tag" else kind, terms[page].name))
    if entry.career:
        name = entry.docname.rpartition("/")[2]
        chapter = _LANDING_PAGE if name == "index" else title_from_name(name)
        found += [("career", catalogue.careers[entry.career].title), ("chapter", chapter)]
    for code in entry.occupations:
        found += _of_occupation(catalogue.facts.occupations[code])
    return list(dict.fromkeys(found))


def _of_occupation(row: Occupation) -> Iterator[tuple[str, str]]:
    if row.onet.education:
        yield "education", row.onet.education
    if band := pay_band(row):
        yield "pay", band


def pay_band(row: Occupation) -> str:
    """Return the band of an occupation's median pay; '' where none is released."""
    median = row.pay.median
    if median == NOT_RELEASED:
        return ""
    if row.is_hourly:
        return _BY_THE_HOUR
    if median == TOP:
        return _NAMES[-1]
    return _NAMES[sum(float(median) >= low for low in _BANDS) - 1]
