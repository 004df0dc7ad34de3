"""The card of an occupation, and the sources of figures: in sight, by tap, by key, in print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "height"), [(360, 800), (768, 1024), (1440, 900)])
def test_card_is_in_the_first_screen_of_an_overview(visit: Visit, width: int, height: int) -> None:
    page = visit("nurse/overview.html", width=width)
    page.set_viewport_size({"width": width, "height": height})
    terms = page.locator(".at-a-glance > dl > dt")
    assert terms.all_inner_texts() == ["Median pay", "Education", "Jobs", "Change"]
    for text in page.locator(".at-a-glance > dl > dd").all():
        box = text.bounding_box()
        assert box["y"] + box["height"] <= height


@pytest.mark.parametrize("width", [360, 1440])
def test_labels_of_the_chart_do_not_overlap(visit: Visit, server: str, width: int) -> None:
    page = visit("nurse/overview.html", width=width)
    for career in ("nurse", "welder", "software-developer", "chef"):
        page.goto(f"{server}/{career}/overview.html")
        page.locator(".at-a-glance-more > summary").first.click()
        boxes = page.evaluate(
            """() => [...document.querySelectorAll('.pay-chart')].map(chart =>
                [chart.getBoundingClientRect(), ...[...chart.querySelectorAll('text')].map(text =>
                    text.getBoundingClientRect())].map(b => [b.left, b.top, b.right, b.bottom]))"""
        )
        assert boxes
        for (left, top, right, bottom), *labels in boxes:
            assert len(labels) >= 2
            for number, label in enumerate(labels):
                assert left <= label[0] < label[2] <= right + 1, career
                assert top <= label[1] < label[3] <= bottom + 1, career
                for other in labels[:number]:
                    apart = (
                        label[0] >= other[2] or other[0] >= label[2]
                        or label[1] >= other[3] - 3 or other[1] >= label[3] - 3
                    )  # fmt: skip
                    assert apart, (career, label, other)


def source(page: Page, figure: str) -> str:
    return page.locator(figure).first.evaluate(
        """figure => {
            const style = getComputedStyle(figure, '::after')
            return style.position === 'fixed' && style.content !== 'none' ? figure.title : ''
        }"""
    )


def test_source_of_a_figure_by_tap_and_by_keyboard(visit: Visit) -> None:
    figure = "abbr.guide-fact"
    page = visit("nurse/pay.html", width=360, has_touch=True)
    assert source(page, figure) == ""
    page.locator(figure).first.tap()
    assert source(page, figure).endswith("May 2025")
    page.locator("h1").tap()
    assert source(page, figure) == ""
    page = visit("nurse/pay.html")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('abbr.guide-fact')"):
            break
    assert source(page, f"{figure}:focus").endswith("May 2025")


def test_whole_card_is_printed(visit: Visit) -> None:
    page = visit("nurse/overview.html")
    rest = page.locator(".at-a-glance-more > dl")
    assert not rest.is_visible()
    page.emulate_media(media="print")
    assert rest.bounding_box()["height"] > 100
    assert not page.locator(".at-a-glance-more > summary").is_visible()
