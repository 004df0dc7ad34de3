"""Tables: those of data stay tables, those for layout become what they lay out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_to_myst.read.html_tree import LINE, Element, Node, is_block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hugo_to_myst.findings import PageLog

    from .inline import Inliner


#: The most columns or rows that a cell may span.
_MAX_SPAN = 200


class Tables:
    """Makes the tables of one page.

    :param flow: makes blocks of the content of a cell.
    :param inliner: makes the content of a line.
    """

    def __init__(
        self, flow: Callable[[Iterable[Node]], list[Element]], inliner: Inliner, log: PageLog
    ) -> None:
        self.flow = flow
        self.inliner = inliner
        self.log = log

    def table(self, node: Element) -> list[Element]:
        """Return a table as an `x-table` of rows of equal length, or the blocks that it lays out.

        The attributes of an `x-table`: `head`, the number of heading rows; `stub`, 1 if the first
        column has headings; `title`.
        """
        rows = list(_rows(node))
        caption = node.find("caption")
        if _is_layout(node, rows):
            text = " ".join(node.text.split())[:100]
            self.log("table", node.line, text or "<table>", "was layout; its content is kept")
            before: list[Node] = list(caption.children) if caption else []
            cells = [cell for row in rows for cell in row.children if isinstance(cell, Element)]
            parts = (before, *(cell.children for cell in cells))
            return [block for part in parts for block in self.flow(part)]
        if any(e.tag in ("td", "th") and _span(e) != (1, 1) for e in node.walk()):
            self.log("table", node.line, "cells that span", "an empty cell for each place")
        head = _count_head(rows)
        grid = [row for row in self._grid(rows) if any(cell.children for cell in row)]
        if not grid:
            return []
        width = max(map(len, grid))
        full = [Element("tr", {}, (*row, *[Element("td")] * (width - len(row)))) for row in grid]
        firsts = [row.children[0] for row in full[1:]]
        stub = head > 0 and bool(firsts)
        stub = stub and all(isinstance(cell, Element) and cell.tag == "th" for cell in firsts)
        title = " ".join(caption.text.split()) if caption else ""
        attrs = {LINE: str(node.line), "head": str(head), "stub": str(int(stub)), "title": title}
        return [Element("x-table", attrs, tuple(full))]

    def _grid(self, rows: list[Element]) -> list[list[Element]]:
        """Give every place of the table its own cell.

        https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
        """
        taken: set[tuple[int, int]] = set()
        grid: list[list[Element]] = []
        for y, row in enumerate(rows):
            line: list[Element] = []
            for cell in _cells(row):
                while (len(line), y) in taken:
                    line.append(Element("td"))
                wide, high = _span(cell)
                taken |= {(len(line) + dx, y + dy) for dx in range(wide) for dy in range(1, high)}
                line.append(self._cell(cell))
                line += [Element("td")] * (wide - 1)
            grid.append(line)
        return grid

    def _cell(self, cell: Element) -> Element:
        align = cell.get("align")
        attrs = {"align": align} if align in ("left", "center", "right") else {}
        if any(is_block(c) for c in cell.children):
            blocks: list[Node] = list(self.flow(cell.children))
            if len(blocks) == 1 and isinstance(only := blocks[0], Element) and only.tag == "p":
                return Element(cell.tag, attrs, only.children)
            return Element(cell.tag, attrs | {"blocks": ""}, tuple(blocks))
        line = self.inliner.inline(cell.children)
        if any(isinstance(n, Element) and n.tag == "br" for n in line):
            return Element(cell.tag, attrs | {"blocks": ""}, (Element("p", {}, line),))
        return Element(cell.tag, attrs, line)


def _rows(node: Element) -> Iterator[Element]:
    for child in node.children:
        if not isinstance(child, Element):
            continue
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _cells(row: Element) -> list[Element]:
    return [c for c in row.children if isinstance(c, Element) and c.tag in ("td", "th")]


def _is_layout(node: Element, rows: list[Element]) -> bool:
    """Distinguish tables that only place things from those whose rows say something."""
    if node.get("role") == "presentation" or any(e.tag == "table" for r in rows for e in r.walk()):
        return True
    if any(cell.tag == "th" for row in rows for cell in _cells(row)):
        return False
    filled = [[c for c in _cells(r) if c.text.strip() or c.find("img")] for r in rows]
    columns = max((len(r) for r in filled), default=0)
    if columns < 2 or sum(bool(r) for r in filled) < 2:
        return True
    return any(c.find("h1", "h2", "h3", "h4", "h5", "h6", "iframe") for r in filled for c in r)


def _count_head(rows: list[Element]) -> int:
    """Count the rows at the top that hold headings only."""
    count = 0
    for row in rows:
        filled = [c for c in _cells(row) if c.text.strip() or c.find("img")]
        if not filled or any(c.tag != "th" for c in filled):
            break
        count += 1
    return count if count < len(rows) else min(count, 1)


def _span(cell: Element) -> tuple[int, int]:
    """Return how many columns and rows a cell takes."""

    def number(name: str) -> int:
        text = cell.get(name).strip()
        return max(1, min(int(text), _MAX_SPAN)) if text.isascii() and text.isdigit() else 1

    return number("colspan"), number("rowspan")
