"""What each kind of listing has: its data, its nodes, and the directive that asks for it."""

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

#: What a page asks a listing for: the options of its directive, and the like.
Request = dict[str, Any]


class Listing:
    """A kind of listing: what a page shows of other pages.

    Its data is also what tells whether the page has to be written again: see
    :mod:`career_guides.incremental.views`.
    """

    #: Its name, in nodes and in the environment.
    kind: ClassVar[str]
    #: Whether it shows what the page's own guide names, when nothing is asked for.
    is_of_own_guide: ClassVar[bool] = False
    #: Whether it is a table, which needs the whole width of a page.
    is_table: ClassVar[bool] = False

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return what it shows on a page, as data that JSON can hold."""
        raise NotImplementedError

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return the nodes that show *found*, its data, which is not empty."""
        raise NotImplementedError

    def shows_others(self, request: Mapping[str, Any]) -> bool:
        """Return whether it may show guides that the page's own guide does not name."""
        return bool(request) or not self.is_of_own_guide


class ListingDirective(SphinxDirective):
    """Puts a listing into a page; each subclass says of which kind."""

    kind: ClassVar[str]
    #: What it asks for beside its options.
    request: ClassVar[Request] = {}

    def run(self) -> list[nodes.Node]:
        request = {**self.request, **self.options}
        return [listing(kind=self.kind, docname=self.env.docname, request=request)]


def warn_at(directive: SphinxDirective, subtype: str, message: str) -> None:
    """Warn about something at the place of a directive."""
    node = nodes.paragraph()
    directive.set_source_info(node)
    warn(directive.env, node, subtype, message)
