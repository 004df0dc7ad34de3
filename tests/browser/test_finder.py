"""Careers in the order of a reader's answers, which stay in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser
FIND = "find.html"


def order(page: Page) -> list[str]:
    return page.locator(".guide-finder-career > a").all_inner_texts()


def reasons(page: Page, career: str) -> str:
    return page.locator(".guide-finder-found ol > li", has_text=career).first.inner_text()


def test_answers_order_the_careers_and_are_kept_in_the_address(visit: Visit) -> None:
    page = visit(FIND)
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    assert not page.locator(".guide-finder-found").is_visible()
    page.get_by_label("With people", exact=True).check()
    page.get_by_label("Up to four years").check()
    page.get_by_label("At least $80,520 a year").check()
    assert order(page)[0] == "Nurse"
    assert order(page)[-1] in {"Librarian", "Welder"}
    assert len(order(page)) >= 13
    text = reasons(page, "Nurse")
    assert "fits 3 of 3 answers" in text
    assert "Because:\n\nMore with people than with things" in text
    assert "But:" not in text
    before, _, after = reasons(page, "Welder").partition("But:")
    assert "School until 18" in before
    assert "More with things than with people" in after
    assert "median pay: $53,750 a year" in after
    assert page.url.endswith("#people=people&study=bachelor&pay=most")
    # Chromium asks for the icon of the site again when the fragment changes.
    assert {url.rpartition("/")[2] for url in requests} <= {"workdojos_mark.svg"}
    shown = order(page)
    page.goto("about:blank")
    page.go_back()
    assert order(page) == shown
    # The lists would repeat what is shown.
    assert not page.locator(".guide-finder-lists").is_visible()


def test_a_shared_address_is_answered_by_keyboard(visit: Visit) -> None:
    page = visit(f"{FIND}#people=things&pay=nonsense&x=<b>", width=360)
    assert page.get_by_label("With things").is_checked()
    assert "fits 1 of 1 answers" in reasons(page, "Chef")
    assert page.locator(".guide-finder [role=status]").inner_text().startswith("13 careers")
    page.get_by_label("With things").focus()
    page.keyboard.press("ArrowUp")
    assert page.get_by_label("With people", exact=True).is_checked()
    assert page.url.endswith("#people=people")
    page.get_by_role("button", name="Start again").press("Enter")
    assert page.locator(".guide-finder-lists").is_visible()
    assert page.url.endswith("#")


def test_the_address_of_a_heading_is_no_answer(visit: Visit) -> None:
    page = visit(f"{FIND}#study-longer", width=360)
    assert page.locator("#study-longer").is_visible()
    assert 0 <= page.locator("#study-longer").bounding_box()["y"] < 400


def test_each_answer_is_a_list_without_javascript(visit: Visit) -> None:
    page = visit(FIND, java_script_enabled=False)
    assert not page.locator(".guide-finder-questions").is_visible()
    lists = page.locator(".guide-finder-lists ul")
    assert lists.count() >= 10
    assert lists.last.is_visible()


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_axe_finds_nothing_in_answers(visit: Visit, width: int, scheme: str) -> None:
    page = visit(f"{FIND}#people=people&study=short", width=width, scheme=scheme)
    assert page.locator(".guide-finder-found li").first.is_visible()
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
