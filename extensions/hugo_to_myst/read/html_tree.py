"""A small tree of HTML elements, read as browsers read HTML; no element changes once it is made."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


#: Prefix of the attributes that the importer itself adds.
PREFIX = "data-hugo-"
#: The attribute with the line of the content file that an element begins on.
LINE = PREFIX + "line"

#: Elements that a browser draws as blocks. https://html.spec.whatwg.org/#flow-content-3
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "caption", "hugo-notes", "hugo-note", "x-directive", "x-literal", "x-raw",
    "x-target", "x-math-block",
})  # fmt: skip
#: Elements that Markdown does not have; they stay HTML.
RAW = frozenset({
    "iframe", "video", "audio", "object", "embed", "svg", "canvas", "form", "select", "textarea",
    "map", "math", "meter", "progress", "marquee", "input", "applet", "frameset",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
})  # fmt: skip
_LINE = re.compile(rf"{LINE}=(\d+):")
#: How deep elements may be nested; of deeper ones only text and links are kept.
_MAX_DEPTH = 60


# Not `frozen`, which takes four times as long to make one; a page has hundreds of them.
@dataclass(slots=True)
class Element:
    """An element. The importer itself adds those named `x-…`: directives, comments, raw HTML."""

    tag: Final[str]
    attrs: Final[dict[str, str]] = field(default_factory=dict)
    children: Final[tuple[Node, ...]] = ()

    @property
    def line(self) -> int:
        """Return its line in the file; 0 if unknown."""
        digits = self.attrs.get(LINE, "")
        return int(digits) if digits.isascii() and digits.isdigit() else 0

    def get(self, name: str) -> str:
        """Return an attribute; empty if it has none of that name."""
        return self.attrs.get(name, "")

    def with_children(self, children: Iterable[Node]) -> Element:
        """Copy the element with other children."""
        return Element(self.tag, self.attrs, tuple(children))

    def walk(self) -> Iterator[Element]:
        """Go through the element and all those in it, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, *tags: str) -> Element | None:
        """Return the first element in it that has one of these tags."""
        return next((e for e in self.walk() if e is not self and e.tag in tags), None)

    @property
    def text(self) -> str:
        """Return all text in it, unchanged."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


Node: TypeAlias = Element | str


def read_html(source: str) -> Element:
    """Read HTML as a browser does, all of it into the body; never raises."""
    source = source.replace("\0", "\N{REPLACEMENT CHARACTER}")
    document = LexborHTMLParser(f"<!doctype html><body>{source}")
    body = document.body
    return Element("body", {}, _children(body, 0) if body else ())


def _children(node: LexborNode, depth: int) -> tuple[Node, ...]:
    out: list[Node] = []
    child = node.child
    while child is not None:
        out += _convert(child, depth)
        child = child.next
    return tuple(out)


def _convert(node: LexborNode, depth: int) -> list[Node]:
    if node.is_text_node:
        return [node.text_content or ""]
    if node.is_comment_node:
        found = _LINE.match(node.comment_content or "")
        text = (node.comment_content or "")[found.end() if found else 0 :]
        return [Element("x-comment", {LINE: found[1]} if found else {}, (text,))]
    tag = (node.tag or "").lower()
    if not node.is_element_node or tag in ("", "template"):
        return []
    if depth >= _MAX_DEPTH and tag not in ("a", "img", "br", "script", "style"):
        return _flat(node)
    attrs = {k.lower(): v or "" for k, v in node.attributes.items()}
    inside = tuple(_flat(node)) if depth >= _MAX_DEPTH else _children(node, depth + 1)
    return [Element(tag, attrs, inside)]


def _flat(node: LexborNode) -> list[Node]:
    """Return the text in a node without recursion."""
    out: list[Node] = []
    for inner in node.traverse(include_text=True):
        parent = inner.parent
        if inner.is_text_node and not (parent and parent.tag in ("script", "style")):
            out += (inner.text_content or "", " ")
    return out


def write_html(node: Node) -> str:
    """Write HTML, without comments and the attribute `LINE`."""
    if isinstance(node, str):
        return html.escape(node, quote=False)
    inner = "".join(map(write_html, node.children))
    if node.tag == "x-comment":
        return ""
    attrs = "".join(
        f' {name}="{html.escape(value)}"' if value else f" {name}"
        for name, value in node.attrs.items()
        if name != LINE
    )
    return f"<{node.tag}{attrs}>" + ("" if node.tag in _VOID else f"{inner}</{node.tag}>")


def is_block(node: Node) -> bool:
    """Return whether a node is drawn as a block, or holds something that is."""
    if isinstance(node, str):
        return False
    return node.tag in BLOCKS or node.tag in RAW or any(map(is_block, node.children))


def without(node: Element, removed: Element) -> Element:
    """Copy an element without one that is in it."""
    kept = [c for c in node.children if c is not removed]
    return node.with_children([without(c, removed) if isinstance(c, Element) else c for c in kept])


def text_outside(node: Element, tag: str) -> str:
    """Return the text in an element, except that of elements with a tag."""
    parts = (
        child if isinstance(child, str) else "" if child.tag == tag else text_outside(child, tag)
        for child in node.children
    )
    return "".join(parts)
