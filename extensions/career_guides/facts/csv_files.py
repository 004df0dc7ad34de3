"""The CSV files of a release of facts: their columns, and reading their rows."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


#: The survey's symbols for a figure it does not release, and one above the highest it releases.
NOT_RELEASED, TOP = "-", "#"


class FactsError(ValueError):
    """A file of the release cannot be read.

    :ivar path: the file
    :ivar line: the line in it, from 1
    """

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(message)
        self.path, self.line = path, line


_NUMBER = re.compile(r"\d{1,15}(\.\d{1,6})?")


def value(text: str | None) -> float | str:
    """Return the value of a cell: a number, or one of the survey's two symbols.

    :param text: content of the cell; ``None`` if the row is too short
    :raises ValueError: if it is neither
    """
    if text in {NOT_RELEASED, TOP}:
        return str(text)
    if not _NUMBER.fullmatch(text or ""):
        raise ValueError(f"expected a number, '-' or '#', got '{text or ''}'")
    return float(str(text))


#: Name of a file -> its columns.
COLUMNS = {
    "occupations.csv": (
        "soc", "level", "title", "employment", "employment_rse", "wage_rse",
        "hourly_mean", "hourly_p10", "hourly_p25", "hourly_median", "hourly_p75", "hourly_p90",
        "annual_mean", "annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90",
    ),
    "states.csv": ("soc", "state", "employment", "annual_p10", "annual_median", "annual_p90"),
    "onet.csv": ("soc", "education", "education_percent", "job_zone", "related"),
}  # fmt: skip

_WORDS = {"soc", "level", "title", "state", "education", "job_zone", "related"}
#: Columns of figures that may be missing.
_OPTIONAL = {"education_percent"}


def _reader(column: str) -> Callable[[str], float | str]:
    if column in _WORDS:
        return str
    return (lambda text: text and value(text)) if column in _OPTIONAL else value


def rows(path: Path) -> Iterator[list[Any]]:
    """Yield the rows of a file of the release, each with as many cells as there are columns.

    Words are strings; figures are what :func:`value` returns.

    :raises FactsError: if the file cannot be read, with the line number
    """
    columns = COLUMNS[path.name]
    readers = [_reader(name) for name in columns]
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise FactsError(path, 1, f"cannot be read: {error}") from None
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        for row in reader:
            if reader.line_num == 1:
                if tuple(row) != columns:
                    raise FactsError(path, 1, f"expected the columns {','.join(columns)}")
                continue
            if len(row) != len(columns):
                message = f"expected {len(columns)} cells, got {len(row)}"
                raise FactsError(path, reader.line_num, message)
            yield [read(cell) for read, cell in zip(readers, row, strict=True)]
    except (csv.Error, ValueError) as error:
        if isinstance(error, FactsError):
            raise
        raise FactsError(path, reader.line_num, str(error)) from None
