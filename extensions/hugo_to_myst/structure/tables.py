"""Tables: data stays a table, layout becomes what it lays out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_to_myst.read.html_tree import Element, Node, is_block
from hugo_to_myst.read.start_tags import LINE
from hugo_to_myst.write.inline import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .blocks import Blocks


_MOST = 200


def table(blocks: Blocks, node: Element) -> list[Element]:
    """Make a table of rows of cells, all of one length, or the blocks that it lays out."""
    rows = list(_rows(node))
    caption = node.find("caption")
    if _is_layout(node, rows):
        said = " ".join(node.text.split())[:100]
        blocks.log("table", node.line, said or "<table>", "was layout; its content is kept")
        inside: list[Node] = list(caption.children) if caption else []
        cells = [cell for row in rows for cell in row.children if isinstance(cell, Element)]
        return [b for part in (inside, *(c.children for c in cells)) for b in blocks.flow(part)]
    if any(e.tag in ("td", "th") and _span(e) != (1, 1) for e in node.walk()):
        blocks.log("table", node.line, "cells that span", "an empty cell for each place")
    head = _head(rows)
    grid = _grid(blocks, rows)
    grid = [row for row in grid if any(cell.children for cell in row)]
    if not grid:
        return []
    width = max(map(len, grid))
    full = [Element("tr", {}, (*row, *[Element("td")] * (width - len(row)))) for row in grid]
    stub = (
        head > 0
        and len(full) > 1
        and all(isinstance(r.children[0], Element) and r.children[0].tag == "th" for r in full[1:])
    )
    title = " ".join(caption.text.split()) if caption else ""
    attrs = {LINE: str(node.line), "head": str(head), "stub": str(int(stub)), "title": title}
    return [Element("x-table", attrs, tuple(full))]


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
    """Tell tables that only place things from those that say something by their rows."""
    if node.get("role") == "presentation" or any(e.tag == "table" for r in rows for e in r.walk()):
        return True
    if any(cell.tag == "th" for row in rows for cell in _cells(row)):
        return False
    told = [[c for c in _cells(r) if c.text.strip() or c.find("img")] for r in rows]
    columns = max((len(r) for r in told), default=0)
    if columns < 2 or sum(bool(r) for r in told) < 2:
        return True
    return any(c.find("h1", "h2", "h3", "h4", "h5", "h6", "iframe") for r in told for c in r)


def _head(rows: list[Element]) -> int:
    """Count the rows at the top that hold headings only."""
    count = 0
    for row in rows:
        cells = _cells(row)
        told = [c for c in cells if c.text.strip() or c.find("img")]
        if not told or any(c.tag != "th" for c in told):
            break
        count += 1
    return count if count < len(rows) else min(count, 1)


def _span(cell: Element) -> tuple[int, int]:
    """Give how many columns and rows a cell takes."""

    def number(name: str) -> int:
        text = cell.get(name).strip()
        return max(1, min(int(text), _MOST)) if text.isascii() and text.isdigit() else 1

    return number("colspan"), number("rowspan")


def _grid(blocks: Blocks, rows: list[Element]) -> list[list[Element]]:
    """Give every place of the table its own cell, as HTML's algorithm for forming one does."""
    taken: set[tuple[int, int]] = set()
    grid: list[list[Element]] = []
    for y, row in enumerate(rows):
        line: list[Element] = []
        for cell in _cells(row):
            while (len(line), y) in taken:
                line.append(Element("td"))
            wide, high = _span(cell)
            taken |= {(len(line) + dx, y + dy) for dx in range(wide) for dy in range(1, high)}
            line.append(_cell(blocks, cell))
            line += [Element("td")] * (wide - 1)
        grid.append(line)
    return grid


def _cell(blocks: Blocks, cell: Element) -> Element:
    attrs = {"align": align} if (align := cell.get("align")) in ("left", "center", "right") else {}
    if any(is_block(c) for c in cell.children):
        inside: list[Node] = list(blocks.flow(cell.children))
        if len(inside) == 1 and isinstance(only := inside[0], Element) and only.tag == "p":
            inside = list(only.children)
            return Element(cell.tag, attrs, tuple(inside))
        return Element(cell.tag, attrs | {"blocks": ""}, tuple(inside))
    inside = list(blocks.inliner.inline(cell.children))
    breaks = any(isinstance(n, Element) and n.tag == "br" for n in inside)
    if breaks:
        return Element(cell.tag, attrs | {"blocks": ""}, (Element("p", {}, tuple(inside)),))
    return Element(cell.tag, attrs, tuple(inside))


def text_rows(rows: list[list[Element]]) -> list[str]:
    """Write a table with one heading row and text in its cells as a pipe table."""

    def row(cells: list[str]) -> str:
        return f"| {' | '.join(cells)} |".replace("|  |", "| |").replace("|  |", "| |")

    rule = {"left": ":---", "right": "---:", "center": ":---:"}
    aligned = [next((a for r in rows if (a := r[n].get("align"))), "") for n in range(len(rows[0]))]
    lines = [[line(c.children, within="cell").replace("\n", " ").strip() for c in r] for r in rows]
    return [row(lines[0]), row([rule.get(a, "---") for a in aligned]), *map(row, lines[1:])]
