"""Write simple tables as pipe tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .inline import write_line

if TYPE_CHECKING:
    from hugo_to_myst.read.html_tree import Element


def pipe_table(rows: list[list[Element]]) -> list[str]:
    """Write a table with one heading row and text in its cells.

    https://github.github.com/gfm/#tables-extension-
    """

    def row(cells: list[str]) -> str:
        return f"| {' | '.join(cells)} |".replace("|  |", "| |").replace("|  |", "| |")

    rule = {"left": ":---", "right": "---:", "center": ":---:"}
    aligned = [next((a for r in rows if (a := r[n].get("align"))), "") for n in range(len(rows[0]))]
    lines = [
        [write_line(c.children, within="cell").replace("\n", " ").strip() for c in r] for r in rows
    ]
    return [row(lines[0]), row([rule.get(a, "---") for a in aligned]), *map(row, lines[1:])]
