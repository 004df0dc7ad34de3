"""Remove from a tree what cannot or need not be carried over, and report it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hugo_to_myst.read.html_tree import BLOCKS, PREFIX, RAW, Element, Node

if TYPE_CHECKING:
    from hugo_to_myst.findings import PageLog


#: Inline elements that browsers know. https://html.spec.whatwg.org/#text-level-semantics
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "br", "button", "cite", "code",
    "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr",
    "option", "output", "picture", "q", "rp", "rt", "ruby", "s", "samp", "slot", "small", "source",
    "span", "strike", "strong", "sub", "sup", "time", "track", "tt", "u", "var", "wbr", "col",
    "colgroup", "param", "hugo-note-ref", "x-math", "x-shortcode", "optgroup", "datalist",
    "noscript", "area",
})  # fmt: skip
#: Elements that readers do not see, with the kind of finding for each.
_INVISIBLE = {
    "script": "script", "style": "style", "link": "style", "meta": "element", "title": "element",
    "base": "element", "template": "element",
}  # fmt: skip
#: Attributes that mean something; all others only set the look.
_MEANINGFUL = frozenset({
    "href", "src", "alt", "title", "id", "name", "colspan", "rowspan", "start", "type", "checked",
    "width", "height", "value", "open", "align",
})  # fmt: skip
#: Elements whose title is carried over.
_TITLED = ("a", "img", "abbr", "acronym", "iframe")
#: Addresses that run code.
_RUNS_CODE = ("javascript:", "vbscript:", "data:text/html")
_SIDE = re.compile(r"(?<![\w-])(width|height)\s*:\s*(\d+(?:%|px))", re.I)
_LANGUAGE = re.compile(r"(?:^|\s)lang(?:uage)?-([\w+#-]+)")
_BLANKS = re.compile(r"[\s\0-\x20]")
_ALIGN = re.compile(r"text-align:\s*(\w+)")
_MORE = re.compile(r"\s*more\s*")


class Cleaner:
    """Cleans the tree of one page."""

    def __init__(self, log: PageLog) -> None:
        self.log = log
        #: The attributes dropped that only set the look, and the line of the first.
        self.dropped: Counter[str] = Counter()
        self.first_line = 0

    def clean(self, nodes: list[Node]) -> list[Node]:
        """Clean the nodes of a page, and report once how many attributes only set the look."""
        cleaned = [n for node in nodes for n in self._node(node, within_raw=False)]
        if self.dropped:
            what = ", ".join(f"{n} {name}" for name, n in self.dropped.most_common(12))
            self.log("style", self.first_line, what, f"{sum(self.dropped.values())} dropped")
        return cleaned

    def _node(self, node: Node, *, within_raw: bool) -> list[Node]:
        if isinstance(node, str):
            return [node]
        if node.tag == "x-comment":
            return self._comment(node)
        if node.tag in _INVISIBLE and not (within_raw and node.tag == "title"):
            text = node.get("src") or node.get("href") or node.get("content") or node.text
            was = f"<{node.tag}> {' '.join(text.split())[:120]}"
            self.log(_INVISIBLE[node.tag], node.line, was, "dropped")
            return []
        raw = within_raw or node.tag in RAW
        if node.tag == "iframe":  # its content was for browsers without frames
            return [Element("iframe", self._attributes(node, raw=True))]
        children = [n for child in node.children for n in self._node(child, within_raw=raw)]
        known = node.tag in BLOCKS or node.tag in _INLINE or raw
        if not known:
            self.log("element-unknown", node.line, f"<{node.tag}>", "dropped; its content is kept")
            return children
        return [Element(node.tag, self._attributes(node, raw=raw), tuple(children))]

    def _comment(self, node: Element) -> list[Node]:
        text = node.text.strip()
        if _MORE.fullmatch(text):
            self.log("summary", node.line, "<!--more-->", "dropped")
            return []
        return [node] if text else []

    def _attributes(self, node: Element, *, raw: bool) -> dict[str, str]:
        kept: dict[str, str] = {}
        for name, value in node.attrs.items():
            scheme = _BLANKS.sub("", value).lower() if ":" in value else ""
            handler = name.startswith("on") and len(name) > 3
            internal = name.startswith((PREFIX, "option-")) or node.tag.startswith("x-")
            if handler or scheme.startswith(_RUNS_CODE):
                self.log("handler", node.line, f'{name}="{value}"', "dropped")
            elif lost := not raw and not internal and _lost(node.tag, name, value):
                self.log("element", node.line, f'<{node.tag} {name}="{value[:80]}">', lost)
            elif name in _MEANINGFUL or raw or internal:
                kept[name] = value
            elif not _is_parsers(node, name):
                self.dropped[name] += 1
                self.first_line = self.first_line or node.line
            if name == "data-src" and node.tag == "img":  # a script loads it on scrolling
                kept.setdefault("src", value)
            if name == "class" and (language := _LANGUAGE.search(value)):
                kept[PREFIX + "info"] = language[1]
            if name == "style" and node.tag in ("iframe", "video"):
                for side, length in _SIDE.findall(value):
                    kept.setdefault(side.lower(), length.removesuffix("px"))
            if name == "style" and (align := _ALIGN.search(value)):
                kept.setdefault("align", align[1])
        return kept


def _lost(tag: str, name: str, value: str) -> str:
    """Say what becomes of a meaningful attribute that Markdown does not have; else empty."""
    if name == "title" and value.strip() and tag not in _TITLED:
        return "its title is dropped"
    if name == "type" and tag in ("ol", "li") and value in ("a", "A", "i", "I"):
        return "numbered 1, 2, 3"
    return ""


def _is_parsers(node: Element, name: str) -> bool:
    """Return whether it is a class that the Markdown parser wrote, which nobody dropped."""
    return name == "class" and ("task-list" in node.get("class") or not node.get("class").strip())
