"""Base classes: a listing, with its data and nodes, and the directive that requests it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from career_guides.diagnostics.log import warn
from career_guides.nodes.listing import listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from career_guides.domain import GuideDomain

    from .links import Link

#: What a page requests from a listing, such as the options of its directive.
Request = dict[str, Any]


class Listing:
    """A kind of listing, which shows other pages on a page.

    Its data also decides whether the page has to be written again: see
    :mod:`career_guides.incremental.views`.
    """

    #: Its name in nodes and in the environment.
    kind: ClassVar[str]
    #: Whether an empty request shows what the page's own guide names.
    is_of_own_guide: ClassVar[bool] = False
    #: Static files that a page with it needs.
    scripts: ClassVar[tuple[str, ...]] = ()
    styles: ClassVar[tuple[str, ...]] = ()
    #: Whether it needs the full width of the page.
    is_wide: ClassVar[bool] = False

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return what it shows on a page, as data that can be serialised as JSON."""
        raise NotImplementedError

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return nodes for *found*, the data of the listing, which is not empty."""
        raise NotImplementedError

    def shows_others(self, request: Mapping[str, Any]) -> bool:
        """Return whether it may show guides that the page's own guide does not name."""
        return bool(request) or not self.is_of_own_guide


class ListingDirective(SphinxDirective):
    """Inserts a listing into a page; each subclass sets the kind."""

    kind: ClassVar[str]
    #: What it requests in addition to its options.
    request: ClassVar[Request] = {}

    def run(self) -> list[nodes.Node]:
        request = {**self.request, **self.options}
        return [listing(kind=self.kind, docname=self.env.docname, request=request)]


def warn_at(directive: SphinxDirective, subtype: str, message: str) -> None:
    """Log a warning with the location of a directive."""
    node = nodes.paragraph()
    directive.set_source_info(node)
    warn(directive.env, node, subtype, message)
