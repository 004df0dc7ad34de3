"""Nodes for cards: blocks, and links around whole blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import escape

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class card_box(nodes.container):  # noqa: N801
    """A block; ``tag`` is its HTML element, ``label`` its name for assistive technologies."""


class card_link(nodes.reference):  # noqa: N801
    """A link around a whole card; ``rel`` is its HTML attribute.

    ``career`` is the folder of the career that readers can mark there to compare it.
    """


class card_more(nodes.container):  # noqa: N801
    """What a card shows on request; ``summary`` is the text to press. Open in other formats."""


def visit_card_box(self: HTML5Translator, node: card_box) -> None:
    """Open the HTML element of the block."""
    attributes = {"aria-label": node["label"]} if node.get("label") else {}
    self.body.append(self.starttag(node, node["tag"], **attributes))


def depart_card_box(self: HTML5Translator, node: card_box) -> None:
    """Close the HTML element of the block."""
    self.body.append(f"</{node['tag']}>\n")


def visit_card_link(self: HTML5Translator, node: card_link) -> None:
    """Open a link that may contain a whole card."""
    attributes = {"rel": node["rel"]} if node.get("rel") else {}
    if node.get("career"):
        attributes["data-guide-mark"] = node["career"]
    self.body.append(self.starttag(node, "a", "", href=node["refuri"], **attributes))


def depart_card_link(self: HTML5Translator, node: card_link) -> None:
    """Close the link."""
    self.body.append("</a>\n")


def visit_card_more(self: HTML5Translator, node: card_more) -> None:
    """Open a block that readers unfold; a plain one in books, whose readers may not be able to."""
    if self.builder.name == "epub":
        self.body.append(self.starttag(node, "div"))
    else:
        self.body.append(self.starttag(node, "details"))
        self.body.append(f"<summary>{escape(node['summary'])}</summary>\n")


def depart_card_more(self: HTML5Translator, node: card_more) -> None:
    """Close the block."""
    self.body.append("</div>\n" if self.builder.name == "epub" else "</details>\n")


def setup(app: Sphinx) -> None:
    """Register the nodes with their HTML; other writers treat them as their docutils class."""
    app.add_node(card_box, html=(visit_card_box, depart_card_box))
    app.add_node(card_more, html=(visit_card_more, depart_card_more))
    app.add_node(card_link, html=(visit_card_link, depart_card_link))
