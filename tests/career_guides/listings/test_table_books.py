"""Tables in an EPUB."""

from __future__ import annotations

from bs4 import BeautifulSoup

from career_guides.listings.table_books import to_book_html
from career_guides.listings.table_model import Cell, Column, Table


def soup(columns: tuple[Column, ...], *rows: tuple[Cell, ...]) -> BeautifulSoup:
    html = to_book_html(Table("Careers", columns, rows), lambda docname: f"{docname}.xhtml")
    return BeautifulSoup(html, "html.parser")


NAME = Cell(
    "Chef", links=(("chef/index", "Chef & cook"),), note="Head Cooks", careers=(("c", "C"),)
)
WIDE = (
    Column("Career"), Column("Pay", "number"), Column("Range", "number"), Column("Jobs", "number"),
    Column("Industry", "choice"), Column("Chapters", "still"), Column("Titles", is_extra=True),
)  # fmt: skip
ROW = (
    NAME, Cell("$1 & 2", "1"), Cell("by the hour only", "", is_empty=True), Cell("3", svg="<svg/>"),
    Cell("Food"), Cell(links=(("chef/a", "A"), ("chef/b", "B"))), Cell("Sous chef"),
)  # fmt: skip


def test_a_wide_table_is_a_list() -> None:
    page = soup(WIDE, ROW)
    assert not page.select("table, svg, .guide-filter, .guide-mark")
    assert [term.get_text() for term in page.select("dt")] == ["Chef & cook (Head Cooks)"]
    assert [line.get_text() for line in page.select("dd")] == [
        "Pay: $1 & 2", "Jobs: 3", "Industry: Food", "Chapters: A, B",
    ]  # fmt: skip
    assert [link["href"] for link in page.select("a")] == [
        "chef/index.xhtml", "chef/a.xhtml", "chef/b.xhtml",
    ]  # fmt: skip


def test_a_long_list_has_a_line_for_each_row() -> None:
    page = soup(WIDE, *[ROW] * 30)
    lines = page.select("dd")
    assert len(lines) == 30
    assert lines[0].get_text() == "Pay: $1 & 2; Jobs: 3; Industry: Food; Chapters: A, B"


def test_a_table_that_fits_stays_one() -> None:
    page = soup((*WIDE[:4], WIDE[6]), (*ROW[:4], ROW[6]))
    assert len(page.select("table thead th")) == 4  # without the one that only sites have
    assert page.select_one("tbody td:nth-child(3)").get_text() == "by the hour only"  # type: ignore[union-attr]
    assert not page.select("dl")
