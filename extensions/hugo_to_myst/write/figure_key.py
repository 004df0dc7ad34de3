"""The `figure` key of a guide: the image that the page begins with, and its caption as MyST."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from hugo_to_myst.map.rewrite_links import comment
from hugo_to_myst.map.values import MAX_LINE, MAX_TEXT, clip
from hugo_to_myst.read.html_tree import Element

from .inline import write_line

if TYPE_CHECKING:
    from hugo_to_myst.map.rewrite_links import LinkRewriter


def figure_key(
    rewriter: LinkRewriter, node: Element, generated_by: str
) -> tuple[dict[str, Any], list[Element]]:
    """Return the keys for the figure of a guide, and the blocks to write if it has no image.

    :param node: the figure: its image in the attributes, its caption in the children.
    :param generated_by: the program that wrote the page.
    """
    caption = node.with_children(n for child in node.children for n in rewriter.node(child))
    text = write_line(caption.children).replace("\n", " ").strip()
    values: dict[str, Any] = {"generated_by": clip(generated_by)} if generated_by else {}
    source = rewriter.source(node.get("src"), node.line)
    alt = rewriter.alt(node, " ".join(caption.text.split()))
    if not source or len(text) > MAX_TEXT or len(source) > MAX_LINE:
        shown = [Element("p", {}, caption.children)] if text else []
        return values, [comment(f"missing image: {node.get('src')} ({alt})"), *shown]
    figure: dict[str, Any] = {"image": unquote(source) if source.startswith("/") else source}
    figure |= {"alt": clip(alt, MAX_TEXT)} if alt else {}
    figure |= {"decorative": True} if "alt" in node.attrs and not node.get("alt") else {}
    figure |= {"caption": text} if text else {}
    return {"figure": figure, **values}, []
