"""Facets of guides to filter a search by: industry, career, chapter, topic, education, pay."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sphinx.locale import _

from career_guides.catalogue.taxonomy import terms_of
from career_guides.facts.csv_files import NOT_RELEASED, TOP
from career_guides.facts.names import education_level, education_levels

from .chapter_names import chapter_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from career_guides.catalogue.model import Entry
    from career_guides.domain import GuideDomain
    from career_guides.facts.formatting import FactFormatter
    from career_guides.facts.occupation import Occupation


#: Bands of yearly pay: the amount in US dollars at which each begins.
_BANDS = (0, 40_000, 60_000, 80_000, 100_000)


def labels() -> dict[str, str]:
    """Return facet -> its name in the language of the site."""
    return {
        "industry": _("Industry"),
        "career": _("Career"),
        "chapter": _("Chapter"),
        "topic": _("Topic"),
        "education": _("Usual education"),
        "pay": _("Median pay"),
    }


def orders(formatter: FactFormatter) -> dict[str, tuple[str, ...]]:
    """Return facet -> its values, for facets whose values are not in alphabetical order."""
    return {
        "pay": (*_bands(formatter), _("Paid by the hour")),
        "education": tuple(education_levels(_).values()),
    }


def _bands(formatter: FactFormatter) -> tuple[str, ...]:
    amount = formatter.dollars
    between = _("{low} to {high}")
    return (
        _("Less than {amount}").format(amount=amount(_BANDS[1])),
        *(
            between.format(low=amount(low), high=amount(high - 1))
            for low, high in pairwise(_BANDS[1:])
        ),
        _("{amount} and more").format(amount=amount(_BANDS[-1])),
    )


def facets(domain: GuideDomain, entry: Entry) -> list[tuple[str, str]]:
    """Return the facets of a guide with their values; some have several values, some none."""
    catalogue, terms = domain.build.catalogue, domain.build.taxonomy
    found = []
    for kind, _name, page in terms_of(entry.guide):
        found.append(("topic" if kind == "tag" else kind, terms[page].name))
    if entry.career:
        title = catalogue.careers[entry.career].title
        found += [("career", title), ("chapter", chapter_name(domain.build, entry.docname))]
    for code in entry.occupations:
        found += _of_occupation(catalogue.facts.occupations[code], domain.build.formatter)
    return list(dict.fromkeys(found))


def _of_occupation(row: Occupation, formatter: FactFormatter) -> Iterator[tuple[str, str]]:
    if level := education_level(_, row.onet.education):
        yield "education", level
    if band := pay_band(row, formatter):
        yield "pay", band


def pay_band(row: Occupation, formatter: FactFormatter) -> str:
    """Return the band of an occupation's median pay; ``''`` if none is released."""
    median = row.pay.median
    if median == NOT_RELEASED:
        return ""
    if row.is_hourly:
        return _("Paid by the hour")
    if median == TOP:
        return _bands(formatter)[-1]
    return _bands(formatter)[sum(float(median) >= low for low in _BANDS) - 1]
