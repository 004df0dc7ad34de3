"""Small changes of shape that blocks need: leaving a part out, putting tabs into sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_to_myst.read.html_tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterable


def without(node: Element, gone: Element) -> Element:
    """Copy an element without one that is below it."""
    kept = [c for c in node.children if c is not gone]
    return node.having([without(c, gone) if isinstance(c, Element) else c for c in kept])


def text_but(node: Element, tag: str) -> Iterable[str]:
    """Give the texts below an element, but for those in elements of one tag."""
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif child.tag != tag:
            yield from text_but(child, tag)


def tab_sets(blocks: list[Element]) -> list[Element]:
    """Put tabs into a set, and take sets apart that hold no tab."""
    out: list[Element] = []
    for block in blocks:
        name = block.get("name") if block.tag == "x-directive" else ""
        if name == "tab-item":
            if not (out and out[-1].get("name") == "tab-set" and "made" in out[-1].attrs):
                out.append(Element("x-directive", {"name": "tab-set", "arg": "", "made": ""}))
            out[-1] = out[-1].having([*out[-1].children, block])
        elif name == "tab-set" and "made" not in block.attrs:
            out += [c for c in block.children if isinstance(c, Element)]
        else:
            out.append(block)
    return out
