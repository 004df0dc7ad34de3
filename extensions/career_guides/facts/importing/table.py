"""A table in a publisher's file, with the place of each row and column for messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from career_guides.facts.csv_files import FactsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


Row = tuple[int, "Sequence[Any]"]


@dataclass(frozen=True)
class Table:
    """A table that is read row by row while its file is open.

    :param path: its file, or the path of a zip file followed by the name of a file in it
    :param columns: names of its columns, as published
    :param rows: number of each row in its file, and its cells, as many as there are columns
    :param sheet: its sheet, in a workbook
    :param notes: what the publisher says about it elsewhere in the file
    :param container: the zip file or the folder that it is in
    """

    path: Path
    columns: tuple[str, ...]
    rows: Iterable[Row]
    sheet: str = ""
    notes: str = ""
    container: str = ""

    def error(self, row: int, message: str, column: str = "") -> FactsError:
        """Return an error that names file, sheet, row and column."""
        place = [f"sheet '{self.sheet}'"] if self.sheet else []
        if column:
            at = letters(self.columns.index(column)) if self.sheet else ""
            place.append(f"column {column}" + (f" (cell {at}{row})" if at else ""))
        return FactsError(self.path, row, f"{', '.join(place)}: {message}" if place else message)


def letters(index: int) -> str:
    """Return the letters of a column in a workbook: A for 0, AB for 27."""
    text = ""
    while index >= 0:
        index, last = divmod(index, 26)
        text = chr(65 + last) + text
        index -= 1
    return text
