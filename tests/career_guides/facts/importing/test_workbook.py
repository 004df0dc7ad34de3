"""Workbooks are read row by row, whatever their size."""

from __future__ import annotations

import re
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import pytest

from career_guides.facts.csv_files import FactsError
from career_guides.facts.importing.files import find_tables
from tests.sites.survey import BAKERS, read_one, workbook

if TYPE_CHECKING:
    from pathlib import Path


def changed(path: Path, name: str, old: str, new: str) -> Path:
    """Change a file in a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {item: archive.read(item) for item in archive.namelist()}
    parts[name] = re.sub(old, new, parts[name].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for item, data in parts.items():
            archive.writestr(item, data)
    return path


def test_memory_does_not_grow_with_rows(tmp_path: Path) -> None:
    """The Bureau's rows have attributes, which openpyxl would keep: 600 bytes a row."""
    path = workbook(tmp_path / "area.xlsx", [BAKERS] * 600)
    changed(path, "xl/worksheets/sheet1.xml", "<row ", '<row ht="14.25" hidden="0" collapsed="0" ')
    sizes = {}
    tracemalloc.start()
    for table in find_tables(path):
        for number, _row in table.rows:
            sizes[number] = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert sizes[600] - sizes[100] < 300 * 500


def test_a_workbook_without_a_table_names_its_sheets(tmp_path: Path) -> None:
    path = workbook(tmp_path / "notes.xlsx", [], columns=["Field", "Description"])
    with pytest.raises(FactsError, match=r"no sheet with a table \(sheets: 'All data', 'Field D"):
        list(find_tables(path))


def test_a_cell_with_an_error_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "error.xlsx", [BAKERS])
    cell = '<c r="L2" t="e"><v>#REF!</v></c>'
    changed(path, "xl/worksheets/sheet1.xml", '<c r="L2"[^>]*><v>230</v></c>', cell)
    with pytest.raises(FactsError, match="sheet 'All data', cell L2: the error #REF! instead"):
        read_one(path)


def test_a_sheet_that_ends_early_is_named_with_its_row(tmp_path: Path) -> None:
    path = workbook(tmp_path / "cut.xlsx", [BAKERS] * 99)
    sheet = "xl/worksheets/sheet1.xml"
    # Without its size, openpyxl would read the whole sheet before the first row.
    changed(path, sheet, "<sheetPr>.*<sheetData>", '<dimension ref="A1:AF100"/><sheetData>')
    changed(path, sheet, r'<row r="96".*', "<row r='96'>")
    with pytest.raises(FactsError, match=r"sheet 'All data': damaged after row \d\d; dow") as error:
        read_one(path)
    assert 20 < error.value.line < 96
