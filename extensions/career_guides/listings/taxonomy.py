"""Industries and tags: those of a guide, and ``{industries}`` and ``{tags}``."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from career_guides.build import kind_name
from career_guides.catalogue.taxonomy import KINDS, terms_of
from career_guides.nodes.card import card_box, card_link
from career_guides.output.names import is_site

from .base import Listing, ListingDirective, Request
from .cards import Card
from .links import bullets, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.util.typing import OptionSpec

    from career_guides.domain import GuideDomain

    from .links import Link


class Terms(Listing):
    """The industry and the tags of a guide."""

    kind = "terms"
    is_of_own_guide = True

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return kind, name and page of the industry and the tags of a guide."""
        entry = domain.build.catalogue.entries.get(docname)
        translate = domain.build.translations.of_site
        found = terms_of(entry.guide) if entry else ()
        return [(kind, translate(name), page) for kind, name, page in found]

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return a line with the terms, as links if the builder writes their pages."""
        line = nodes.paragraph("", classes=["guide-terms"])
        has_pages = is_site(link.builder)
        for kind, items in groupby(found, key=lambda term: term[0]):
            names = [(page, name) for _kind, name, page in items]
            word = kind_name(kind, len(names))
            line += nodes.Text(f"{' ' if line.children else ''}{word}: ")
            for number, (page, name) in enumerate(names):
                line += nodes.Text(", " if number else "")
                line += link.text(page, name) if has_pages else nodes.Text(name)
            line += nodes.Text(".")
        return [line]


class AllTerms(Listing):
    """All industries, or all tags."""

    kind = "all-terms"

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return name, page, number of guides, and on cards their titles, of each term."""
        assert request["kind"] in KINDS
        return [
            [
                term.name,
                term.docname,
                len(term.guides),
                [domain.title(name) for name in term.guides] if "cards" in request else [],
            ]
            for term in domain.build.taxonomy.values()
            if term.kind == request["kind"]
        ]

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return a list of all industries or tags, with the number of guides of each."""
        if "cards" in request and is_site(link.builder):
            return [_cards(found, link)]
        rows = []
        for name, page, number, _titles in found:
            row = nodes.paragraph()
            row += link.text(page, name) if is_site(link.builder) else nodes.Text(name)
            row += nodes.inline("", f" ({number})", classes=["guide-term-count"])
            rows.append(row)
        return [bullets(rows, "guide-term-list")]


def _cards(found: list[Any], link: Link) -> nodes.Node:
    """Return a card for each term: its name, and the titles of its guides."""
    box = card_box(tag="div", classes=["guide-grid", "guide-term-cards"])
    for name, page, _number, titles in found:
        anchor = link.to(Card(page, "", name), card_link, classes=["guide-card"])
        anchor += texts(Card(page, "", name, ", ".join(titles)), "guide-card")
        box += anchor
    return box


class TermsDirective(ListingDirective):
    """All industries or all tags, each with a link to its page."""

    kind = AllTerms.kind
    option_spec: ClassVar[OptionSpec] = {"cards": directives.flag}


class IndustriesDirective(TermsDirective):
    """All industries, each with a link to its page."""

    request: ClassVar[Request] = {"kind": "industry"}


class TagsDirective(TermsDirective):
    """All tags, each with a link to its page."""

    request: ClassVar[Request] = {"kind": "tag"}
