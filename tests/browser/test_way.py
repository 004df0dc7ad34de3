"""Where a reader is and where to go: breadcrumbs, chapters, the search on a phone, lost pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import CHAPTER, findings, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_first_screen_of_a_chapter_says_which_career_it_is(visit: Visit, width: int) -> None:
    page = visit("nurse/challenges.html", width=width)
    line = page.locator(".guide-place")
    assert line.inner_text() == "Nurse · Chapter 6 of 6"
    title = page.locator("h1").bounding_box()
    for part in (line.bounding_box(), page.locator(".breadcrumbs").bounding_box()):
        assert part["y"] + part["height"] <= title["y"] < 250
    # One line on a phone: the title below says the last step.
    assert width > 360 or page.locator(".breadcrumbs").bounding_box()["height"] < 40
    page.locator(".breadcrumbs").get_by_role("link", name="Health").click()
    page.wait_for_url("**/industry/health.html")
    page.locator(".guide-card", has_text="Nurse").click()
    page.wait_for_url("**/nurse/index.html")


@pytest.mark.parametrize("width", [360, 1440])
def test_previous_and_next_chapter_are_in_one_screen(visit: Visit, width: int) -> None:
    page = visit("nurse/learning.html", width=width)
    nav = page.locator("nav.chapter-nav")
    assert nav.locator(".chapter-place").inner_text() == "Chapter 4 of 6"
    assert nav.bounding_box()["height"] < 400
    back, on = (nav.locator(f"a[rel={rel}]").bounding_box() for rel in ("prev", "next"))
    if width == 1440:  # beside each other
        assert back["x"] + back["width"] <= on["x"]
        assert abs(back["y"] + back["height"] / 2 - on["y"] - on["height"] / 2) < 60
    nav.locator("a[rel=prev]").click()
    page.wait_for_url("**/nurse/start.html")


def test_phone_has_the_search_in_its_header(visit: Visit) -> None:
    page = visit(CHAPTER, width=360, java_script_enabled=False)
    link = page.locator(".mobile-header").get_by_role("link", name="Search")
    box = link.bounding_box()
    assert box["width"] >= 24
    assert box["height"] >= 24
    link.click()
    page.wait_for_url("**/search.html")
    wide = visit(CHAPTER, width=1440)
    assert shown(wide, ".header-search") == [False]
    assert shown(wide, ".sidebar-search") == [True]


@pytest.mark.parametrize("path", ["404.html", "industry/health.html", "tag/people.html"])
def test_pages_without_a_source_lead_on(visit: Visit, path: str) -> None:
    page = visit(path, width=360)
    assert all(shown(page, "footer.site-footer, h1, h1 + p"))
    names = page.locator("article ul.guide-ways-on a").all_inner_texts()
    assert names == ["Work Dojos", "Careers from A to Z", "Find a career that suits you",
                     "Compare careers", "All occupations", "Search"]  # fmt: skip
    assert findings(page) == []


def test_lost_reader_can_search_at_once(visit: Visit) -> None:
    page = visit("404.html")
    field = page.locator("article input[type=search]")
    field.fill("nurse")
    field.press("Enter")
    page.wait_for_url("**/search.html?q=nurse")
