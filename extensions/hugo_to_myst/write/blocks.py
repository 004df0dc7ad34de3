"""Write the blocks of a page as MyST."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hugo_to_myst.read.html_tree import Element, Node

from .anchors import AnchorWriter
from .code_blocks import code_fence
from .escape import destination, escape, escape_starts, size
from .inline import write_line
from .pipe_table import pipe_table
from .raw_html import raw_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hugo_to_myst.findings import PageLog
    from hugo_to_myst.map.heading_ids import HeadingIds


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

#: Admonitions; one with a title of its own becomes an `admonition` with a class.
_ADMONITIONS = ("note", "tip", "warning", "danger", "important", "caution", "hint", "attention",
                "error", "seealso")  # fmt: skip
#: Directives that may have no content.
_MAY_BE_EMPTY = ("card", "dropdown")


class BlockWriter:
    """Writes the blocks of one page.

    :param ids: the ids of the site.
    :param title: the title of the guide, whose heading has an id too.
    """

    def __init__(self, log: PageLog, ids: HeadingIds, title: str = "") -> None:
        self.log = log
        self.anchors = AnchorWriter(ids, title)

    def page(self, blocks: Sequence[Node]) -> str:
        """Write the body of a guide."""
        return "\n".join(self.blocks(blocks, top=True)) + "\n" if blocks else ""

    def blocks(self, nodes: Sequence[Node], *, top: bool = False, tight: bool = False) -> list[str]:
        """Write blocks one after the other.

        :param top: whether they are not inside other blocks, so that headings and rules may be
            among them.
        :param tight: whether there is no blank line between a text and a list.
        """
        out: list[str] = []
        before = ""
        markers: dict[str, int] = {}
        for node in _without_needless_rules(nodes, top=top):
            markers[node.tag] = markers.get(node.tag, 0) + 1 if before == node.tag else 0
            lines = self._block(node, markers[node.tag], top=top)
            if not lines:
                continue
            if out and not (tight and node.tag in ("ul", "ol")) and before != "x-task":
                out.append("")
            if before == "x-task" and node.tag == "p":
                out[-1] += " " + lines.pop(0)
            out += lines
            before = node.tag
        return out

    def _block(self, node: Element, repeat: int, *, top: bool) -> list[str]:
        if node.tag in _HEADINGS:
            return self._heading(node, top=top)
        if node.tag in ("ul", "ol"):
            return self._list(node, repeat)
        lines: list[str] = getattr(self, "_" + node.tag.replace("-", "_"))(node)
        return lines

    def _heading(self, node: Element, *, top: bool) -> list[str]:
        if not top:  # MyST has no sections inside other blocks
            strong = Element("p", {}, (Element("strong", {}, node.children),))
            return [*self.anchors.of_heading(node.get("id"), ""), *self._p(strong)]
        text = write_line(node.children, within="head").strip()
        text = re.sub(r"(?<!\\)(#+)$", r"\\\1", text)
        target = self.anchors.of_heading(node.get("id"), text)
        return [*target, f"{'#' * int(node.tag[1])} {text}"]

    def _p(self, node: Element) -> list[str]:
        return escape_starts(write_line(node.children)).split("\n")

    def _x_task(self, node: Element) -> list[str]:
        return [node.get("box")]

    def _list(self, node: Element, repeat: int) -> list[str]:
        start = node.get("start")
        number = int(start) if re.fullmatch(r"[0-9]{1,8}", start) else 1
        items = [c for c in node.children if isinstance(c, Element)]
        tight = all(_is_tight(item) for item in items)
        out: list[str] = []
        for n, item in enumerate(items):
            # Another marker begins another list.
            marker = f"{number + n}{'.)'[repeat % 2]}" if node.tag == "ol" else "-*"[repeat % 2]
            lines = self.blocks(item.children, tight=tight)
            if not lines:
                continue
            out += [""] if out and not tight else []
            out += _indented(lines, f"{marker} ")
        return out

    def _dl(self, node: Element) -> list[str]:
        out: list[str] = []
        before = ""
        for part in node.children:
            if not isinstance(part, Element):
                continue
            if part.tag == "dt":
                out += [""] if before == "dd" else []
                out += [escape_starts(write_line(part.children, within="head"))]
            elif lines := self.blocks(part.children):
                out += _indented(lines, ": ")
            before = part.tag
        return out

    def _blockquote(self, node: Element) -> list[str]:
        return [f"> {text}".rstrip() for text in self.blocks(node.children)]

    def _pre(self, node: Element) -> list[str]:
        text = node.text.strip("\n")
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
        head, options = code_fence(node.get("info"), text, node.line, self.log)
        return [fence + head, *options, *text.split("\n"), fence]

    def _x_literal(self, node: Element) -> list[str]:
        return self._pre(Element("pre", {"info": "text"}, node.children))

    def _hr(self, _node: Element) -> list[str]:
        return ["---"]

    def _figure(self, node: Element) -> list[str]:
        options = [f":alt: {_option(node.get('alt'))}"] if node.get("alt").strip() else []
        options += [f":{k}: {v}" for k in ("width", "height") if (v := size(node.get(k)))]
        options += [f":target: {destination(href)}"] if (href := node.get("href")) else []
        caption = self._p(node) if node.children else []
        gap = [""] if caption else []
        return [f"```{{figure}} {destination(node.get('src'))}", *options, *gap, *caption, "```"]

    def _x_raw(self, node: Element) -> list[str]:
        return raw_block(node.text, node.line, self.log)

    def _x_math_block(self, node: Element) -> list[str]:
        return ["```{math}", *node.text.strip().split("\n"), "```"]

    def _x_comment(self, node: Element) -> list[str]:
        text = node.text.strip("\n")
        if "generated" not in node.attrs:
            self.log("comment", node.line, text.strip(), "a MyST comment")
        return [f"% {part}".rstrip() for part in text.strip().split("\n")]

    def _x_target(self, node: Element) -> list[str]:
        name = node.get("id")
        if "heading" in node.attrs:
            return self.anchors.of_heading(name, "")
        return self.anchors.if_linked(name)

    def _x_directive(self, node: Element) -> list[str]:
        name, arg = node.get("name"), escape(node.get("arg"))
        arg = "" if arg.lower() == name else arg  # the box has this title anyway
        options = [f":{k[7:]}: {v}".rstrip() for k, v in node.attrs.items() if k[:7] == "option-"]
        if name in _ADMONITIONS and arg:
            options.insert(0, f":class: {name}")
            name = "admonition"
        body = self.blocks(node.children)
        if not body and name not in _MAY_BE_EMPTY:  # the build warns about others
            if not arg or name in ("tab-item", "tab-set"):
                was = f"{node.get('name')} {arg}".strip()
                self.log("empty", node.line, was, "dropped: there is nothing in it")
                return []
            name, body, arg, options = node.get("name"), escape_starts(arg).split("\n"), "", []
        return _directive(f"{{{name}}} {arg}".rstrip(), options, body)

    def _hugo_notes(self, node: Element) -> list[str]:
        return self.blocks(node.children)

    def _hugo_note(self, node: Element) -> list[str]:
        lines = self.blocks(node.children) or [""]
        return _indented(lines, f"[^{node.get('data-hugo-label')}]: ", 4)

    def _x_table(self, node: Element) -> list[str]:
        rows = [[c for c in r.children if isinstance(c, Element)] for r in node.children
                if isinstance(r, Element)]  # fmt: skip
        simple = not any("blocks" in c.attrs for r in rows for c in r)
        head, stub = int(node.get("head")), node.get("stub") == "1"
        if simple and head == 1 and not stub and not node.get("title"):
            return pipe_table(rows)
        options = [f":header-rows: {head}"] if head else []
        options += [":stub-columns: 1"] if stub else []
        body: list[str] = []
        for row in rows:
            for n, cell in enumerate(row):
                inside = self.blocks(cell.children) if "blocks" in cell.attrs else (
                    self._p(cell) if cell.children else [])  # fmt: skip
                body += _indented(inside or [""], "* - " if n == 0 else "  - ")
        title = f"{{list-table}} {escape(node.get('title'))}".rstrip()
        return _directive(title, options, body)


def _directive(head: str, options: list[str], body: list[str]) -> list[str]:
    """Write a directive that holds other blocks, with a fence longer than theirs."""
    inner = max((len(m[0]) for part in body if (m := re.match(r"\s*:{3,}", part.lstrip("> ")))),
                default=2)  # fmt: skip
    fence = ":" * max(3, inner + 1)
    gap = [""] if body and (options or body[0].lstrip()[:1] == ":") else []
    return [fence + head, *options, *gap, *body, fence]


def _indented(lines: list[str], first: str, width: int = 0) -> list[str]:
    """Put a marker before the first line and indent the others below it."""
    pad = " " * (width or len(first))
    return [((first if n == 0 else pad) + text).rstrip() for n, text in enumerate(lines)]


def _is_tight(item: Element) -> bool:
    kinds = [c.tag for c in item.children if isinstance(c, Element) and c.tag != "x-task"]
    return kinds in (["p"], ["p", "ul"], ["p", "ol"], ["ul"], ["ol"], [])


def _option(text: str) -> str:
    return " ".join(text.split())


def _without_needless_rules(nodes: Sequence[Node], *, top: bool) -> list[Element]:
    """Leave out rules where docutils has no transition: at the ends, twice, next to headings."""
    found = [n for n in nodes if isinstance(n, Element)]
    out: list[Element] = []
    for n, node in enumerate(found):
        if node.tag == "hr":
            seen = [e.tag for e in out if e.tag not in ("x-comment", "x-target")]
            rest = [e.tag for e in found[n + 1 :] if e.tag not in ("x-comment", "x-target", "hr")]
            if not (top and seen and rest) or seen[-1] in ("hr", *_HEADINGS):
                continue
            if rest[0] in ("hugo-notes",):
                continue
        out.append(node)
    return out
