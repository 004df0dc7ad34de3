"""Enlarged, by keyboard, by touch, without motion, on another theme; from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import BELOW
from tests.browser.test_pages import CHAPTER, HOME, KINDS, LANDING, chapters, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

ALL_KINDS = (HOME, LANDING, CHAPTER, *KINDS)

#: Elements that reach out of the page, those left out that a scroller of their own holds.
WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(e => !e.closest('.table-wrapper > *, pre, svg, .sidebar-drawer, .toc-drawer'))
    .filter(e => !e.closest('.overlay, .skip-to-content, .sidebar-toggle') && e.checkVisibility())
    .filter(e => {
        const box = e.getBoundingClientRect()
        return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5)
    })
    .map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [720, 320], ids=["200 %", "400 %"])
def test_enlarged_pages_lose_nothing(visit: Visit, server: str, width: int) -> None:
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


@pytest.mark.parametrize("width", [360, 1440])
def test_what_is_clicked_is_large_enough(visit: Visit, server: str, width: int) -> None:
    """At least 24 pixels each way, or as far from the next: WCAG 2.2, 2.5.8."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - after the skip

    page = visit(HOME, width=width)
    for path in ALL_KINDS:
        page.goto(f"{server}/{path}")
        rules = {"type": "rule", "values": ["target-size"]}
        found = Axe().run(page, options={"runOnly": rules}).response
        assert found["passes"], path
        wrong = [node["html"] for rule in found["violations"] for node in rule["nodes"]]
        assert wrong == [], path


def test_focus_goes_through_the_page_in_its_order(visit: Visit) -> None:
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


def test_the_text_is_one_key_away(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#furo-main-content")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_motion(visit: Visit, motion: str) -> None:
    page = visit(LANDING, width=360, reduced_motion=motion)
    lasting = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(e => {
            const style = getComputedStyle(e)
            return style.animationName !== 'none'
                || style.transitionDuration.split(', ').some(time => parseFloat(time) > 0)
        }).length"""
    )
    assert (lasting > 0) is (motion == "no-preference")


def test_theme_is_switched_by_keyboard_and_stays(visit: Visit, server: str) -> None:
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


@pytest.mark.parametrize("below", ["", BELOW])
@pytest.mark.parametrize("javascript", [True, False])
def test_there_and_back_again(visit: Visit, below: str, javascript: bool) -> None:
    page = visit(f"{below}{LANDING}", java_script_enabled=javascript)
    names = chapters()[:-1]
    for name in names:
        page.locator("nav.next-card > a[rel=next]").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{below}liaison/{name}.html")
    for name in reversed(names[:-1]):
        page.locator(".related-pages a.prev-page").click()
        page.wait_for_url(f"**/{below}liaison/{name}.html")


@pytest.mark.parametrize("below", ["", BELOW])
def test_comparison_leads_to_the_guides_and_back(visit: Visit, below: str) -> None:
    page = visit(f"{below}{HOME}")
    page.locator(".site-nav").get_by_role("link", name="Compare").click()
    page.wait_for_url(f"**/{below}compare.html")
    page.get_by_label("Filter").fill("interpreter")
    rows = page.locator(".guide-table tbody tr:not([hidden])")
    assert rows.count() == 1
    rows.first.locator("th a").click()
    page.wait_for_url(f"**/{below}interpreter/*.html")
    page.go_back()
    page.wait_for_url(f"**/{below}compare.html")
    assert page.locator(".guide-table tbody tr").count() > 1


def test_the_scheme_of_the_system_without_javascript(visit: Visit) -> None:
    page = visit(CHAPTER, scheme="dark", java_script_enabled=False)
    assert shown(page, ".sidebar-brand .sidebar-logo") == [False, True]
    colour = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert colour not in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("path", KINDS)
def test_all_kinds_of_pages_on_paper(visit: Visit, path: str) -> None:
    page = visit(path)
    page.emulate_media(media="print")
    for part in (".sidebar-drawer", ".toc-drawer", ".site-footer", ".related-pages", ".headerlink",
                 ".guide-filter", "form"):  # fmt: skip
        assert not any(shown(page, part)), part
    assert all(shown(page, "h1"))
    for link in page.locator("article a[href^='http']").all()[:20]:
        printed = link.evaluate("link => getComputedStyle(link, '::after').content")
        assert "attr(href)" in printed or link.get_attribute("href") in printed
