"""Find the tables in the publishers' files: ``.zip``, ``.xlsx``, tab-separated ``.txt``, ``.csv``.

What a file is shows in its content, not in its name.
"""

from __future__ import annotations

import csv
import tempfile
import zipfile
import zlib
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

from career_guides.facts.csv_files import FactsError

from .table import Table
from .workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .table import Row


_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SUFFIXES = (".xlsx", ".txt", ".csv")
#: What reading a damaged zip file raises; the last for one that needs a password.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def find_tables(path: Path) -> Iterator[Table]:
    """Yield the tables of a file; each is read before the next is asked for.

    :raises FactsError: if the file cannot be read
    """
    try:
        with path.open("rb") as stream:
            is_archive = stream.read(4) == _ZIP and "xl/workbook.xml" not in _names(path)
            stream.seek(0)
            if is_archive:
                yield from _in_archive(path)
            else:
                yield from _in_file(path, stream, str(path.parent))
    except OSError as error:
        raise FactsError(path, 1, f"cannot be read: {error.strerror or error}") from None


def _names(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except _DAMAGED as error:
        raise _broken(path, error) from None


def _broken(path: Path, error: Exception) -> FactsError:
    return FactsError(path, 1, f"is a broken zip file; download it again ({error})")


def _in_archive(path: Path) -> Iterator[Table]:
    with zipfile.ZipFile(path) as archive:
        members = [
            info
            for info in archive.infolist()
            if info.filename.lower().endswith(_SUFFIXES)
            and not info.filename.startswith("__MACOSX/")
            and not Path(info.filename).name.startswith(("~$", "."))
        ]
        if not members:
            raise FactsError(path, 1, "has no workbook, text file or CSV file in it")
        for info in members:
            # Workbooks need a file that can be rewound.
            with tempfile.TemporaryFile() as file:
                try:
                    with archive.open(info) as packed:
                        while block := packed.read(1 << 20):
                            file.write(block)
                except _DAMAGED as error:
                    raise _broken(path / info.filename, error) from None
                file.seek(0)
                yield from _in_file(path / info.filename, file, str(path))


def _in_file(path: Path, stream: IO[bytes], container: str) -> Iterator[Table]:
    start = stream.read(4)
    stream.seek(0)
    if start == _ZIP:
        yield from read_workbook(path, stream, container)
    elif start == _OLD_EXCEL:
        message = "is an Excel file of the old form (.xls); save it as .xlsx"
        raise FactsError(path, 1, message)
    elif path.suffix.lower() == ".xlsx":
        raise FactsError(path, 1, "cannot be read as an Excel workbook; download it again")
    else:
        yield _text_table(path, stream, container)


def _text_table(path: Path, stream: IO[bytes], container: str) -> Table:
    lines = (line.decode("utf-8") for line in stream)
    try:
        first = next(lines, "").removeprefix("\ufeff")
        if "\t" in first:
            head = first.rstrip("\r\n").split("\t")
            return Table(path, tuple(head), _tabbed(path, lines, len(head)), container=container)
        head = next(csv.reader([first], strict=True), [])
        if len(head) > 1:
            return Table(path, tuple(head), _commas(path, lines, len(head)), container=container)
        notes = first + "".join(islice(lines, 20))
        return Table(path, (), (), notes=notes, container=container)
    except (ValueError, csv.Error) as error:
        raise FactsError(path, 1, f"cannot be read: {error}") from None


def _tabbed(path: Path, lines: Iterator[str], width: int) -> Iterator[Row]:
    number = 1
    try:
        for number, line in enumerate(lines, 2):
            row = line.rstrip("\r\n").split("\t")
            if len(row) != width:
                raise FactsError(path, number, f"expected {width} columns, got {len(row)}")
            yield number, row
    except UnicodeDecodeError as error:
        raise FactsError(path, number + 1, f"cannot be read: {error}") from None


def _commas(path: Path, lines: Iterator[str], width: int) -> Iterator[Row]:
    reader = csv.reader(lines, strict=True)
    try:
        for row in reader:
            yield reader.line_num + 1, row + [""] * (width - len(row))
    except (csv.Error, UnicodeDecodeError) as error:
        message = f"cannot be read: {error}"
        raise FactsError(path, reader.line_num + 1, message) from None
