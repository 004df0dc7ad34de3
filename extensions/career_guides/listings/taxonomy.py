"""Industries and tags: those of a guide, and ``{industries}`` and ``{tags}``."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from career_guides.build import kind_name
from career_guides.catalogue.taxonomy import KINDS, terms_of
from career_guides.output.names import is_site

from .base import Listing, ListingDirective, Request
from .links import bullets

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        """Return name, page and number of guides of each industry or tag."""
        assert request["kind"] in KINDS
        return [
            [term.name, term.docname, len(term.guides)]
            for term in domain.build.taxonomy.values()
            if term.kind == request["kind"]
        ]

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return a list of all industries or tags, with the number of guides of each."""
        rows = []
        for name, page, number in found:
            row = nodes.paragraph()
            row += link.text(page, name) if is_site(link.builder) else nodes.Text(name)
            row += nodes.inline("", f" ({number})", classes=["guide-term-count"])
            rows.append(row)
        return [bullets(rows, "guide-term-list")]


class IndustriesDirective(ListingDirective):
    """All industries, each with a link to its page."""

    kind = AllTerms.kind
    request: ClassVar[Request] = {"kind": "industry"}


class TagsDirective(ListingDirective):
    """All tags, each with a link to its page."""

    kind = AllTerms.kind
    request: ClassVar[Request] = {"kind": "tag"}
