"""Take out of a tree what may not or need not be carried over, and say so."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hugo_to_myst.read.html_tree import BLOCKS, RAW, Element, Node
from hugo_to_myst.read.start_tags import OURS

if TYPE_CHECKING:
    from hugo_to_myst.findings import PageLog


#: Inline elements that browsers know. https://html.spec.whatwg.org/#text-level-semantics
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "blink",
        "br",
        "button",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "option",
        "output",
        "picture",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "slot",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "track",
        "tt",
        "u",
        "var",
        "wbr",
        "col",
        "colgroup",
        "param",
        "hugo-note-ref",
        "x-math",
        "x-shortcode",
        "optgroup",
        "datalist",
        "noscript",
        "area",
    }
)
#: Elements that readers see nothing of.
_UNSEEN = {
    "script": "script", "style": "style", "link": "style", "meta": "element", "title": "element",
    "base": "element", "template": "element",
}  # fmt: skip
#: What an element means; everything else only sets its look.
_MEANING = frozenset(
    {
        "href",
        "src",
        "alt",
        "title",
        "id",
        "name",
        "colspan",
        "rowspan",
        "start",
        "type",
        "checked",
        "width",
        "height",
        "value",
        "open",
        "align",
    }
)
#: Elements whose title becomes something: a link's, an image's, an abbreviation's.
_TITLED = ("a", "img", "abbr", "acronym", "iframe")
#: Addresses that run code.
_CODE = ("javascript:", "vbscript:", "data:text/html")
_SIDE = re.compile(r"(?<![\w-])(width|height)\s*:\s*(\d+(?:%|px))", re.I)
_LANGUAGE = re.compile(r"(?:^|\s)lang(?:uage)?-([\w+#-]+)")
_MORE = re.compile(r"\s*more\s*")


class Cleaner:
    """Cleans one page's tree."""

    def __init__(self, log: PageLog) -> None:
        self.log = log
        self.looks: Counter[str] = Counter()
        self.first = 0

    def clean(self, nodes: list[Node]) -> list[Node]:
        """Clean a page's nodes, and report once what only set the look."""
        cleaned = [n for node in nodes for n in self._node(node, within_raw=False)]
        if self.looks:
            what = ", ".join(f"{n} {name}" for name, n in self.looks.most_common(12))
            self.log("style", self.first, what, f"{sum(self.looks.values())} dropped")
        return cleaned

    def _node(self, node: Node, *, within_raw: bool) -> list[Node]:
        if isinstance(node, str):
            return [node]
        if node.tag == "x-comment":
            return self._comment(node)
        if node.tag in _UNSEEN and not (within_raw and node.tag == "title"):
            text = node.get("src") or node.get("href") or node.get("content") or node.text
            was = f"<{node.tag}> {' '.join(text.split())[:120]}"
            self.log(_UNSEEN[node.tag], node.line, was, "dropped")
            return []
        raw = within_raw or node.tag in RAW
        if node.tag == "iframe":  # what is inside was for browsers without frames
            return [Element("iframe", self._attributes(node, raw=True))]
        children = [n for child in node.children for n in self._node(child, within_raw=raw)]
        known = node.tag in BLOCKS or node.tag in _INLINE or raw
        if not known:
            self.log("element-unknown", node.line, f"<{node.tag}>", "dropped; its content is kept")
            return children
        return [replace(node, attrs=self._attributes(node, raw=raw), children=tuple(children))]

    def _comment(self, node: Element) -> list[Node]:
        text = node.text.strip()
        if _MORE.fullmatch(text):
            self.log("summary", node.line, "<!--more-->", "dropped")
            return []
        return [node] if text else []

    def _attributes(self, node: Element, *, raw: bool) -> dict[str, str]:
        kept: dict[str, str] = {}
        for name, value in node.attrs.items():
            scheme = re.sub(r"[\s\0-\x20]", "", value).lower()
            handler = name.startswith("on") and len(name) > 3
            ours = name.startswith((OURS, "option-")) or node.tag.startswith("x-")
            if handler or scheme.startswith(_CODE):
                self.log("handler", node.line, f'{name}="{value}"', "dropped")
            elif lost := not raw and not ours and _lost(node.tag, name, value):
                self.log("element", node.line, f'<{node.tag} {name}="{value[:80]}">', lost)
            elif name in _MEANING or raw or ours:
                kept[name] = value
            elif not _ours(node, name):
                self.looks[name] += 1
                self.first = self.first or node.line
            if name == "data-src" and node.tag == "img":  # what scripts load when it is scrolled to
                kept.setdefault("src", value)
            if name == "class" and (language := _LANGUAGE.search(value)):
                kept[OURS + "info"] = language[1]
            if name == "style" and node.tag in ("iframe", "video"):
                for side, length in _SIDE.findall(value):
                    kept.setdefault(side.lower(), length.removesuffix("px"))
            if name == "style" and (align := re.search(r"text-align:\s*(\w+)", value)):
                kept.setdefault("align", align[1])
        return kept


def _lost(tag: str, name: str, value: str) -> str:
    """Say what becomes of an attribute that says something, where Markdown has no place for it."""
    if name == "title" and value.strip() and tag not in _TITLED:
        return "its title is dropped"
    if name == "type" and tag in ("ol", "li") and value in ("a", "A", "i", "I"):
        return "numbered 1, 2, 3"
    return ""


def _ours(node: Element, name: str) -> bool:
    """Leave the classes that the Markdown parser writes out of the count."""
    return name == "class" and ("task-list" in node.get("class") or not node.get("class").strip())
