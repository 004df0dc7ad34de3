"""The home page in five seconds: what this is, the search, six careers with picture and pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import HOME

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "height", "screens"), [(1440, 900, 1), (360, 800, 2)])
def test_search_and_six_careers_are_seen_at_once(
    visit: Visit, width: int, height: int, screens: int
) -> None:
    page = visit(HOME, width=width)
    page.set_viewport_size({"width": width, "height": height})
    field = page.locator("article").get_by_label("Search for a career or a question")
    box = field.bounding_box()
    assert box["y"] + box["height"] < height / 2
    cards = page.locator(".guide-grid-compact > .guide-card")
    assert cards.count() == 6
    for card in cards.all():
        assert "$" in card.locator(".guide-card-pay").inner_text()
        assert card.locator("img").bounding_box()["height"] > 60
        box = card.bounding_box()
        assert box["y"] + box["height"] <= height * screens
    field.fill("nurse")
    field.press("Enter")
    page.wait_for_url("**/search.html?q=nurse")


def test_industries_are_cards_with_their_careers(visit: Visit) -> None:
    page = visit(HOME, width=360)
    health = page.locator(".guide-term-cards > a", has_text="Health")
    assert "Nurse" in health.inner_text()
    health.click()
    page.wait_for_url("**/industry/health.html")
