"""The line that lists guides that mention a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _

from career_guides.domain import guides

from .base import Listing
from .cards import by_title, card

if TYPE_CHECKING:
    from collections.abc import Mapping

    from career_guides.build import Build
    from career_guides.domain import GuideDomain

    from .links import Link


class Mentions(Listing):
    """The guides whose text links to this one, in one line."""

    kind = "mentions"
    is_of_own_guide = True

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return a card for each guide whose text links to this one, by title."""
        found = [card(domain, name) for name in domain.build.of(mentioned_in).get(docname, ())]
        return by_title(found)

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return a line with the guides that mention this one."""
        line = nodes.paragraph("", _("Mentioned in") + ": ", classes=["guide-mentions"])
        for number, each in enumerate(found):
            if number:
                line += nodes.Text(", ")
            line += link.text(each.docname, each.title)
        line += nodes.Text(".")
        return [line]


def mentioned_in(build: Build) -> dict[str, list[str]]:
    """Return docname -> guides whose text links to it, once all pages have been read."""
    found: dict[str, list[str]] = {}
    for docname, targets in sorted(guides(build.app.env).mentions.items()):
        entry = build.catalogue.entries.get(docname)
        for target in targets if entry and entry.is_listed else ():
            found.setdefault(target, []).append(docname)
    return found
