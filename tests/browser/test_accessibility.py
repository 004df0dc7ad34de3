"""Accessible to everyone: axe, contrast, zoom, keyboard, touch, motion, colour scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import (
    ALL_KINDS,
    CHAPTER,
    HOME,
    KINDS,
    LANDING,
    WIDE,
    findings,
    focus_ring,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_where_readers_scroll_up(visit: Visit) -> None:
    page = visit("liaison/pay.html")
    link = page.get_by_role("navigation", name="Back to top").get_by_role("link")
    assert not link.is_visible()
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function("() => scrollY > 500")
    page.wait_for_timeout(200)  # Furo looks from time to time where the page is
    page.evaluate("() => scrollBy(0, -200)")
    link.wait_for(state="visible")
    assert findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(visit: Visit, server: str, width: int, scheme: str) -> None:
    page = visit(HOME, width=width, scheme=scheme)
    # The others once in each scheme and at each width.
    more = KINDS if (width, scheme) in {(360, "light"), (1440, "dark")} else ()
    for path in (HOME, LANDING, CHAPTER, *more):
        page.goto(f"{server}/{path}")
        assert findings(page) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_visible(visit: Visit, scheme: str) -> None:
    page = visit(LANDING, scheme=scheme)
    parts = ["nav.next-card > a", ".guide-card", "nav.guide-nav a", ".site-nav a", ".site-footer a",
             ".sidebar-brand", ".guide-provenance a", ".sidebar-search"]  # fmt: skip
    page.keyboard.press("Tab")  # from here on it is the keyboard that moves the focus
    for part in parts:
        page.locator(part).first.focus()
        assert focus_ring(page) in {"2px", "3px"}, part


@pytest.mark.parametrize("path", [HOME, LANDING, CHAPTER])
def test_no_sideways_scrolling_at_400_percent(visit: Visit, path: str) -> None:
    page = visit(path, width=320)
    # Furo hides what overflows: measure every element that no scroller of its own holds.
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.content *, .site-footer *')]
            .filter(e => !e.closest('.table-wrapper > *, pre') && e.checkVisibility())
            .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5)
            .map(e => e.outerHTML.slice(0, 120))"""
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("width", [1320, 1440])
def test_wide_tables_leave_room_for_the_rest(visit: Visit, server: str, width: int) -> None:
    page = visit("compare.html", width=width)
    for path in ("compare.html", "occupations.html"):
        page.goto(f"{server}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") == width, path
        assert page.locator(".guide-table").first.bounding_box()["width"] > 900, path


@pytest.mark.parametrize("width", [720, 320], ids=["200 %", "400 %"])
def test_enlarged_pages_are_complete(visit: Visit, server: str, width: int) -> None:
    # A window of 1440 or 1280 pixels at this zoom.
    page = visit(HOME, width=width)
    for path in ALL_KINDS:
        page.goto(f"{server}/{path}")
        assert page.evaluate(WIDE) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") == width, path
        # A text that is cut off is a text that is lost.
        cut = page.evaluate(
            """() => [...document.querySelectorAll('h1, h2, h3, p, a, dt, dd, button, label')]
                .filter(e => e.checkVisibility() && getComputedStyle(e).overflowX === 'hidden')
                .filter(e => e.scrollWidth > e.clientWidth + 1)
                .map(e => e.outerHTML.slice(0, 120))"""
        )
        assert cut == [], path


def test_focus_follows_the_order_of_the_page(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("skip-to-content")
    regions = []
    name = """() => {
        const e = document.activeElement
        const parts = ['.sidebar-brand', '.sidebar-search-container, .guide-search', '.site-nav',
                       '.guide-nav', 'article', '.next-card', '.toc-drawer', '.site-footer']
        const found = parts.filter(part => e.closest(part)).pop()
        const box = e.getBoundingClientRect()
        return [found || '', e === document.body, box.width > 0 && box.height > 0]
    }"""
    for _ in range(150):
        page.keyboard.press("Tab")
        region, at_end, is_there = page.evaluate(name)
        if at_end:
            break
        assert is_there
        if region and region not in regions[-1:]:
            regions.append(region)
    first = [region for number, region in enumerate(regions) if region not in regions[:number]]
    wanted = ["article", ".next-card", ".toc-drawer", ".site-footer"]
    assert first[:1] == [".sidebar-brand"]
    assert [region for region in first if region in {".site-nav", ".guide-nav"}] == [
        ".site-nav", ".guide-nav",
    ]  # fmt: skip
    assert first.index(".guide-nav") < first.index("article")
    assert [region for region in first if region in wanted] == wanted


def test_skip_link_leads_to_the_text(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#furo-main-content")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_reduced_motion_is_respected(visit: Visit, motion: str) -> None:
    page = visit(LANDING, width=360, reduced_motion=motion)
    lasting = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(e => {
            const style = getComputedStyle(e)
            return style.animationName !== 'none'
                || style.transitionDuration.split(', ').some(time => parseFloat(time) > 0)
        }).length"""
    )
    assert (lasting > 0) is (motion == "no-preference")


def test_theme_is_switched_by_keyboard_and_kept(visit: Visit, server: str) -> None:
    page = visit(CHAPTER)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    button = page.locator(".theme-toggle-content button")
    seen = []
    for _ in range(3):
        button.focus()
        page.keyboard.press("Enter")
        page.goto(f"{server}/{LANDING}" if "overview" in page.url else f"{server}/{CHAPTER}")
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        seen.append((page.evaluate("document.body.dataset.theme"), colour))
    names = [name for name, _colour in seen]
    assert sorted(names) == ["auto", "dark", "light"]
    assert {name: colour == light for name, colour in seen} == {
        "auto": True, "dark": False, "light": True,
    }  # fmt: skip


def test_colour_scheme_of_the_system_without_javascript(visit: Visit) -> None:
    page = visit(CHAPTER, scheme="dark", java_script_enabled=False)
    assert shown(page, ".sidebar-brand .sidebar-logo") == [False, True]
    colour = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert colour not in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
