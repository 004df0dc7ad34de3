"""Turn listings into cards, once every page has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform

from .cards import Card, cards
from .domain import guides
from .nodes import card_box, card_image, card_link, listing

if TYPE_CHECKING:
    from collections.abc import Callable


class ResolveListings(SphinxPostTransform):
    """Put the cards of other pages where the documents ask for them."""

    # Before references are resolved (10) and before images are picked.
    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        html = self.app.builder.format == "html"
        for node in list(self.document.findall(listing)):
            found = cards(guides(self.env), node["docname"], node["kind"], node["request"])
            make = {"next": next_card, "guides": grid, "related": related}[node["kind"]]
            new = (
                make(found, self.reference) if html else plain(node["kind"], found, self.reference)
            )
            node.replace_self(new)

    def reference(
        self, card: Card, cls: type[nodes.reference], **attributes: Any
    ) -> nodes.reference:
        """Return an empty link to where *card* leads."""
        if card.url:
            return cls("", "", refuri=card.url, internal=False, **attributes)
        uri = self.app.builder.get_relative_uri(self.env.docname, card.docname)
        # A page's link to itself would be empty, which LaTeX and epub cannot follow.
        return cls("", "", refuri=uri or "#", internal=True, **attributes)


def next_card(found: list[Card], link: Callable[..., nodes.reference]) -> list[nodes.Node]:
    """Return the "next" cards as one block of navigation."""
    box = card_box(tag="nav", classes=["next-card"], label=_("Next"))
    for card in found:
        anchor = link(card, card_link, rel="next")
        context = _("Next") + (f": {card.label}" if card.label else "")
        anchor += nodes.inline("", context, classes=["next-card-context"])
        anchor += _texts(card, "next-card")
        box += anchor
    return [box] if found else []


def grid(found: list[Card], link: Callable[..., nodes.reference]) -> list[nodes.Node]:
    """Return a grid of cards, each with its thumbnail."""
    box = card_box(tag="div", classes=["guide-grid"])
    for card in found:
        anchor = link(card, card_link, classes=["guide-card"])
        if card.image:
            size: dict[str, Any] = {"size": card.size} if card.size else {}
            anchor += card_image(uri=card.image, candidates={"*": card.image}, alt="", **size)
        anchor += _texts(card, "guide-card")
        box += anchor
    return [box] if found else []


def related(found: list[Card], link: Callable[..., nodes.reference]) -> list[nodes.Node]:
    """Return the guides that the author names as related, under a heading of their own."""
    if not found:
        return []
    return [nodes.rubric("", "Related guides"), *grid(found, link)]


def plain(kind: str, found: list[Card], link: Callable[..., nodes.reference]) -> list[nodes.Node]:
    """Return the same as text and links, for formats that have no cards."""
    rows = []
    for card in found:
        anchor = link(card, nodes.reference)
        anchor += nodes.Text(card.title)
        row = nodes.paragraph("", "", anchor)
        if kind == "next":
            row.insert(0, nodes.Text(_("Next") + ": "))
        if card.description:
            row += nodes.Text(f" \N{EN DASH} {card.description}")
        rows.append(row)
    if kind == "next" or not rows:
        return [*rows]
    items = nodes.bullet_list("", *(nodes.list_item("", row) for row in rows))
    return [nodes.rubric("", "Related guides"), items] if kind == "related" else [items]


def _texts(card: Card, name: str) -> list[nodes.Node]:
    texts: list[nodes.Node] = [nodes.inline("", card.title, classes=[f"{name}-title"])]
    if card.description:
        texts.append(nodes.inline("", card.description, classes=[f"{name}-description"]))
    return texts
