"""All occupations on a phone: a letter at a time, with all letters in reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import wait_for_sort

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser
OCCUPATIONS = "occupations.html"


def names(page: Page) -> list[str]:
    return page.locator(".guide-table tbody tr:visible th").all_inner_texts()


def height(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollHeight")


def test_a_phone_shows_one_letter(visit: Visit) -> None:
    page = visit(OCCUPATIONS, width=360)
    assert {name[0] for name in names(page)} == {"A"}
    assert height(page) < 10_000  # 64,858 with all of them
    letters = page.get_by_role("navigation", name="First letters")
    page.evaluate("document.querySelector('.guide-table').scrollIntoView()")
    page.evaluate("scrollBy(0, 2000)")
    assert 0 <= letters.bounding_box()["y"] < 100  # in reach
    letters.get_by_role("link", name="N", exact=True).press("Enter")
    assert {name[0] for name in names(page)} == {"N"}
    assert page.url.endswith("#starts-with-n")
    assert letters.locator("[aria-current=true]").inner_text() == "N"
    status = page.locator(".guide-filter").get_by_role("status")
    assert status.inner_text() == f"{len(names(page))} of 830 rows"
    page.go_back()
    page.go_forward()
    assert {name[0] for name in names(page)} == {"N"}


def test_an_address_opens_its_part(visit: Visit) -> None:
    page = visit(f"{OCCUPATIONS}#starts-with-t", width=360)
    first = page.locator("#starts-with-t")
    assert {name[0] for name in names(page)} == {"T"}
    assert 40 < first.bounding_box()["y"] < 300
    current = page.locator(".guide-letters [aria-current]")
    assert 0 <= current.bounding_box()["x"] < 330  # the row of letters has followed


def test_what_is_filtered_or_sorted_is_of_all_letters(visit: Visit) -> None:
    page = visit(f"{OCCUPATIONS}#starts-with-t", width=360)
    page.get_by_label("Filter").fill("nurse")
    assert {"Nurse Midwives", "Registered Nurses"} <= set(names(page))
    page.get_by_label("Filter").fill("")
    assert len(names(page)) == 60
    page.get_by_role("button", name="Median pay").click()
    wait_for_sort(page, "thead th[aria-sort]")
    found = page.locator(".guide-table tbody tr:visible td:nth-child(2)").all_inner_texts()
    pay = [int(text.lstrip("$").replace(",", "")) for text in found]
    assert pay == sorted(pay, reverse=True)
    assert pay[0] > 300_000
    assert height(page) < 15_000
    page.get_by_role("button", name="Show all rows").click()
    assert len(names(page)) == 830


def test_wide_screens_and_paper_have_all_letters(visit: Visit) -> None:
    page = visit(f"{OCCUPATIONS}#starts-with-n", width=1440)
    assert len(names(page)) == 830
    row = page.locator("#starts-with-n").bounding_box()
    letters = page.get_by_role("navigation", name="First letters").bounding_box()
    assert letters["y"] + letters["height"] - 2 <= row["y"] < 500
    page.set_viewport_size({"width": 360, "height": 800})
    assert {name[0] for name in names(page)} == {"N"}
    page.emulate_media(media="print")
    assert len(names(page)) == 830


def test_all_letters_are_there_without_javascript(visit: Visit) -> None:
    page = visit(f"{OCCUPATIONS}#starts-with-n", width=360, java_script_enabled=False)
    assert len(names(page)) == 830
    assert 0 <= page.locator("#starts-with-n").bounding_box()["y"] < 800
    letters = page.get_by_role("navigation", name="First letters")
    assert 0 <= letters.bounding_box()["y"] < 100


def test_cells_without_a_value_say_why(visit: Visit) -> None:
    page = visit(OCCUPATIONS)
    empty = page.evaluate(
        """() => [...document.querySelectorAll('.guide-table tbody :is(td, th):not(.extra)')]
            .filter(cell => !cell.textContent.trim()).length"""
    )
    assert empty == 0
    # These words are no reason to show a row.
    page.get_by_label("Filter").fill("guide")
    assert 0 < len(names(page)) < 20
