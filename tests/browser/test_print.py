"""Pages on paper: wide tables in landscape and whole, no empty sheet, the card on the first."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser
#: Pixels across a sheet of A4 in landscape, without margins of a centimetre.
ACROSS = 1047


@pytest.mark.parametrize(("path", "most"), [("compare.html", 2), ("occupations.html", 30)])
def test_every_column_is_printed_on_few_pages(visit: Visit, path: str, most: int) -> None:
    page = visit(path, width=ACROSS)
    page.emulate_media(media="print")
    for table in page.locator(".guide-table table").all():
        box = table.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= ACROSS
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.guide-table :is(td, th)')]
            .filter(cell => cell.scrollWidth > cell.clientWidth + 1)
            .map(cell => cell.textContent)"""
    )
    assert cut == []
    # The table begins on the first page, below its introduction, also if it would fit on the next.
    assert page.locator(".guide-table tbody tr").nth(10).bounding_box()["y"] < 718
    paper = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert sizes
    assert all(float(width) > float(height) for width, height in sizes)
    assert len(re.findall(rb"/Type ?/Page\b", paper)) <= most


def test_guides_stay_upright(visit: Visit) -> None:
    paper = visit("nurse/learning.html").pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert sizes
    assert all(float(width) < float(height) for width, height in sizes)


def test_a_short_page_has_no_empty_sheet(visit: Visit) -> None:
    paper = visit("industry/health.html").pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type ?/Page\b", paper)) == 1


def sheets(page: Page) -> list[str]:
    """Return the texts of the sheets of paper that the page is printed on."""
    if not shutil.which("pdftotext"):
        pytest.skip("no poppler-utils")
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "1cm")
    paper = page.pdf(format="A4", margin=margin, prefer_css_page_size=True)
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=paper, capture_output=True)
    assert run.returncode == 0
    return run.stdout.decode().split("\f")[:-1]


@pytest.mark.parametrize("path", ["nurse/overview.html", "nurse/index.html"])
def test_the_first_sheet_has_the_title_and_the_card(visit: Visit, path: str) -> None:
    page = visit(path)
    first, *more = sheets(page)
    # A line above the title is not alone on a sheet.
    assert page.locator("h1").inner_text() in first
    assert "Median pay" in first
    assert "Usual education" in first
    assert more


def test_results_are_printed_without_addresses(visit: Visit) -> None:
    page = visit("search.html?q=nurse")
    page.locator(".guide-hit").first.wait_for()
    text = "\n".join(sheets(page))
    assert "What a nurse does" in text
    assert "127.0.0.1" not in text


def test_a_choice_is_printed_alone_on_a_sheet(visit: Visit) -> None:
    page = visit("compare.html#careers=nurse,chef,liaison,welder")
    page.locator(".guide-beside").wait_for()
    (sheet,) = sheets(page)
    assert "Side by side" in sheet
    assert "$97,550" in sheet
    assert "O*NET" in sheet  # the sources
    assert "Librarian" not in sheet


def test_sources_of_figures_in_a_table_are_printed_once_below_it(visit: Visit) -> None:
    text = " ".join("\n".join(sheets(visit("liaison/pay.html"))).split())
    table = text.partition("Counted occupation")[2].partition("The third column")[0]
    assert table.count("Occupational Employment and Wage Statistics") == 1
    assert table.endswith("May 2025 (United States). ")
    # A figure in a sentence has its own.
    assert "May 2025 (Political Scientists, United States: release." in text


def test_results_are_whole_on_a_sheet(visit: Visit) -> None:
    page = visit("search.html?q=night+work")
    page.locator(".guide-hit").nth(9).wait_for()
    hits = page.locator(".guide-hit:visible")
    titles, careers, ends = (
        hits.locator(part).all_inner_texts()
        for part in ("a", ".guide-hit-career", ".guide-hit-excerpt")
    )
    for sheet in (" ".join(sheet.split()) for sheet in sheets(page)):
        # As many begin on a sheet as end there.
        begun = [title for title in map(" ".join, zip(titles, careers, strict=True))
                 if title in sheet]  # fmt: skip
        ended = [end for end in ends if " ".join(end.split())[-25:] in sheet]
        assert len(begun) == len(ended), sheet
        assert "More results" not in sheet


def test_the_list_from_a_to_z_takes_few_sheets(visit: Visit) -> None:
    printed = sheets(visit("a-z.html"))
    assert len(printed) <= 5
    # The letters are links, which paper does not have.
    assert not re.search(r"A\s+B\s+C\s+D", printed[0])


@pytest.mark.parametrize("path", ["compare.html", "occupations.html"])
def test_each_sheet_of_a_table_has_the_heads_of_its_columns(visit: Visit, path: str) -> None:
    first, second, *_others = sheets(visit(path))
    for sheet in (first, second):
        words = " ".join(sheet.split())
        assert "Jobs since" in words
        assert "Median pay" in words or ("Median" in words and "pay" in words)


def test_lines_of_code_are_whole_on_paper(visit: Visit) -> None:
    page = visit("contribute/trust.html")
    text = "".join("".join(sheets(page)).split())
    for block in page.locator("article pre").all_inner_texts():
        for line in block.splitlines():
            assert "".join(line.split()) in text


def test_a_time_is_on_the_sheet_of_what_happens_then(visit: Visit) -> None:
    page = visit("interpreter/day-in-the-life.html")
    for sheet in sheets(page)[:-1]:
        assert not re.fullmatch(r"\d\d:\d\d", sheet.strip().splitlines()[-1].strip())


def test_columns_of_the_list_from_a_to_z_are_apart(visit: Visit) -> None:
    page = visit("a-z.html")
    page.emulate_media(media="print")
    style = "list => [getComputedStyle(list).columnGap, getComputedStyle(list).paddingInlineStart]"
    gap, padding = page.locator("ul.guide-a-z").first.evaluate(style)
    assert float(gap.removesuffix("px")) > float(padding.removesuffix("px")) + 8
