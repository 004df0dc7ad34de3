"""The search page: filters, more results, nothing found, no index, no JavaScript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import CHAPTER, HOME
from tests.browser.helpers.search import HITS, SEARCH, ask, focused, status, wait_for_status
from tests.browser.helpers.server import BELOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


def test_enter_leads_to_all_results(visit: Visit) -> None:
    page = visit(HOME)
    page.locator("article [name=q]").fill("embassy")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search\.html\?q=embassy$"))
    wait_for_status(page, r"^\d+ results for “embassy”$")
    page = visit(CHAPTER)
    page.locator(".sidebar-search").fill("embassy")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search\.html\?q=embassy$"))


def test_results_are_narrowed_down(visit: Visit) -> None:
    page = visit(f"{SEARCH}?q=work")
    wait_for_status(page, "results for “work”")
    everything = int(status(page).split()[0])
    career = page.get_by_role("combobox", name="Career")
    page.wait_for_function("document.querySelector('select[name=career]').options.length > 2")
    choices = [text for text in career.locator("option").all_text_contents() if "Liaison" in text]
    number = int(re.search(r"\((\d+)\)", choices[0])[1])
    career.select_option("Liaison")
    wait_for_status(page, f"^{number} results for “work”$")
    assert number < everything
    careers = page.locator(f"{HITS} .guide-hit-career").all_inner_texts()
    assert set(careers) == {"Liaison"}
    assert len(career.locator("option").all()) > 2  # another one can be chosen in its place
    page.get_by_role("combobox", name="Chapter").select_option("Ethics")
    wait_for_status(page, "^1 result for “work”$")
    assert page.url.endswith("?q=work&career=Liaison&chapter=Ethics")
    page.reload()
    wait_for_status(page, "^1 result for “work”$")
    assert page.get_by_role("combobox", name="Chapter").input_value() == "Ethics"
    page.get_by_role("searchbox").first.fill("")
    wait_for_status(page, "^1 result for “Liaison, Ethics”$")  # without words


def test_filter_without_results_can_be_removed(visit: Visit) -> None:
    page = visit(f"{SEARCH}?q=embassy&career=Zookeeper")
    wait_for_status(page, "^No results for “embassy”")
    career = page.get_by_role("combobox", name="Career")
    assert career.input_value() == "Zookeeper"
    career.select_option("")
    wait_for_status(page, "results for “embassy”$")
    values = page.get_by_role("combobox", name="Median pay").locator("option").all_text_contents()
    assert values[0] == "All"
    assert [value.startswith("$100,000") for value in values] == [False] * (len(values) - 1) + [
        True
    ]


def test_more_results_by_keyboard(visit: Visit) -> None:
    page = visit(SEARCH)
    page.get_by_role("main").get_by_role("searchbox").focus()
    ask(page, "work")
    page.locator(HITS).nth(9).wait_for()
    more = page.get_by_role("button", name="More results")
    more.focus()
    page.keyboard.press("Enter")
    page.locator(HITS).nth(10).wait_for()
    assert focused(page) == page.locator(f"{HITS} a").nth(10).inner_text()
    page.keyboard.press("ArrowUp")
    assert focused(page) == page.locator(f"{HITS} a").nth(9).inner_text()


def test_query_without_results_leads_to_the_list_of_guides(visit: Visit) -> None:
    # Of a word that no page has, Pagefind finds the longest beginning that some page has.
    page = visit(f"{SEARCH}?q=ðyzzyplugh")
    wait_for_status(page, "^No results for “ðyzzyplugh”")
    page.locator("[role=status] a").click()
    page.wait_for_url(re.compile(r"/a-z\.html$"))


def test_missing_index_is_reported_on_the_page(visit: Visit) -> None:
    page = visit(BELOW + CHAPTER)
    page.route("**/_pagefind/**", lambda route: route.fulfill(status=404, body=""))
    page.keyboard.press("/")
    ask(page, "embassy")
    assert "does not work" in status(page)
    address = page.locator(".guide-results a").first.get_attribute("href")
    assert address.endswith(f"/{BELOW}a-z.html")
    page.goto(page.url.replace(CHAPTER, f"{SEARCH}?q=embassy"))
    wait_for_status(page, "does not work")


def test_search_page_without_javascript_leads_to_the_list_of_guides(visit: Visit) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    page.locator(".sidebar-search").fill("embassy")
    page.locator(".sidebar-search").press("Enter")
    page.wait_for_url(re.compile(r"/search\.html\?"))
    assert "needs JavaScript" in page.get_by_role("main").inner_text()
    assert page.get_by_role("main").locator("form:visible").count() == 0
    page.get_by_role("main").get_by_role("link", name="A to Z").click()
    page.wait_for_url(re.compile(r"/a-z\.html$"))


def test_the_page_says_what_it_searched_for(visit: Visit) -> None:
    page = visit(f"{SEARCH}?q=nurse+salary")
    wait_for_status(page, "results for “nurse pay”")
    assert "/nurse/pay.html" in page.locator(f"{HITS} a").first.get_attribute("href")
    page.get_by_role("button", name="nurse salary").click()  # as typed
    wait_for_status(page, "for “nurse salary”$|No page has")
    assert page.url.endswith("?q=nurse+salary&literal=1")


def test_a_misspelled_word_is_not_announced_as_found(visit: Visit) -> None:
    page = visit(f"{SEARCH}?q=electricain+pay")
    wait_for_status(page, "results? for “electrician pay”.*No page has “electricain”")
    assert "/electrician/pay.html" in page.locator(f"{HITS} a").first.get_attribute("href")
