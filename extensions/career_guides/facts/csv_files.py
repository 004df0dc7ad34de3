"""The CSV files of a release of facts: their columns, and reading their rows."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
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


_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,6})?")


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
    "states.csv": (
        "soc", "state", "employment", "annual_p10", "annual_median", "annual_p90", "hourly_median",
    ),
    "areas.csv": (
        "soc", "area", "employment", "annual_p10", "annual_median", "annual_p90", "hourly_median",
    ),
    "onet.csv": (
        "soc", "education", "education_percent", "job_zone", "related", "interests", "levels",
        "levels_date", "titles",
    ),
    "history.csv": (
        "release", "soc", "employment", "employment_rse", "wage_rse", "hourly_mean",
        "hourly_median", "annual_mean", "annual_median",
    ),
}  # fmt: skip

#: Files that a release may lack: it has no figures of areas, or of earlier releases.
MAY_LACK = {"areas.csv", "history.csv"}
#: How many columns of a file have to be there; releases made earlier lack those that follow.
_FIRST = {"states.csv": 6, "onet.csv": 5}

_WORDS = {
    "soc", "level", "title", "state", "area", "education", "job_zone", "related", "interests",
    "levels", "levels_date", "titles", "release",
}  # fmt: skip
#: Columns of figures that may be empty.
_OPTIONAL = {"education_percent"}


def _reader(column: str) -> Callable[[str], Any]:
    if column == "levels":
        return lambda text: tuple(value(share) for share in text.split())
    if column == "levels_date":
        return _month
    if column in _WORDS:
        return str
    known: dict[str, float | str] = {"": ""} if column in _OPTIONAL else {}

    def read(text: str) -> float | str:
        if text not in known:  # few of the many figures of a column are different
            known[text] = value(text)
        return known[text]

    return read


def _month(text: str) -> str:
    if text and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise ValueError(f"expected a month such as 2021-08, got '{text}'")
    return text


def rows(path: Path) -> Iterator[list[Any]]:
    """Yield the rows of a file of the release, each with as many cells as there are columns.

    Words are strings; figures are what :func:`value` returns. A column that the file lacks because
    it was made by an earlier version is ``''``, or not released.

    :raises FactsError: if the file cannot be read, with the line number
    """
    columns = COLUMNS[path.name]
    readers = [_reader(name) for name in columns]
    missing: list[Any] = []
    for number, row in raw_rows(path):
        if number == 1:
            missing = [
                read("" if name in _WORDS else NOT_RELEASED)
                for name, read in zip(columns[len(row) :], readers[len(row) :], strict=True)
            ]
            continue
        try:
            cells = [read(cell) for read, cell in zip(readers, row, strict=False)]
        except ValueError as error:
            raise FactsError(path, number, str(error)) from None
        yield cells + missing


def raw_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a file of the release as text, with their lines, the header first.

    A file that the release may lack has none.

    :raises FactsError: if the file cannot be read, with the line number
    """
    columns = COLUMNS[path.name]
    if path.name in MAY_LACK and not path.is_file():
        return
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise FactsError(path, 1, f"cannot be read: {error}") from None
    reader = csv.reader(text.splitlines(), strict=True)
    number = len(columns)
    try:
        for row in reader:
            if reader.line_num == 1:
                number = len(row)
                is_known = number >= _FIRST.get(path.name, len(columns))
                if not is_known or tuple(row) != columns[:number]:
                    raise FactsError(path, 1, f"expected the columns {','.join(columns)}")
            elif len(row) != number:
                message = f"expected {number} cells, got {len(row)}"
                raise FactsError(path, reader.line_num, message)
            yield reader.line_num, row
    except csv.Error as error:
        raise FactsError(path, reader.line_num, str(error)) from None


def lines_by_code(path: Path, *, is_checked: bool = False) -> dict[str, str]:
    """Return the lines of a file of the release, checked but not parsed, for each SOC code.

    Files of states and areas have tens of thousands of lines, of which a build needs a few.

    :param is_checked: whether the file is known to be without errors
    :raises FactsError: if the file cannot be read, with the line number
    """
    header = next(raw_rows(path), (0, []))[1]
    if not header:
        return {}
    text = path.read_text(encoding="utf-8").partition("\n")[2]
    figures = f"(?:,(?:{_NUMBER.pattern}|[-#])){{{len(header) - 2}}}"
    # A name may contain commas in quotes.
    if not is_checked and not re.fullmatch(
        rf'(?:[^,"\n]+,(?:[^,"\n]+|"[^"\n]+"){figures}\n)*', text
    ):
        found = [row for _number, row in raw_rows(path)][1:]
        for _row in rows(path):
            pass  # raise the error, if it is one
        text = as_text(path.name, found).partition("\n")[2]
    lines: dict[str, list[str]] = {}
    for line in text.splitlines():
        lines.setdefault(line[:7], []).append(line)
    return {code: "\n".join(found) for code, found in lines.items()}


def parsed_lines(lines: str) -> Iterator[tuple[str, list[float | str]]]:
    """Yield name and figures of each of the lines that :func:`lines_by_code` returns."""
    for _code, name, *cells in csv.reader(lines.splitlines()):
        yield name, [value(cell) for cell in cells]


def as_text(name: str, found: Iterable[Sequence[str]]) -> str:
    """Return the text of a file of the release.

    :param name: a key of :data:`COLUMNS`
    :param found: its rows
    """
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([COLUMNS[name], *found])
    return stream.getvalue()
