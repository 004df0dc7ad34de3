"""Links from a page to others, for a given builder, and cards as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.errors import NoUri

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from .cards import Card


class Link:
    """Creates links from one page, for one builder."""

    def __init__(self, builder: Builder, docname: str) -> None:
        self.builder = builder
        self.docname = docname
        self.is_html = builder.format == "html"
        self.is_latex = builder.format == "latex"

    def uri(self, docname: str) -> str:
        """Return the address of a page, relative to this one."""
        # A page's link to itself would be empty, which LaTeX and epub cannot follow.
        # Nor has a page that a book leaves out, such as an orphan, an address there.
        try:
            return self.builder.get_relative_uri(self.docname, docname) or "#"
        except NoUri:
            return "#"

    def to(
        self, card: Card, cls: type[nodes.reference] = nodes.reference, **attributes: Any
    ) -> nodes.reference:
        """Return a link without text to the target of *card*."""
        if card.url:
            return cls("", "", refuri=card.url, internal=False, **attributes)
        uri = self.uri(card.docname)
        if card.anchor and uri != "#":
            uri += f"#{card.anchor}"
        return cls("", "", refuri=uri, internal=True, **attributes)

    def text(self, docname: str, text: str) -> nodes.reference:
        """Return a link to a page, with *text*."""
        return nodes.reference("", text, refuri=self.uri(docname), internal=True)


def rows(found: list[Card], link: Link, before: str = "") -> list[nodes.paragraph]:
    """Return each card as a line: *before*, its title as a link, and its description."""
    lines = []
    for card in found:
        anchor = link.to(card)
        anchor += nodes.Text(card.title)
        row = nodes.paragraph("", before, anchor)
        if card.pay:
            row += nodes.Text(f" \N{EN DASH} {card.pay}")
        if card.description:
            row += nodes.Text(f" \N{EN DASH} {card.description}")
        lines.append(row)
    return lines


def bullets(rows: list[nodes.paragraph], *classes: str) -> nodes.bullet_list:
    """Return lines as a bullet list."""
    items = [nodes.list_item("", row) for row in rows]
    return nodes.bullet_list("", *items, classes=list(classes))


def texts(card: Card, name: str) -> list[nodes.Node]:
    """Return the title and description of a card, with classes that start with *name*."""
    parts: list[nodes.Node] = [nodes.inline("", card.title, classes=[f"{name}-title"])]
    if card.description:
        parts.append(nodes.inline("", card.description, classes=[f"{name}-description"]))
    return parts
