"""Turn the HTML of a page into the blocks that MyST has: headings, lists, tables, directives."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hugo_to_myst.read.expand_shortcodes import ADMONITIONS, directive
from hugo_to_myst.read.html_tree import (
    BLOCKS,
    LINE,
    PREFIX,
    RAW,
    Element,
    Node,
    is_block,
    without,
    write_html,
)

from .figures import figure_of
from .inline import Inliner
from .tab_sets import group_tabs
from .tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hugo_to_myst.findings import PageLog


_ALERT = re.compile(r"\s*\[!([A-Za-z]+)\][+-]?[ \t]*([^\n]*)")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Blocks:
    """Makes the blocks of one page."""

    def __init__(self, log: PageLog) -> None:
        self.log = log
        self.inliner = Inliner(log)
        self.tables = Tables(self.flow, self.inliner, log)

    def flow(self, nodes: Iterable[Node]) -> list[Element]:
        """Make blocks of a mixture of blocks and inline nodes."""
        out: list[Element] = []
        run: list[Node] = []
        for node in nodes:
            if is_block(node) and isinstance(node, Element):
                out += self._inline_blocks(run)
                run = []
                out += self._anchored(node)
            else:
                run.append(node)
        out += self._inline_blocks(run)
        return group_tabs(out)

    def _inline_blocks(self, run: list[Node]) -> list[Element]:
        """Make blocks of inline nodes."""
        shown = [n for n in run if not (isinstance(n, str) and not n.strip())]
        if not shown:
            return []
        comments = [n for n in shown if isinstance(n, Element) and n.tag == "x-comment"]
        if comments:  # before the text that they are in
            return [*comments, *self._inline_blocks([n for n in run if n not in comments])]
        elements = [n for n in shown if isinstance(n, Element)]
        calls = [n for n in elements if n.tag != "br"]
        if len(elements) == len(shown) and all(n.tag == "x-shortcode" for n in calls):
            return [replace(n, tag="x-literal") for n in calls]
        paragraphs = self.inliner.paragraphs(run)
        return [*self._targets(), *paragraphs]

    def _targets(self) -> list[Element]:
        """Return the anchors of the last line."""
        found = [Element("x-target", {"id": name}) for name in self.inliner.anchors]
        self.inliner.anchors.clear()
        return found

    def _anchored(self, node: Element) -> list[Element]:
        blocks = self._block(node)
        name = node.get("id")
        if name and node.tag not in _HEADINGS and node.tag not in RAW:
            return [Element("x-target", {"id": name}), *blocks]
        return blocks

    def _block(self, node: Element) -> list[Element]:
        method = getattr(self, "_" + node.tag.replace("-", "_"), None)
        if method is not None and node.tag in BLOCKS:
            blocks: list[Element] = method(node)
            return blocks
        if node.tag in _HEADINGS:
            return self._heading(node)
        if node.tag in RAW:
            return self._raw(node)
        if node.tag in BLOCKS:
            return self.flow(node.children)
        return self._around(node)

    def _around(self, node: Element) -> list[Element]:
        """Put an inline element with blocks in it, such as `<a><h3>…</h3></a>`, into each block."""
        out: list[Element] = []
        for block in self.flow(node.children):
            if block.tag in ("p", *_HEADINGS) and node.tag in ("a", "b", "strong", "i", "em"):
                inside = self.inliner.inline([node.with_children(block.children)])
                out.append(block.with_children(inside))
            elif block.tag == "figure" and node.tag == "a" and not block.get("href"):
                out.append(replace(block, attrs=block.attrs | {"href": node.get("href")}))
            else:
                out.append(block)
        return out

    def _heading(self, node: Element) -> list[Element]:
        inside = self.inliner.inline(node.children)
        inside = tuple(" " if isinstance(n, Element) and n.tag == "br" else n for n in inside)
        if any(not isinstance(n, Element) or n.tag != "img" for n in inside):
            return [*self._targets(), node.with_children(inside)]
        shown = [Element("p", {LINE: str(node.line)}, inside)] if inside else []
        return [*self._targets(), *heading_target(node), *shown]

    def _ul(self, node: Element) -> list[Element]:
        items: list[Element] = []
        for child in node.children:
            if isinstance(child, str) and not child.strip():
                continue
            if isinstance(child, Element) and child.tag == "li":
                items.append(child.with_children(self._item(child)))
            elif items and isinstance(child, Element) and child.tag in ("ul", "ol"):
                items[-1] = items[-1].with_children([*items[-1].children, *self.flow([child])])
            elif inside := self.flow([child]):
                items.append(Element("li", {}, tuple(inside)))
        items = [item for item in items if item.children]
        return [node.with_children(items)] if items else []

    _ol = _ul
    _menu = _dir = _ul

    def _item(self, node: Element) -> list[Element]:
        first = next((c for c in node.children if not (isinstance(c, str) and not c.strip())), None)
        if isinstance(first, Element) and first.tag == "p":
            first = next((c for c in first.children if c != ""), None)
        if isinstance(first, Element) and first.tag == "input" and first.get("type") == "checkbox":
            box = "[x]" if "checked" in first.attrs else "[ ]"
            inside = self.flow([without(node, first)])
            return [Element("x-task", {"box": box}), *inside]
        return self.flow(node.children)

    _li = _item

    def _dl(self, node: Element) -> list[Element]:
        parts: list[Element] = []
        for child in node.children:
            if isinstance(child, Element) and child.tag == "div":
                inner = (c for block in self._dl(child) for c in block.children)
                parts += [c for c in inner if isinstance(c, Element)]
            elif isinstance(child, Element) and child.tag == "dt":
                self.inliner.anchors += filter(None, [child.get("id")])
                parts.append(child.with_children(self.inliner.inline(child.children)))
            elif isinstance(child, Element) and child.tag == "dd":
                parts.append(child.with_children(self.flow(child.children)))
            elif inside := self.flow([child]):
                parts.append(Element("dd", {}, tuple(inside)))
        if not parts or parts[0].tag != "dt" or parts[-1].tag != "dd":
            split = ([replace(p, tag="p")] if p.tag == "dt" else p.children for p in parts)
            return [b for blocks in split for b in blocks if isinstance(b, Element)]
        return [*self._targets(), node.with_children(p for p in parts if p.children)]

    def _blockquote(self, node: Element) -> list[Element]:
        inside = self.flow(node.children)
        first = inside[0] if inside else None
        if first is not None and first.tag == "p" and first.children:
            text = first.children[0]
            # GitHub's alerts: https://gohugo.io/render-hooks/blockquotes/#alerts
            alert = _ALERT.match(text) if isinstance(text, str) else None
            if alert and isinstance(text, str):
                kind = ADMONITIONS.get(alert[1].lower(), "note")
                title = _alert_title(node)
                left = text[alert.start(2) :].lstrip().removeprefix(title).lstrip()
                rest = self.inliner.inline([left, *first.children[1:]])
                body = [*([first.with_children(rest)] if rest else []), *inside[1:]]
                return [directive(kind, title, body, {LINE: str(node.line)})]
        return [node.with_children(inside)] if inside else []

    def _pre(self, node: Element) -> list[Element]:
        code = node.find("code")
        info = node.get(PREFIX + "info") or (code.get(PREFIX + "info") if code else "")
        attrs = {"info": info, LINE: str(node.line)}
        images = [e for e in node.walk() if e.tag == "img"]
        return [
            *([Element("pre", attrs, (node.text,))] if node.text.strip() else []),
            *([Element("p", {LINE: str(node.line)}, tuple(images))] if images else []),
        ]

    def _hr(self, node: Element) -> list[Element]:
        return [Element("hr", node.attrs)]

    def _table(self, node: Element) -> list[Element]:
        return self.tables.table(node)

    def _figure(self, node: Element) -> list[Element]:
        figure = figure_of(node, self.inliner)
        return [*self._targets(), figure] if figure else self.flow(node.children)

    def _details(self, node: Element) -> list[Element]:
        summary = node.find("summary")
        title = " ".join(summary.text.split()) if summary else "Details"
        if summary and summary.find("a", "img"):
            self.log("element", node.line, f"<summary> {title}", "its text is kept")
        rest = [c for c in node.children if c is not summary]
        flags = {"open": ""} if "open" in node.attrs else {}
        at = {LINE: str(node.line)}
        return [directive("dropdown", title, self.flow(rest), at, **flags)]

    def _raw(self, node: Element) -> list[Element]:
        return [Element("x-raw", {LINE: str(node.line)}, (write_html(node),))]

    def _x_directive(self, node: Element) -> list[Element]:
        return [node.with_children(self.flow(node.children))]

    def _x_comment(self, node: Element) -> list[Element]:
        return [node]

    _x_literal = _x_math_block = _x_target = _x_comment

    def _hugo_note(self, node: Element) -> list[Element]:
        return [node.with_children(self.flow(node.children))]


def heading_target(node: Element) -> list[Element]:
    """Return the anchor of a heading that is not written as one."""
    return [Element("x-target", {"id": name, "heading": ""})] if (name := node.get("id")) else []


def _alert_title(node: Element) -> str:
    """Return the rest of the first line of an alert, if more lines follow."""
    first = node.find("p")
    text = first.children[0] if first and first.children else ""
    found = _ALERT.match(text) if isinstance(text, str) else None
    if first is None or found is None or not isinstance(text, str):
        return ""
    after = first.children[1] if len(first.children) > 1 else ""
    ends = text[found.end() :].startswith("\n") or (
        isinstance(after, Element) and after.tag == "br"
    )
    return " ".join(found[2].split()) if ends else ""
