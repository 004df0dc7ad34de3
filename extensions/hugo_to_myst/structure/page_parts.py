"""Recognise the parts of a guide in the blocks of a page: figure, next link, heading levels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hugo_to_myst.read.html_tree import Element, Node

from .blocks import heading_target

if TYPE_CHECKING:
    from hugo_to_myst.read.front_matter import Content


_GENERATED = re.compile(
    r"\bAI[- ]generated (?:content|text|image|article)?\s*(?:from|by|with)\s+(.+?)\s*\.?\s*$", re.I
)
_NEXT = re.compile(r"\s*next\b(?P<mark>\s*[:\u2013\u2014>»→-])?\s*(?P<label>.*?)\s*$", re.I | re.S)
_MAX_TITLE = 300
_LEVEL = {f"h{n}": n for n in range(1, 7)}


@dataclass(frozen=True, slots=True)
class NextLink:
    """The link that ends a page and leads to the next.

    :param label: its text, without a leading `next:`.
    """

    href: str
    label: str
    line: int


@dataclass(frozen=True, slots=True)
class PageParts:
    """The parts of a page.

    :param blocks: the blocks between the figure and the next link.
    :param figure: the figure that the page begins with: its image in the attributes, its caption
        in the children.
    :param generated_by: the program that wrote the page.
    :param levels_closed: how many headings have another level now.
    """

    blocks: list[Element]
    figure: Element | None = None
    next: NextLink | None = None
    generated_by: str = ""
    levels_closed: int = 0


def split_page(blocks: list[Element]) -> PageParts:
    """Find the parts of a guide in the blocks of a page."""
    figure, rest = _figure(blocks)
    next_link, rest = _next_link(rest)
    rest, closed = _close_levels(rest)
    program = _generated_by(figure.text) if figure else ""
    return PageParts(rest, figure, next_link, program, closed)


def split_title(content: Content, blocks: list[Element]) -> tuple[str, list[Element]]:
    """Split off the heading that a page without a title begins with, as its title.

    :returns: the title, empty if there is none, and the other blocks.
    """
    first = next((b for b in blocks if b.tag not in ("x-comment", "x-target")), None)
    if content.values.get("title") or first is None or first.tag != "h1":
        return "", blocks
    if first.find("a", "img", "hugo-note-ref") or len(first.text) > _MAX_TITLE:
        return "", blocks
    rest = [b for block in blocks for b in (heading_target(first) if block is first else [block])]
    return " ".join(first.text.split()), rest


def _generated_by(caption: str) -> str:
    """Return the program that wrote the page, if the caption names it."""
    found = _GENERATED.search(" ".join(caption.split()))
    return found[1].rpartition(": ")[2].strip() if found else ""


def _figure(blocks: list[Element]) -> tuple[Element | None, list[Element]]:
    """Split off the figure that a page begins with; one that is a link stays in the text."""
    for n, block in enumerate(blocks):
        if block.tag == "figure" and not block.get("href"):
            return block, blocks[:n] + blocks[n + 1 :]
        if block.tag not in ("x-comment", "x-target"):
            break
    return None, blocks


def _next_link(blocks: list[Element]) -> tuple[NextLink | None, list[Element]]:
    """Split off the link that a page ends with, if its text begins with `next`."""
    rest = list(blocks)
    tail: list[Element] = []
    while rest and rest[-1].tag in ("x-comment", "hr", "hugo-notes"):
        tail.insert(0, rest.pop())
    last = rest[-1] if rest else None
    if last is None or last.tag != "p":
        return None, blocks
    children = [c for c in last.children if not (isinstance(c, str) and not c.strip())]
    link = _without_emphasis(children[-1]) if children else None
    if link is None or link.tag != "a" or link.find("img"):
        return None, blocks
    before = children[:-1]
    if before and not (isinstance(before[-1], Element) and before[-1].tag == "br"):
        return None, blocks
    found = _NEXT.match(link.text)
    if not found:
        return None, blocks
    while before and isinstance(end := before[-1], Element) and end.tag == "br":
        before.pop()
    label = found["label"] if found["mark"] and found["label"] else link.text.strip()
    rest[-1:] = [replace(last, children=tuple(before))] if before else []
    kept = [b for b in tail if b.tag != "hr"]
    return NextLink(link.get("href"), " ".join(label.split()), link.line or last.line), rest + kept


def _without_emphasis(node: Node) -> Element | None:
    """Return the element inside any emphasis around it."""
    around = ("strong", "em", "u")
    while isinstance(node, Element) and node.tag in around and len(node.children) == 1:
        node = node.children[0]
    return node if isinstance(node, Element) else None


def _close_levels(blocks: list[Element]) -> tuple[list[Element], int]:
    """Let headings begin at the second level and skip none; return how many changed.

    The first level is the title's, and MyST warns about headings that skip one.
    """
    open_levels: list[int] = []
    out: list[Element] = []
    closed = 0
    for block in blocks:
        level = _LEVEL.get(block.tag)
        if level is None:
            out.append(block)
            continue
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        tag = f"h{min(1 + len(open_levels), 6)}"
        closed += tag != block.tag
        out.append(Element(tag, block.attrs, block.children))
    return out, closed
