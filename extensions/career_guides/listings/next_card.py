"""The "next" cards at the end of a page, and ``{next}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.locale import _
from sphinx.util.docutils import SphinxDirective

from career_guides.catalogue.targets import Target, TargetError, find_target, why_no_heading
from career_guides.diagnostics.problem import shorten
from career_guides.domain import guides
from career_guides.nodes.card import card_box, card_link
from career_guides.nodes.listing import listing

from .base import Listing, warn_at
from .cards import Card, card
from .links import rows, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.util.typing import OptionSpec

    from career_guides.domain import GuideDomain

    from .links import Link


class NextCard(Listing):
    """Cards of what to read next: those of a ``{next}``, else those of the front matter."""

    kind = "next"
    is_of_own_guide = True

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return the cards of the ``targets`` of a ``{next}``, else those of the front matter."""
        entry = domain.build.catalogue.entries.get(docname)
        targets = list(entry.next if entry else ())
        if "targets" in request:  # even if none of them exists, so that the mistake is visible
            targets = _in_language(domain, docname, request["targets"])
        return [target_card(domain, target) for target in targets]

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return the "next" cards as one block of navigation."""
        if not link.is_html:
            return [*rows(found, link, _("Next") + ": ")]
        box = card_box(tag="nav", classes=["next-card"], label=_("Next"))
        for each in found:
            anchor = link.to(each, card_link, rel="next")
            context = _("Next") + (f": {each.label}" if each.label else "")
            anchor += nodes.inline("", context, classes=["next-card-context"])
            anchor += texts(each, "next-card")
            box += anchor
        return [box]


class NextDirective(SphinxDirective):
    """Cards of what to read next, which replace those of the front matter."""

    required_arguments = 1
    optional_arguments = 50
    option_spec: ClassVar[OptionSpec] = {"label": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        folder = self.env.docname.rpartition("/")[0]
        drafts = guides(self.env).build.catalogue.drafts
        targets = []
        for written in self.arguments:
            try:
                target = find_target(written, folder, self.env.found_docs, drafts)
            except TargetError as error:
                warn_at(self, "target", f"'next' points at {shorten(error.target)}, {error}")
                continue
            if target.docname == self.env.docname:
                warn_at(self, "target", "'next' points at the page itself")
                continue
            if reason := why_no_heading(target, guides(self.env).build.catalogue.pages):
                warn_at(self, "anchor", f"'next' points at {shorten(written)}, but {reason}")
            targets.append([target.docname, target.url, self.options.get("label"), target.heading])
        request = {"targets": targets, "written": self.arguments}
        return [listing(kind="next", docname=self.env.docname, request=request)]


def next_targets(domain: GuideDomain, docname: str) -> list[Target]:
    """Return the targets of a page's "next" cards: of its directives, else of its front matter."""
    by_hand = targets_by_hand(domain, docname)
    if by_hand:
        return [target for some in by_hand for target in _in_language(domain, docname, some)]
    entry = domain.build.catalogue.entries.get(docname)
    return list(entry.next if entry else ())


def targets_by_hand(domain: GuideDomain, docname: str) -> list[list[Target]]:
    """Return the targets of each "next" directive in the text of a page, as written there."""
    requests = [
        request for kind, request in domain.listings.get(docname, ()) if kind == NextCard.kind
    ]
    return [
        [Target(*target) for target in request["targets"]]
        for request in requests
        if "targets" in request
    ]


def _in_language(
    domain: GuideDomain, docname: str, targets: Iterable[tuple[str, str, str | None, str]]
) -> list[Target]:
    translate = domain.build.translations.of_page
    return [
        Target(to, url, label and translate(docname, label), heading)
        for to, url, label, heading in targets
    ]


def target_card(domain: GuideDomain, target: Target) -> Card:
    """Return the card of a page of the site, or of an address elsewhere."""
    docname, url, label, heading = target
    if docname:
        anchor = domain.heading_id(docname, heading)
        return card(domain, docname, label or "")._replace(anchor=anchor)
    address = urlsplit(url)
    where = (address.netloc + address.path).rstrip("/")
    return Card("", url, label or where, address.netloc if label else "")
