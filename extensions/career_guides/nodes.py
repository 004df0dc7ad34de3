"""Nodes that stand for what HTML alone can say, and how HTML says it.

Each is a subclass of a docutils node, so that every other writer shows it as that node.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from markupsafe import escape
from sphinx.locale import _

from .domain import guides
from .variants import card_sizes, figure_sizes, sources

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator
    from sphinx.writers.html5 import HTML5Translator


class card_image(nodes.image):  # noqa: N801 - docutils' names are lower case
    """An image with ``size`` (pixels of the file) and ``loading``, as HTML attributes.

    docutils would write the size as an inline style. ``is_thumbnail`` says that it stands on a
    card, ``path`` where it is in the source folder, if ``uri`` does not.
    """


class card_box(nodes.container):  # noqa: N801
    """A block; ``tag`` is its HTML element, ``label`` its name for assistive technology."""


class card_link(nodes.reference):  # noqa: N801
    """A link around a whole card; ``rel`` as in HTML."""


class fact(nodes.abbreviation):  # noqa: N801
    """A figure with its source, which HTML shows on hover and in print, other formats at first use.

    ``facts`` names it, so that the page is read again when it changes.
    """


class pay_chart(nodes.General, nodes.Element):  # noqa: N801
    """A picture of pay: ``svg`` for HTML; nothing elsewhere, since a text beside it says the same.

    ``compared`` says that its second bar stands for all occupations.
    """


class listing(nodes.Invisible, nodes.Element):  # noqa: N801
    """Stands for cards of other pages until the post-transform makes them.

    ``kind`` is one of :data:`.listings.LISTINGS`; ``request`` says which; ``docname`` is the page
    that asks, since in one large document all pages have the name of the first. Invisible, or
    docutils would hand it the label of a target before it.
    """


def visit_card_image(self: HTML5Translator, node: card_image) -> None:
    """Write the whole element; there is nothing inside. Its smaller forms stand around it."""
    uri = node["uri"]
    variants = guides(self.builder.env).variants.get(node.get("path", uri))
    if uri in self.builder.images:
        uri = posixpath.join(self.builder.imgpath, quote(self.builder.images[uri]))
    attributes: dict[str, Any] = {"src": uri, "alt": node.get("alt", "")}
    if size := node.get("size"):
        attributes |= {k: v for k, v in zip(("width", "height"), size, strict=True) if v}
    # Not lazy for the figure at the top of a page: it is what the reader waits for.
    if node.get("loading") == "eager":
        attributes["fetchpriority"] = "high"
    else:
        attributes["loading"] = "lazy"
    attributes["decoding"] = "async"
    node["classes"] = [name for name in node["classes"] if name != "no-scaled-link"]
    tag = self.emptytag(node, "img", "", **attributes)
    if variants and variants.formats:
        width = int(attributes.get("width", variants.width))
        sizes, shown = card_sizes() if node.get("is_thumbnail") else figure_sizes(width)
        before = sources(variants, posixpath.dirname(uri), sizes, shown)
        tag = f"<picture>{before}{tag}</picture>"
    self.body.append(tag)
    raise nodes.SkipNode


def visit_card_box(self: HTML5Translator, node: card_box) -> None:
    """Open the element that the box asks for."""
    attributes = {"aria-label": node["label"]} if node.get("label") else {}
    self.body.append(self.starttag(node, node["tag"], **attributes))


def depart_card_box(self: HTML5Translator, node: card_box) -> None:
    """Close it."""
    self.body.append(f"</{node['tag']}>\n")


def visit_card_link(self: HTML5Translator, node: card_link) -> None:
    """Open a link that may hold a whole card."""
    attributes = {"rel": node["rel"]} if node.get("rel") else {}
    self.body.append(self.starttag(node, "a", "", href=node["refuri"], **attributes))


def depart_card_link(self: HTML5Translator, node: card_link) -> None:
    """Close it."""
    self.body.append("</a>\n")


def visit_pay_chart(self: HTML5Translator, node: pay_chart) -> None:
    """Write the picture and how to read it. A book may not hold such a picture unannounced."""
    if self.builder.name != "epub":
        key = _(
            "Bar: the 10th to the 90th percentile, higher for the middle half; line: the median."
        )
        if node["compared"]:
            key += " " + _("The thin bar stands for all occupations.")
        self.body.append(
            f'<div class="pay-figure">{node["svg"]}<p class="pay-key">{escape(key)}</p></div>\n'
        )
    raise nodes.SkipNode


def skip_node(self: SphinxTranslator, node: nodes.Element) -> None:
    """Leave the node out."""
    raise nodes.SkipNode


def skip(self: HTML5Translator, node: nodes.Element) -> None:
    """Write nothing more: the visitor has written all there is."""


def add_nodes(app: Sphinx) -> None:
    """Tell Sphinx how HTML shows the nodes; other writers take the docutils class."""
    app.add_node(card_image, html=(visit_card_image, skip))
    app.add_node(card_box, html=(visit_card_box, depart_card_box))
    app.add_node(card_link, html=(visit_card_link, depart_card_link))
    no = (skip_node, None)
    app.add_node(pay_chart, html=(visit_pay_chart, skip), latex=no, text=no, man=no, texinfo=no)
    app.add_node(listing)
    app.add_node(fact)
