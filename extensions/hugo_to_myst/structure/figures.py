"""A raw HTML figure: an image with its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_to_myst.read.html_tree import Element, text_outside

if TYPE_CHECKING:
    from .inline import Inliner


def figure_of(node: Element, inliner: Inliner) -> Element | None:
    """Return the figure that a ``<figure>`` holds: attributes of its image, and its caption inside.

    :returns: ``None`` if it holds anything but one image and a caption
    """
    images = [e for e in node.walk() if e.tag == "img"]
    caption = node.find("figcaption")
    rest = text_outside(node, "figcaption").strip()
    if len(images) != 1 or rest or node.find("iframe", "video", "table", "pre"):
        return None
    (image,) = images
    link = next((e for e in node.walk() if e.tag == "a" and image in e.walk()), None)
    attrs = {k: v for k, v in image.attrs.items() if k not in ("id", "name")}
    attrs |= {"href": link.get("href")} if link and link.get("href") else {}
    shown = inliner.inline(caption.children) if caption else ()
    shown = tuple(" " if isinstance(n, Element) and n.tag == "br" else n for n in shown)
    return Element("figure", attrs, shown)
