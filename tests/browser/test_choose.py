"""Careers that readers mark, side by side; the choice is in the address and lasts a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser
COMPARE = "compare.html"


def beside(page: Page) -> list[list[str]]:
    """Return the texts of the careers side by side: a list for each line."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.guide-beside tr')].map(
            row => [...row.cells].map(cell => cell.innerText.trim()))"""
    )


def mark(page: Page, title: str) -> None:
    page.get_by_role("button", name=f"Compare: {title}").first.click()


def test_cards_of_related_guides_can_be_marked(visit: Visit) -> None:
    page = visit("paramedic/overview.html")
    related = page.get_by_role("region", name="Related guides")
    related.get_by_role("button", name="Compare: Nurse").click()
    bar = page.get_by_role("region", name="Careers to compare")
    assert bar.get_by_role("status").inner_text().startswith("1 of 4 careers marked")
    assert page.url.endswith("/paramedic/overview.html")  # the mark is not the card's link


def test_careers_marked_on_several_pages_are_side_by_side(visit: Visit, server: str) -> None:
    page = visit("index.html")
    card = page.get_by_role("button", name="Compare: Nurse")
    assert card.get_attribute("aria-pressed") == "false"
    mark(page, "Nurse")
    assert card.get_attribute("aria-pressed") == "true"
    bar = page.get_by_role("region", name="Careers to compare")
    assert bar.get_by_role("status").inner_text() == (
        "1 of 4 careers marked. Mark one more to compare them."
    )
    assert not bar.get_by_role("link").is_visible()
    page.goto(f"{server}/industry/food-and-farming.html")
    mark(page, "Chef")
    page.goto(f"{server}/a-z.html")
    mark(page, "Liaison")
    page.goto(f"{server}/occupations.html")
    page.get_by_label("Filter").fill("welders, cutters")
    mark(page, "Welder")
    page.goto(f"{server}/a-z.html")
    mark(page, "Farmer")  # one more than can be compared
    assert "Remove one first" in bar.get_by_role("status").inner_text()
    bar.get_by_role("link", name="Compare").click()
    assert page.url == f"{server}/{COMPARE}#careers=nurse,chef,liaison,welder"
    head, pay, *lines = beside(page)
    # A career with two occupations has a column for each.
    assert [name.splitlines()[0] for name in head[1:]] == [
        "Nurse", "Chef", "Liaison", "Liaison", "Welder",
    ]  # fmt: skip
    assert head[3].endswith("Political Scientists")
    assert pay[:3] == ["Median pay", "$97,550", "$62,470"]
    assert all(all(line) for line in lines)  # no cell is empty
    page.locator(".guide-beside").get_by_role("link", name="Challenges").first.click()
    assert page.url.endswith("nurse/challenges.html")
    page.go_back()
    assert len(beside(page)[0]) == 6


def test_a_shared_address_shows_the_same(visit: Visit) -> None:
    page = visit(f"{COMPARE}#careers=chef,no-such,chef,nurse,%")
    assert beside(page) == []  # "%" is no text: nothing is chosen
    page = visit(f"{COMPARE}#careers=chef,no-such,chef,nurse")
    assert beside(page)[0] == ["", "Chef", "Nurse"]
    assert page.locator(".guide-table:not(.guide-beside) tbody tr:visible").count() >= 13
    bar = page.get_by_role("region", name="Careers to compare")
    bar.get_by_role("button", name="Remove: Chef").press("Enter")
    assert beside(page) == []
    assert page.url.endswith("#careers=nurse")
    assert page.evaluate("document.activeElement.ariaLabel") == "Remove: Nurse"
    mark(page, "Librarian")
    assert page.url.endswith("#careers=nurse,librarian")
    assert page.get_by_role("region", name="Side by side").is_visible()
    bar.get_by_role("button", name="Remove all").click()
    assert page.url.endswith(COMPARE)


def test_marks_work_without_storage_and_below_a_path(visit: Visit, server: str) -> None:
    page = visit("some/where/compare.html#letters")
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('off') }})"
    )
    page.reload()
    assert page.url.endswith("#letters")
    mark(page, "Chef")
    mark(page, "Nurse")
    assert page.url == f"{server}/some/where/compare.html#careers=chef,nurse"
    page.reload()
    assert beside(page)[0] == ["", "Chef", "Nurse"]


def test_careers_are_filtered_by_pay_and_education(visit: Visit) -> None:
    page = visit(COMPARE)
    pay, education = (
        page.locator(".guide-filter label", has_text=name).locator("select")
        for name in ("Median pay", "Usual education")
    )
    assert pay.locator("option").all_inner_texts() == [
        "All", "$50,980 a year or more", "$80,520 a year or more",
    ]  # fmt: skip
    pay.select_option("$80,520 a year or more")
    options = education.locator("option").all_inner_texts()
    assert options[0] == "All"
    order = [options.index(level) for level in (
        "High school diploma or equivalent", "Associate's degree", "Bachelor's degree",
        "Doctoral degree", "no estimate",
    )]  # fmt: skip
    assert order == sorted(order)
    education.select_option("Bachelor's degree")
    names = page.locator(".guide-table tbody tr:visible th a").all_inner_texts()
    assert names == ["Information security analyst", "Nurse"]


def test_numbers_are_aligned_at_their_ends(visit: Visit) -> None:
    page = visit(COMPARE)
    aligned = page.evaluate(
        """() => [...document.querySelectorAll('.guide-table :is(td, th).number')]
            .map(cell => getComputedStyle(cell).textAlign)"""
    )
    assert len(aligned) > 50
    assert set(aligned) == {"end"}


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_axe_finds_nothing_beside_each_other(
    visit: Visit, server: str, width: int, scheme: str
) -> None:
    page = visit(f"{COMPARE}#careers=chef,nurse,liaison", width=width, scheme=scheme)
    assert len(beside(page)[0]) == 5
    for path in ("", "index.html", "a-z.html", "occupations.html"):
        if path:
            page.goto(f"{server}/{path}")
        assert page.get_by_role("region", name="Careers to compare").is_visible()
        assert findings(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") == width
