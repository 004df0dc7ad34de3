"""The search for readers of screen readers, with a keyboard alone, and on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.helpers.pages import CHAPTER
from tests.browser.helpers.search import HITS, SEARCH, ask, focused, wait_for_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

#: What can be operated: https://www.w3.org/TR/wai-aria-1.2/#widget_roles
WIDGETS = {"button", "checkbox", "combobox", "link", "searchbox", "textbox"}


def accessible(page: Page) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield role, name and properties of everything that a screen reader is told of a page."""
    session = page.context.new_cdp_session(page)
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        if not node.get("ignored"):
            properties = {each["name"]: each["value"].get("value") for each in node["properties"]}
            yield node["role"]["value"], node.get("name", {}).get("value", ""), properties


def test_screen_readers_are_told_what_everything_is(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.keyboard.press("/")
    ask(page, "nurse salary")
    found = list(accessible(page))
    names = [(role, name) for role, name, _more in found]
    assert ("textbox", "Search") in names
    assert ("button", "nurse salary") in names  # searches for the query as it was typed
    assert all(name for role, name, _more in found if role in WIDGETS)
    # That of the search, and that of the careers to compare, which is empty.
    assert {more["live"] for role, _name, more in found if role == "status"} == {"polite"}


def test_screen_readers_are_told_what_the_search_page_has(visit: Visit) -> None:
    page = visit(f"{SEARCH}?q=nurse")
    wait_for_status(page, "results for")
    found = list(accessible(page))
    names = {(role, name) for role, name, _more in found}
    assert {("search", "Search"), ("heading", "Search"), ("button", "Search")} <= names
    assert {("combobox", "Industry"), ("combobox", "Median pay")} <= names
    assert all(name for role, name, _more in found if role in WIDGETS)


def test_a_misspelled_word_is_corrected_by_keyboard(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.keyboard.press("/")
    ask(page, "paramedik")
    wait_for_status(page, "Did you mean")
    page.keyboard.press("ArrowDown")
    assert focused(page) == "paramedic"
    page.keyboard.press("Enter")
    page.locator(HITS).first.wait_for()
    assert focused(page) == "q"
    assert "aramedic" in page.locator(f"{HITS} a").first.inner_text()


def test_a_query_of_misspelled_words_is_answered_and_said_by_keyboard(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.keyboard.press("/")
    ask(page, "cheff salery")
    wait_for_status(page, "results for “chef pay”.*No page has.*cheff salery")
    page.keyboard.press("ArrowDown")  # to the query as it was typed
    assert focused(page) == "cheff salery"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/chef/pay.html")


def test_results_fit_on_a_phone(visit: Visit) -> None:
    page = visit(CHAPTER, width=360, has_touch=True, is_mobile=True)
    page.keyboard.press("/")  # opens the drawer of the theme, where the field is
    ask(page, "nurse salary")
    page.locator(HITS).first.wait_for()
    for selector in (".guide-results.open", f"{HITS} a", ".guide-search-change"):
        box = page.locator(selector).first.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360, selector
    page.locator(f"{HITS} a").first.tap()
    page.wait_for_url("**/nurse/pay.html")
    page.goto(page.url.replace("nurse/pay.html", f"{SEARCH}?q=nurse"))
    wait_for_status(page, "results for")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
