"""Careers and occupations side by side: sorted and filtered in the browser, whole without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.host import Host, loaded
from tests.browser.helpers.pages import wait_for_sort
from tests.browser.helpers.server import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser
COMPARE, OCCUPATIONS = "compare.html", "occupations.html"


def column(page: Page, number: int) -> list[str]:
    """Return the texts of a column, of the rows that readers see, from above."""
    return page.evaluate(
        """number => [...document.querySelectorAll('.guide-table tbody tr')]
            .filter(row => !row.hidden).map(row => row.cells[number])
            .map(cell => (cell.querySelector('a') ?? cell).textContent.trim())""",
        number,
    )


def wait_for_column(page: Page, number: int, direction: str) -> None:
    wait_for_sort(page, f".guide-table thead th:nth-child({number + 1})[aria-sort={direction}]")


def dollars(text: str) -> int:
    return int(text.lstrip("$").replace(",", ""))


def test_occupations_are_sorted_by_keyboard(visit: Visit) -> None:
    page = visit(OCCUPATIONS)
    before = column(page, 0)
    button = page.get_by_role("button", name="Median pay")
    button.focus()
    page.keyboard.press("Enter")
    wait_for_column(page, 1, "descending")
    pay = [text for text in column(page, 1) if "hour" not in text]
    assert pay == sorted(pay, key=dollars, reverse=True)
    assert len(pay) > 800
    page.keyboard.press("Space")
    wait_for_column(page, 1, "ascending")
    found = column(page, 1)
    # Pay by the hour, which no number of the others can be compared with, comes last.
    by_hour = [text for text in found if "hour" in text]
    assert by_hour == found[-len(by_hour) :] != []
    assert [dollars(text) for text in found[: -len(by_hour)]] == sorted(map(dollars, pay))
    page.get_by_role("button", name="Occupation").click()
    wait_for_column(page, 0, "descending")
    found = column(page, 0)
    assert (found[0], found[-1]) == (max(before), min(before))
    assert sorted(found) == sorted(before)


def test_occupations_are_filtered(visit: Visit) -> None:
    page = visit(OCCUPATIONS, width=360, has_touch=True)
    status = page.locator(".guide-filter").get_by_role("status")
    assert status.inner_text() == "59 of 830 rows"  # those with the first letter
    page.get_by_label("Filter").fill("nurse midw")
    assert column(page, 0) == ["Nurse Midwives"]
    assert status.inner_text() == "1 of 830 rows"
    page.get_by_label("Filter").fill("")
    page.get_by_label("Group").select_option("Legal")
    groups = set(column(page, 8))
    assert groups == {"Legal"}
    # What is sorted then stays filtered.
    page.get_by_role("button", name="Jobs ↕").tap()
    wait_for_column(page, 4, "descending")
    assert set(column(page, 8)) == {"Legal"}
    page.get_by_label("Filter").fill("no such thing")
    assert status.inner_text() == "0 of 830 rows"


def test_occupations_lead_to_guides(visit: Visit) -> None:
    page = visit(OCCUPATIONS)
    page.get_by_label("Filter").fill("27-3091")
    page.locator(".guide-table tbody tr:not([hidden]) a").click()
    assert page.locator("h1").inner_text().startswith("Interpreter and translator")


def test_careers_are_compared_on_one_scale(visit: Visit) -> None:
    page = visit(COMPARE)
    industries = set(column(page, 5))
    assert len(industries) >= 4
    page.get_by_label("Industry").select_option("International relations")
    assert {"Liaison", "Interpreter and translator"} == set(column(page, 0))
    widths = page.locator(".guide-table tr:not([hidden]) svg").evaluate_all(
        "found => found.map(svg => Math.round(svg.getBoundingClientRect().width))"
    )
    assert len(set(widths)) == 1
    page.get_by_role("link", name="Challenges").first.click()
    assert "challenges" in page.url


@pytest.mark.parametrize(("path", "rows"), [(COMPARE, 8), (OCCUPATIONS, 830)])
def test_tables_are_whole_without_javascript(visit: Visit, path: str, rows: int) -> None:
    page = visit(path, java_script_enabled=False)
    assert page.locator(".guide-table tbody tr").count() >= rows
    assert page.locator(".guide-table tbody tr").last.is_visible()
    assert not page.locator(".guide-filter").is_visible()  # would do nothing
    assert not page.locator(".guide-table button").count()


def test_the_first_column_stays_in_sight_on_a_phone(visit: Visit) -> None:
    page = visit(OCCUPATIONS, width=360)
    box = page.locator(".guide-table")
    head = page.locator(".guide-table tbody th").first
    left = head.bounding_box()["x"]
    assert page.locator(".guide-table tbody td").first.bounding_box()["x"] < 360  # pay shows
    box.evaluate("box => box.scrollLeft = 300")
    assert head.bounding_box()["x"] == left
    assert box.get_attribute("tabindex") == "0"  # keyboards can scroll it


def test_the_page_of_all_occupations_is_light(visit: Visit, docs: Path) -> None:
    with serve(docs, Host) as address:
        page = visit(f"{address}/robots.txt")
        sizes = loaded(page, f"{address}/{OCCUPATIONS}")
    # The page and what it needs, at a first visit.
    assert sizes[f"/{OCCUPATIONS}"] > 50_000
    assert "/_static/tables.js" in sizes
    assert sum(sizes.values()) < 150_000, sizes


def test_tables_on_paper(visit: Visit) -> None:
    page = visit(OCCUPATIONS)
    page.emulate_media(media="print")
    assert not page.locator(".guide-filter").is_visible()
    overflow = page.locator(".guide-table").evaluate("box => getComputedStyle(box).overflow")
    assert overflow == "visible"


def test_sources_of_figures_on_paper(visit: Visit) -> None:
    page = visit("liaison/pay.html")
    figure = page.locator("abbr.guide-fact").first
    assert "Occupational Employment and Wage Statistics" in figure.get_attribute("title")
    page.emulate_media(media="print")
    printed = figure.evaluate("figure => getComputedStyle(figure, '::after').content")
    assert "attr(title)" in printed or "Occupational Employment" in printed
