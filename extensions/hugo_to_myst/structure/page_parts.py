"""Recognise the parts of a guide in the blocks of a page: its figure, its next link, its levels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hugo_to_myst.read.html_tree import Element, Node

if TYPE_CHECKING:
    from hugo_to_myst.read.front_matter import Content


_GENERATED = re.compile(
    r"\bAI[- ]generated (?:content|text|image|article)?\s*(?:from|by|with)\s+(.+?)\s*\.?\s*$", re.I
)
_NEXT = re.compile(r"\s*next\b(?P<mark>\s*[:\u2013\u2014>»→-])?\s*(?P<label>.*?)\s*$", re.I | re.S)
_LONGEST_TITLE = 300
_LEVEL = {f"h{n}": n for n in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Next:
    """The link that closes a page and leads on.

    :param label: its text, without a leading `next:`.
    """

    href: str
    label: str
    line: int


@dataclass(frozen=True, slots=True)
class Parts:
    """A page, taken apart.

    :param figure: the figure that the page begins with: its image in the attributes, its caption
        in the children.
    """

    blocks: list[Element]
    figure: Element | None = None
    next: Next | None = None
    generated_by: str = ""
    levels_closed: int = 0


def take_apart(blocks: list[Element]) -> Parts:
    """Find the parts of a guide in a page's blocks."""
    figure, rest = _figure(blocks)
    following, rest = _next(rest)
    rest, closed = close_levels(rest)
    generated = generated_by(figure.text) if figure else ""
    return Parts(rest, figure, following, generated, closed)


def title_of(content: Content, blocks: list[Element]) -> tuple[str, list[Element]]:
    """Take the heading that a page without a title begins with for its title."""
    first = next((b for b in blocks if b.tag not in ("x-comment", "x-target")), None)
    if content.values.get("title") or first is None or first.tag != "h1":
        return "", blocks
    if first.find("a", "img", "hugo-note-ref") or len(first.text) > _LONGEST_TITLE:
        return "", blocks
    return " ".join(first.text.split()), [b for b in blocks if b is not first]


def generated_by(caption: str) -> str:
    """Read out of a caption which program wrote the page."""
    found = _GENERATED.search(" ".join(caption.split()))
    return found[1].rpartition(": ")[2].strip() if found else ""


def _figure(blocks: list[Element]) -> tuple[Element | None, list[Element]]:
    """Take the figure that a page begins with; one that is a link stays in the text."""
    for n, block in enumerate(blocks):
        if block.tag == "figure" and not block.get("href"):
            return block, blocks[:n] + blocks[n + 1 :]
        if block.tag not in ("x-comment", "x-target"):
            break
    return None, blocks


def _next(blocks: list[Element]) -> tuple[Next | None, list[Element]]:
    """Take the link that a page ends with, if its text begins with `next`."""
    rest = list(blocks)
    tail: list[Element] = []
    while rest and rest[-1].tag in ("x-comment", "hr", "hugo-notes"):
        tail.insert(0, rest.pop())
    last = rest[-1] if rest else None
    if last is None or last.tag != "p":
        return None, blocks
    children = [c for c in last.children if not (isinstance(c, str) and not c.strip())]
    link = _bare(children[-1]) if children else None
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
    return Next(link.get("href"), " ".join(label.split()), link.line or last.line), rest + kept


def _bare(node: Node) -> Element | None:
    """Look through emphasis around a link."""
    around = ("strong", "em", "u")
    while isinstance(node, Element) and node.tag in around and len(node.children) == 1:
        node = node.children[0]
    return node if isinstance(node, Element) else None


def close_levels(blocks: list[Element]) -> tuple[list[Element], int]:
    """Begin headings at the second level and leave none out; give how many levels changed.

    The first level is the title's, and MyST warns of headings that skip one.
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
        out.append(replace(block, tag=tag))
    return out, closed
