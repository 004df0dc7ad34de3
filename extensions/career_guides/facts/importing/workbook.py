"""Read the tables of an Excel workbook row by row, so that its size does not matter.

openpyxl reads 400,000 rows of 32 columns in 90 seconds and 40 MB. python-calamine takes 13 seconds,
but 800 MB, since it holds the whole sheet: too much for a small machine that does this once a year.
openpyxl's own ``iter_rows`` needs 350 MB, because it keeps the attributes of every row; so its
parser is used directly, and these are dropped.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import WorkSheetParser

from career_guides.facts.csv_files import FactsError

from .table import Table, letters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .table import Row

#: What reading a damaged workbook raises.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, ParseError, InvalidFileException, EOFError, KeyError,
    ValueError, TypeError, IndexError, AttributeError,
)  # fmt: skip
#: Rows of a sheet that are read as notes, and columns that a sheet of data has at least.
_NOTES, _DATA = 200, 8


def read_workbook(path: Path, stream: IO[bytes], container: str) -> Iterator[Table]:
    """Yield the tables of a workbook; sheets with fewer than eight columns are its notes.

    :param path: what messages call the file
    :param stream: the file, which can be rewound
    :raises FactsError: if it is damaged, is no workbook, or has a formula in place of a value
    """
    try:
        book = load_workbook(stream, read_only=True)
        sheets = {s.title: s for s in book.worksheets if isinstance(s, ReadOnlyWorksheet)}
        heads = {title: _head(path, sheet) for title, sheet in sheets.items()}
        data = [title for title, head in heads.items() if len(head) >= _DATA]
        notes = " ".join(
            text for title in sheets if title not in data for text in _texts(path, sheets[title])
        )
    except _DAMAGED as error:
        raise _damaged(path, error) from None
    if not data:
        names = ", ".join(f"'{title}'" for title in sheets)
        raise FactsError(path, 1, f"has no sheet with a table (sheets: {names})")
    for title in data:
        head = heads[title]
        rows = _rows(path, sheets[title], len(head))
        yield Table(path, tuple(head), rows, title, notes, container)
    book.close()


def _damaged(path: Path, error: Exception) -> FactsError:
    if isinstance(error, FactsError):
        return error
    return FactsError(path, 1, f"cannot be read as an Excel workbook; download it again ({error})")


def _cells(path: Path, sheet: Any) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Yield the number of each row that is not empty, with its cells."""
    with sheet._get_source() as source:
        parser = WorkSheetParser(source, sheet._shared_strings)
        for number, cells in parser.parse():
            parser.row_dimensions.clear()
            for cell in cells:
                if cell["data_type"] in {"f", "e"}:
                    what = "a formula" if cell["data_type"] == "f" else f"the error {cell['value']}"
                    at = f"{letters(cell['column'] - 1)}{number}"
                    message = f"sheet '{sheet.title}', cell {at}: {what} instead of a value"
                    raise FactsError(path, number, message)
            yield number, cells


def _head(path: Path, sheet: ReadOnlyWorksheet) -> list[str]:
    """Return the texts of the first row."""
    for _number, cells in _cells(path, sheet):
        head = [""] * max((cell["column"] for cell in cells), default=0)
        for cell in cells:
            head[cell["column"] - 1] = str(cell["value"] or "").strip()
        while head and not head[-1]:
            head.pop()
        return head
    return []


def _texts(path: Path, sheet: ReadOnlyWorksheet) -> Iterator[str]:
    for number, cells in _cells(path, sheet):
        yield from (str(cell["value"]) for cell in cells if cell["value"] is not None)
        if number > _NOTES:
            return


def _rows(path: Path, sheet: ReadOnlyWorksheet, width: int) -> Iterator[Row]:
    """Yield the rows after the first."""
    number = 1
    try:
        for number, cells in _cells(path, sheet):
            if number == 1:
                continue
            row: list[Any] = [None] * width
            for cell in cells:
                if cell["column"] <= width:
                    row[cell["column"] - 1] = cell["value"]
            if any(value is not None for value in row):
                yield number, row
    except _DAMAGED as error:
        if isinstance(error, FactsError):
            raise
        message = f"sheet '{sheet.title}': damaged after row {number}; download it again ({error})"
        raise FactsError(path, number, message) from None
