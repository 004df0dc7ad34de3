"""Files are told apart by their content, and damaged ones are named."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from career_guides.facts.csv_files import FactsError
from career_guides.facts.importing.files import find_tables
from tests.sites.survey import BAKERS, read_one, tabbed, workbook, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from career_guides.facts.importing.table import Row, Table


def read_all(path: Path) -> list[tuple[Table, list[Row]]]:
    return [(table, list(table.rows)) for table in find_tables(path)]


def test_a_zip_file_has_the_tables_of_the_files_in_it(tmp_path: Path) -> None:
    book = workbook(tmp_path / "national_M2024_dl.xlsx", [BAKERS])
    lock, text = tmp_path / "~$national.xlsx", tabbed(tmp_path / "Job Zones.txt", "a|b", "1|2")
    lock.write_text("open in Excel")
    archive = zipped(tmp_path / "oesm24nat.zip", book, lock, text, folder="oesm24nat")
    found = read_all(archive)
    (survey, rows), (zones, lines) = found
    assert survey.path == archive / "oesm24nat/national_M2024_dl.xlsx"
    assert (survey.sheet, len(survey.columns)) == ("All data", 32)
    assert [number for number, _row in rows] == [2]
    assert "May 2024 OEWS Estimates" in survey.notes
    assert (zones.columns, lines, zones.container) == (("a", "b"), [(2, ["1", "2"])], str(archive))


@pytest.mark.parametrize("name", ["figures.zip", "figures.xlsx", "figures.dat"])
def test_the_name_of_a_file_does_not_count(tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path / "book.xlsx", [BAKERS]).rename(tmp_path / name)
    table = read_one(path, lambda table: table)
    assert table.columns[8] == "OCC_CODE"


def test_damaged_files_are_named(tmp_path: Path) -> None:
    book = workbook(tmp_path / "state.xlsx", [BAKERS] * 50)
    archive = zipped(tmp_path / "whole.zip", book)
    data = archive.read_bytes()
    cases = {
        "cut.zip": (data[: len(data) // 2], "cut.zip", "is a broken zip file"),
        "changed.zip": (
            data[:200] + bytes(byte ^ 0xFF for byte in data[200:300]) + data[300:],
            "state.xlsx", "is a broken zip file",
        ),
        "cut.xlsx": (book.read_bytes()[:-200], "cut.xlsx", "is a broken zip file"),
        "page.xlsx": (b"<html>Access denied</html>", "page.xlsx", "cannot be read as an Excel"),
        "old.xlsx": (b"\xd0\xcf\x11\xe0" + bytes(600), "old.xlsx", "of the old form"),
        "latin.csv": ("a,b\né,ü\n".encode("latin-1"), "latin.csv", "cannot be read"),
        "short.txt": (b"a\tb\n1\n", "short.txt", "expected 2 columns, got 1"),
    }  # fmt: skip
    for name, (content, at, message) in cases.items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(FactsError, match=message) as error:
            read_all(path)
        assert error.value.path.name == at, name
    with pytest.raises(FactsError, match="cannot be read: No such file"):
        list(find_tables(tmp_path / "missing.zip"))


def test_a_zip_file_without_tables_says_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("read.pdf", b"x")
    with pytest.raises(FactsError, match="has no workbook, text file or CSV file in it"):
        list(find_tables(tmp_path / "x.zip"))
