"""What a page shows of others, by the kind of its listing: data alone.

The same data are the page's signature (:mod:`.freshness`) and what is made into nodes
(:mod:`.resolve`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from career_guides.catalogue.taxonomy import KINDS, terms_of

from . import cards, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from career_guides.domain import GuideDomain


def terms(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
    """Return kind, name and page of the industry and the tags of a guide."""
    entry = domain.catalogue.entries.get(docname)
    say = domain.translations.of_site
    found = terms_of(entry.guide) if entry else ()
    return [(kind, say(name), page) for kind, name, page in found]


def all_terms(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
    """Return all industries or all tags, with the number of guides listed on the page of each."""
    assert request["kind"] in KINDS
    return [
        [term.name, term.docname, len(term.guides)]
        for term in domain.terms().values()
        if term.kind == request["kind"]
    ]


def search(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
    """Return the page that searches."""
    return ["search"]


#: Kind of listing -> what it shows on a page, given what the page asks for.
LISTINGS: dict[str, Callable[[GuideDomain, str, Mapping[str, Any]], list[Any]]] = {
    "next": cards.next_cards,
    "related": cards.related_cards,
    "guides": cards.guide_cards,
    "a-z": cards.career_cards,
    "mentions": cards.mention_cards,
    "terms": terms,
    "all-terms": all_terms,
    "compare": tables.compare,
    "occupations": tables.occupations,
    "search": search,
}
