"""``{search}``: a search field that leads to the search page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.locale import _

from career_guides.output.names import is_site

from .base import Listing, ListingDirective

if TYPE_CHECKING:
    from collections.abc import Mapping

    from career_guides.domain import GuideDomain

    from .links import Link


class SearchField(Listing):
    """A field that searches the site."""

    kind = "search"
    is_of_own_guide = True

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return the docname of the search page."""
        return ["search"]

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return a form that leads to the search page; nothing if the builder writes none."""
        if not is_site(link.builder):
            return []
        form = Markup(
            '<form class="guide-search" role="search" action="{}" aria-label="{}">'
            '<label for="guide-search-field">{}</label>'
            '<input type="search" name="q" id="guide-search-field" />'
            '<button type="submit">{}</button></form>\n'
        ).format(
            link.uri(found[0]),
            _("Quick search"),
            _("Search for a career or a question"),
            _("Search"),
        )
        return [nodes.raw("", str(form), format="html")]


class SearchDirective(ListingDirective):
    """A field that searches the site."""

    kind = SearchField.kind
