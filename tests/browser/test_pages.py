"""What readers see and do: drawers, cards, logos, print, no JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import CHAPTER, HOME, KINDS, LANDING, chapters, focus_ring, shown
from tests.browser.helpers.server import BELOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("javascript", [True, False])
def test_drawer_opens_by_tap(visit: Visit, javascript: bool) -> None:
    page = visit(CHAPTER, width=360, has_touch=True, java_script_enabled=javascript)
    drawer = page.locator("nav.guide-nav")
    assert not drawer.is_visible()
    page.locator(".nav-overlay-icon").tap()
    drawer.wait_for()
    assert page.locator(".sidebar-drawer").bounding_box()["x"] == 0
    names = [link.get_attribute("href") for link in drawer.locator("a").all()]
    start, *rest = chapters()[:-1]
    assert names == ["index.html", "#", *(f"{name}.html" for name in rest), "challenges.html"]
    current = drawer.locator("[aria-current=page]")
    assert start == "overview"
    assert current.inner_text() == page.locator("h1").inner_text().strip("¶")
    # Marked by more than colour.
    assert int(current.evaluate("link => getComputedStyle(link).fontWeight")) >= 700
    assert current.evaluate("link => getComputedStyle(link).borderLeftWidth") == "3px"
    page.locator(".sidebar-overlay").tap(position={"x": 340, "y": 400})
    drawer.wait_for(state="hidden")


def test_drawer_opens_by_keyboard(visit: Visit) -> None:
    page = visit(CHAPTER, width=360)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "__navigation"
    icon = page.locator(".nav-overlay-icon .icon")
    assert icon.evaluate("icon => getComputedStyle(icon).outlineStyle") == "solid"
    # A closed drawer keeps its links to itself.
    reached = set()
    for _ in range(8):
        page.keyboard.press("Tab")
        in_drawer = "!!document.activeElement.closest('.sidebar-drawer, .toc-drawer')"
        reached.add(page.evaluate(in_drawer))
    assert reached == {False}
    page.focus("#__navigation")
    page.keyboard.press("Space")
    page.locator("nav.guide-nav").wait_for()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('nav.guide-nav a')"):
            break
    assert page.evaluate("document.activeElement.textContent") == "Liaison"
    assert focus_ring(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/liaison/index.html")


def test_next_card_leads_round_the_ring(visit: Visit) -> None:
    page = visit(LANDING)
    names = []
    for name in chapters():
        card = page.locator("nav.next-card > a[rel=next]")
        assert card.locator(".next-card-title").inner_text()
        card.click()
        page.wait_for_url(f"**/liaison/{name}.html")
        current = page.locator("nav.guide-nav [aria-current=page]")
        assert page.locator("h1").inner_text().strip("¶") == current.inner_text()
        names.append(name)
    assert len(set(names)) == len(names) - 1 == 14
    assert names[0] == names[-1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_logo_for_each_scheme(visit: Visit, scheme: str) -> None:
    page = visit(CHAPTER, scheme=scheme)
    dark = scheme == "dark"
    for place in (".sidebar-brand", ".site-footer"):
        assert shown(page, f"{place} .only-light") == [not dark]
        assert shown(page, f"{place} .only-dark") == [dark]
    # The reader's choice goes before the system's: auto, then the other one.
    page.locator(".theme-toggle-content button").click()
    assert shown(page, ".sidebar-brand .only-dark") == [not dark]
    assert shown(page, ".sidebar-brand .only-light") == [dark]


@pytest.mark.parametrize("below", ["", BELOW])
def test_all_files_of_a_page_are_found(visit: Visit, server: str, below: str) -> None:
    page = visit(below + HOME)
    missing: list[str] = []
    page.on("response", lambda got: missing.append(got.url) if got.status >= 400 else None)
    for path in (HOME, LANDING, CHAPTER):
        page.goto(f"{server}/{below}{path}")
        page.evaluate("for (const image of document.images) image.loading = 'eager'")
        page.wait_for_function("[...document.images].every(image => image.complete)")
        empty = "[...document.images].filter(i => !i.naturalWidth).map(i => i.src)"
        assert page.evaluate(empty) == []
        # Other hosts are for links, never for what the browser loads by itself.
        loaded = "performance.getEntriesByType('resource').map(e => new URL(e.name).host)"
        assert set(page.evaluate(loaded)) == {page.evaluate("location.host")}
    assert missing == []


def test_page_is_readable_without_javascript(visit: Visit) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    parts = ["h1", ".figure-card img", "article p", ".guide-provenance", "nav.next-card > a"]
    for part in [*parts, "nav.guide-nav a[aria-current]", ".site-footer"]:
        assert page.locator(part).first.is_visible(), part
    assert shown(page, ".sidebar-brand .sidebar-logo") == [True, False]
    assert not page.locator(".theme-toggle-content").is_visible()  # would do nothing


def test_guide_on_paper(visit: Visit) -> None:
    page = visit(CHAPTER, scheme="dark")
    page.emulate_media(media="print")
    for part in (".sidebar-drawer", ".toc-drawer", ".site-footer", ".related-pages", ".headerlink"):
        assert not any(shown(page, part)), part
    for part in ("h1", ".figure-card img", ".guide-provenance", "nav.next-card > a"):
        assert all(shown(page, part)), part
    for source in page.locator(".guide-provenance li a").all():
        printed = source.evaluate("link => getComputedStyle(link, '::after').content")
        assert "attr(href)" in printed or source.get_attribute("href") in printed
    assert page.locator("nav.next-card").bounding_box()["height"] < 60  # a line
    assert page.locator(".figure-card").evaluate("f => getComputedStyle(f).breakInside") == "avoid"
    body = "getComputedStyle(document.body)"
    ink = page.evaluate(f"[{body}.color, {body}.backgroundColor]")
    assert ink == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]  # of a dark page too


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


@pytest.mark.parametrize(("javascript", "below"), [(True, ""), (False, BELOW)])
def test_guides_of_a_career_forwards_and_backwards(
    visit: Visit, javascript: bool, below: str
) -> None:
    page = visit(f"{below}{LANDING}", java_script_enabled=javascript)
    names = chapters()[:-1]
    for name in names:
        page.locator("nav.next-card > a[rel=next]").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{below}liaison/{name}.html")
    for name in reversed(names[:-1]):
        page.locator(".chapter-nav a[rel=prev]").click()
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
