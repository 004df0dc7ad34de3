"""Tables whose rows differ in their number of cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from career_guides.diagnostics.problem import counted

from .lines import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# GitHub Flavored Markdown, 4.10
_HYPHENS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_OTHER_BLOCK = re.compile(r"[ \t]*(#{1,6} |>|`{3}|~{3}|:{3}|[-*+] |\d+[.)] |%|$)")


def uneven_tables(text: Mapping[int, str]) -> Iterator[Found]:
    """Yield a mistake for each row that has more or fewer cells than the heading of its table.

    :param text: number of a line -> the line, for lines of text
    """
    width, last = 0, -1
    is_any = any("|" in line and _HYPHENS.match(line) for line in text.values())
    for number, line in text.items() if is_any else ():
        if width and number == last + 1 and not _OTHER_BLOCK.match(line):
            last = number
            if (cells := count_cells(line)) != width:
                yield Found(number, "table", _uneven(line, cells, width))
            continue
        width = 0
        above = text.get(number - 1, "")
        if "|" in line and "-" in line and "|" in above and _HYPHENS.match(line):
            width, last = count_cells(line), number
            if (heading := count_cells(above)) != width:
                message = (
                    f"this line has {counted(width, 'cell')}, the heading above it has {heading};"
                    " a table is shown only if both have the same number"
                )
                yield Found(number, "table", message)
                width = 0


def _uneven(line: str, cells: int, width: int) -> str:
    if "|" not in line:
        return "this line is taken for a row of the table above; leave an empty line between them"
    if cells > width:
        lost = "which are not shown" if cells - width > 1 else "which is not shown"
        more = counted(cells - width, "more cell").replace("more cells", "cells more")
        more = more.replace("more cell", "cell more")
        return f"this row has {more} than the heading ({cells}, not {width}), {lost}"
    return f"this row has fewer cells than the heading ({cells}, not {width})"


def count_cells(line: str) -> int:
    r"""Return the number of cells in a row, in which ``\|`` is a character."""
    text = line.strip().replace("\\|", "")
    return text.removeprefix("|").removesuffix("|").count("|") + 1
