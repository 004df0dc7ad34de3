"""The node for pictures on cards and in figures, with their HTML."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from sphinx.locale import _

from career_guides.domain import guides

from .picture_sources import PictureVariants, card_sizes, figure_sizes, sources

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.manpage import ManualPageTranslator
    from sphinx.writers.text import TextTranslator


class card_image(nodes.image):  # noqa: N801 - docutils' names are lower case
    """An image with ``size`` (pixels of the file) and ``loading`` as HTML attributes.

    docutils would write the size as an inline style. ``is_thumbnail`` says that it is on a card;
    ``path`` is its path relative to the source folder, if ``uri`` is not.
    """


def takes_variants(node: nodes.image) -> bool:
    """Return whether a picture is shown with its variants.

    One in the text with an explicit size or alignment is not: docutils handles these.
    """
    own = {"width", "height", "scale", "align", "loading"} & node.attributes.keys()
    return isinstance(node, card_image) or (type(node) is nodes.image and not own)


def visit_card_image(self: HTML5Translator, node: card_image) -> None:
    """Write the whole ``<img>`` element, inside a ``<picture>`` with its variants if it has any."""
    if "path" not in node:
        node["path"] = path = node["uri"]
        if path in self.builder.images:
            # In the node, too, as Sphinx does: other extensions look there when a page is written.
            node["uri"] = posixpath.join(self.builder.imgpath, quote(self.builder.images[path]))
    uri = node["uri"]
    variants = guides(self.builder.env).build.of(PictureVariants).by_path.get(node["path"])
    attributes: dict[str, Any] = {"src": uri, "alt": node.get("alt", "")}
    if size := node.get("size"):
        attributes |= {k: v for k, v in zip(("width", "height"), size, strict=True) if v}
    # The figure at the top of a page is not lazy: it is what the reader waits for. The pictures of
    # a book are there already, and not every reading program tells when one comes into sight.
    if node.get("loading") == "eager":
        attributes["fetchpriority"] = "high"
    elif self.builder.name != "epub":
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


def visit_card_image_text(self: TextTranslator, node: card_image) -> None:
    """Write what the picture shows, once and on lines of its own; nothing for a decoration.

    Sphinx (9.0) adds "[image]", and the caption right behind it.
    """
    if alt := node.get("alt"):
        self.new_state(0)
        self.add_text(_("[image: %s]") % alt)
        self.end_state()
    raise nodes.SkipNode


def visit_card_image_man(self: ManualPageTranslator, node: card_image) -> None:
    """Write what the picture shows, once; nothing for a decoration."""
    if alt := node.get("alt"):
        self.ensure_eol()
        self.visit_Text(nodes.Text(_("[image: %s]") % alt))
        self.body.append("\n.sp\n")
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the node with its forms; other writers treat it as an image."""
    app.add_node(
        card_image,
        html=(visit_card_image, None),
        text=(visit_card_image_text, None),
        man=(visit_card_image_man, None),
    )
