"""The end of a chapter: its place in the career, and the previous and the next page together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.locale import _

from career_guides.catalogue.targets import Target
from career_guides.nodes.card import card_box, card_link

from .base import Listing
from .links import texts
from .next_card import NextCard, next_targets, target_card, targets_by_hand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from career_guides.domain import GuideDomain

    from .cards import Card
    from .links import Link


class Place(NamedTuple):
    """Where a chapter is in its career.

    :param career: the career's name
    :param number: of the chapter in reading order, from 1
    :param total: of the career's chapters, without the landing page
    """

    career: str
    number: int
    total: int

    @property
    def text(self) -> str:
        """The place in words: "Chapter 2 of 6"; ``''`` for the only chapter of a career."""
        if self.total < 2:
            return ""
        return _("Chapter {number} of {count}").format(number=self.number, count=self.total)


class ChapterNav(Listing):
    """The place of a chapter, its previous page, and its next page, or the "next" cards."""

    kind = "chapters"
    is_of_own_guide = True

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return the place in words, the previous page, the "next" cards and the next page.

        A guide without ``next`` has no card, but a link to the chapter that follows. The cards of
        a ``{next}`` in the text are where their author put them, and not repeated here.
        """
        if docname not in domain.build.catalogue.entries:
            return []
        before, after = neighbours(domain, docname)
        cards = NextCard().data(domain, docname, {})
        if targets_by_hand(domain, docname):
            cards, after = [], None
        where = place(domain, docname)
        prev = before and target_card(domain, before)
        following = None if cards or after is None else target_card(domain, after)
        if not (prev or cards or following):
            return []
        return [where.text if where else "", prev, cards, following]

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return one block of navigation; on paper and in plain text, only what follows."""
        where, prev, cards, following = found
        end = NextCard().nodes(cards, link, {}) if cards else []
        if not link.is_html or not (where or prev or following):
            return end
        box = card_box(tag="nav", classes=["chapter-nav"], label=_("Chapters"))
        if where:
            box += nodes.paragraph("", where, classes=["chapter-place"])
        if prev:
            box += _neighbour(prev, link, "prev", _("Previous"))
        if following:
            box += _neighbour(following, link, "next", _("Next"))
        box += end
        return [box]


def _neighbour(card: Card, link: Link, rel: str, word: str) -> nodes.reference:
    anchor = link.to(card, card_link, rel=rel, classes=[f"chapter-{rel}"])
    context = word + (f": {card.label}" if card.label else "")
    anchor += nodes.inline("", context, classes=["chapter-context"])
    anchor += texts(card._replace(description=""), "chapter")
    return anchor


def neighbours(domain: GuideDomain, docname: str) -> tuple[Target | None, Target | None]:
    """Return the previous and the next page of a guide.

    These are the ones in its front matter, or else its neighbours in the order of the career.
    """
    entry = domain.build.catalogue.entries[docname]
    career = domain.build.catalogue.careers[entry.career]
    order = ((career.index,) if career.index else ()) + career.guides if entry.career else ()
    position = order.index(docname) if docname in order else -1
    before = Target(order[position - 1]) if position > 0 else None
    after = Target(order[position + 1]) if 0 <= position < len(order) - 1 else None
    next_card = next_targets(domain, docname)
    return (entry.prev[0] if entry.prev else before), (next_card[0] if next_card else after)


def place(domain: GuideDomain, docname: str) -> Place | None:
    """Return the place of a chapter in its career; ``None`` for pages that are no chapters.

    Those are landing pages, and guides in the source folder itself or in a folder of
    ``guides_not_careers``.
    """
    catalogue = domain.build.catalogue
    entry = catalogue.entries.get(docname)
    if not entry or entry.career in {"", *domain.build.app.config.guides_not_careers}:
        return None
    career = catalogue.careers[entry.career]
    if docname not in career.guides:
        return None
    number = career.guides.index(docname) + 1
    return Place(career.title, number, len(career.guides))
