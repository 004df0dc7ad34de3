"""Bring the content of a line into the few forms that MyST has for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hugo_to_myst.read.html_tree import BLOCKS, LINE, Element, Node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hugo_to_myst.findings import PageLog


#: The elements that MyST has a form for, and the one of them that each inline element becomes.
_FORMS = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "dfn": "em",
    "var": "em", "del": "s", "strike": "s", "s": "s", "code": "code", "tt": "code",
    "samp": "code", "kbd": "kbd", "sub": "sub", "sup": "sup", "u": "u", "ins": "u",
    "mark": "mark", "abbr": "abbr", "acronym": "abbr", "a": "a", "img": "img", "br": "br",
    "hugo-note-ref": "hugo-note-ref", "x-math": "x-math", "x-shortcode": "x-shortcode",
}  # fmt: skip
#: Forms whose text cannot hold other markup.
_PLAIN = {"code", "kbd", "sub", "sup", "abbr", "x-math", "x-shortcode"}
#: Forms of which neighbours are joined.
_MERGED = {"strong", "em", "s", "code", "u", "mark"}
#: All blanks but single spaces, which stay as they are.
_SPACE = re.compile(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")


class Inliner:
    """Normalises inline content.

    :ivar anchors: the ids found so far, which the block that the line is in takes over.
    """

    def __init__(self, log: PageLog) -> None:
        self.log = log
        self.anchors: list[str] = []

    def inline(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Normalise inline nodes: known forms only, blanks collapsed, neighbours joined."""
        return tuple(_trimmed(_joined(self._all(nodes))))

    def paragraphs(self, nodes: Iterable[Node]) -> list[Element]:
        """Make paragraphs of inline nodes; two line breaks or more begin a new one."""
        nodes = tuple(nodes)
        line = next((n.line for n in nodes if isinstance(n, Element) and n.line), 0)
        parts: list[list[Node]] = [[]]
        breaks = 0
        for node in _joined(self._all(nodes)):
            if _is_break(node):
                breaks += 1
                continue
            if node == " " and breaks:
                continue
            if breaks >= 2:
                parts.append([])
            elif breaks:
                parts[-1].append(Element("br"))
            breaks = 0
            parts[-1].append(node)
        trimmed = [tuple(_trimmed(part)) for part in parts]
        return [Element("p", {LINE: str(line)} if line else {}, part) for part in trimmed if part]

    def _all(self, nodes: Iterable[Node]) -> list[Node]:
        out: list[Node] = []
        for node in nodes:
            out += [_SPACE.sub(" ", node)] if isinstance(node, str) else self._one(node)
        return out

    def _one(self, node: Element) -> list[Node]:
        if anchor := node.get("id") or (node.get("name") if node.tag == "a" else ""):
            self.anchors.append(anchor)
        if node.tag == "x-comment":
            self.log("comment", node.line, node.text.strip(), "dropped: it was inside a sentence")
        if node.tag in ("x-comment", "rp", "wbr", "source", "track", "col", "area"):
            return []
        tag = _FORMS.get(node.tag, "")
        if tag == "a" and not node.get("href").strip():
            tag = ""
            if "href" in node.attrs:
                self.log("link", node.line, 'href=""', "its text only: it leads nowhere")
        if node.tag == "button":
            self.log("element", node.line, f"<button> {node.text.strip()}", "its text is kept")
        if not tag:
            # A block where only inline content may be, such as a heading, is set off by blanks.
            before, after = (
                ("“", "”") if node.tag == "q" else (" ", " ") if node.tag in BLOCKS else ("", "")
            )
            return [before, *self._all(node.children), after]
        return self._known(node, tag)

    def _known(self, node: Element, tag: str) -> list[Node]:
        """Normalise an element that MyST has a form for."""
        if tag in ("img", "br", "hugo-note-ref"):
            return [Element(tag, node.attrs)]
        if tag in _PLAIN:
            return self._plain(Element(tag, node.attrs, node.children))
        children = _joined(self._all(node.children))
        if not _shows(children):
            return [" "] if any(isinstance(c, str) and c for c in children) else []
        return [Element(tag, node.attrs, tuple(children))]

    def _plain(self, node: Element) -> list[Node]:
        """Normalise an element that holds text only; one without text goes."""
        text = node.text if node.tag == "x-shortcode" else _SPACE.sub(" ", node.text)
        if node.find("img"):
            return self._all(node.children)
        if not text.strip():
            return [" "] if text else []
        if any(isinstance(c, Element) for c in node.children):
            outer = next((e for e in node.walk() if e.tag == "a" and e.get("href")), None)
            if outer is not None and outer is not node:
                inner = Element(node.tag, node.attrs, (text,))
                return [Element("a", outer.attrs, (inner,))]
            if node.find("hugo-note-ref"):
                return self._all(node.children)
        return [node.with_children([text])]


def _shows(nodes: list[Node]) -> bool:
    return any(isinstance(n, Element) or n.strip() for n in nodes)


def _joined(nodes: list[Node]) -> list[Node]:
    """Join neighbours of the same kind, such as `<b>a</b><b>b</b>`, and their blanks."""
    out: list[Node] = []
    for node in nodes:
        last = out[-1] if out else None
        if isinstance(node, str) and isinstance(last, str):
            out[-1] = _SPACE.sub(" ", last + node)
        elif (
            isinstance(node, Element) and isinstance(last, Element)
            and node.tag == last.tag and node.tag in _MERGED
        ):  # fmt: skip
            both = (*last.children, *node.children)
            text = "".join(c if isinstance(c, str) else c.text for c in both)
            inside = [text] if node.tag == "code" else _joined(list(both))
            out[-1] = last.with_children(inside)
        elif node != "":
            out.append(node)
    return out


def _trimmed(nodes: list[Node]) -> list[Node]:
    """Drop blanks and line breaks at both ends, and blanks next to line breaks."""
    out = list(nodes)
    while out and (out[0] == " " or _is_break(out[0])):
        out.pop(0)
    while out and (out[-1] == " " or _is_break(out[-1])):
        out.pop()
    for n, node in enumerate(out):
        if isinstance(node, str):
            first = n == 0 or _is_break(out[n - 1])
            last = n == len(out) - 1 or _is_break(out[n + 1])
            text = node.lstrip(" ") if first else node
            out[n] = text.rstrip(" ") if last else text
    return [n for n in out if n != ""]


def _is_break(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "br"
