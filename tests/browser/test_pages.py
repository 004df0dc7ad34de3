"""What readers see and do: phone and desktop, light and dark, keyboard, paper, no JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.browser.conftest import BELOW
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

HOME, LANDING, CHAPTER = "index.html", "liaison/index.html", "liaison/overview.html"
#: Tables and code.
REFERENCE = "contribute/front-matter.html"
#: A page of each other kind.
KINDS = ["liaison/pay.html", "a-z.html", "industry/international-relations.html", "search.html",
         "compare.html", "occupations.html", REFERENCE]  # fmt: skip

#: axe's rules that cannot hold, with the elements that may break them.
EXCEPT = {
    # Furo opens its drawers without JavaScript: a sibling selector leads from the check box to
    # the page, so that the box stands before all landmarks.
    "region": {"#__navigation", "#__toc"},
}


def findings(page: Page) -> list[str]:
    """Return what axe-core has to say about the page."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - after the skip

    found = []
    for violation in Axe().run(page).response["violations"]:
        for node in violation["nodes"]:
            target = " ".join(map(str, node["target"]))
            if target not in EXCEPT.get(violation["id"], ()):
                found.append(f"{violation['id']}: {target}: {node['failureSummary']}")
    return found


def chapters() -> list[str]:
    """Return the names of the liaison's ring as its source files have it."""
    names = ["index"]
    while names.count(names[-1]) == 1:
        text = (ROOT / "docs/liaison" / f"{names[-1]}.md").read_text("utf-8")
        following = yaml.safe_load(text.split("---\n")[1])["next"]
        names.append(following["to"] if isinstance(following, dict) else following)
    return names[1:]


def shown(page: Page, selector: str) -> list[bool]:
    """Return for each element whether the reader sees it."""
    return [element.is_visible() for element in page.query_selector_all(selector)]


def ring(page: Page) -> str:
    """Return the width of the outline around what has the focus, empty where there is none."""
    return page.evaluate(
        """() => {
            const style = getComputedStyle(document.activeElement)
            return style.outlineStyle === 'none' ? '' : style.outlineWidth
        }"""
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(visit: Visit, server: str, width: int, scheme: str) -> None:
    page = visit(HOME, width=width, scheme=scheme)
    # These once in each scheme and at each width.
    more = KINDS if (width, scheme) in {(360, "light"), (1440, "dark")} else KINDS[:2]
    for path in (HOME, LANDING, CHAPTER, *more):
        page.goto(f"{server}/{path}")
        assert findings(page) == [], path


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
    assert ring(page)
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


@pytest.mark.parametrize("below", ["", BELOW])
def test_all_that_a_page_needs_is_there(visit: Visit, server: str, below: str) -> None:
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


def test_readable_without_javascript(visit: Visit) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    parts = ["h1", ".figure-card img", "article p", ".guide-provenance", "nav.next-card > a"]
    for part in [*parts, "nav.guide-nav a[aria-current]", ".site-footer"]:
        assert page.locator(part).first.is_visible(), part
    assert shown(page, ".sidebar-brand .sidebar-logo") == [True, False]
    assert not page.locator(".theme-toggle-content").is_visible()  # would do nothing


def test_print(visit: Visit) -> None:
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_visible(visit: Visit, scheme: str) -> None:
    page = visit(LANDING, scheme=scheme)
    parts = ["nav.next-card > a", ".guide-card", "nav.guide-nav a", ".site-nav a", ".site-footer a",
             ".sidebar-brand", ".guide-provenance a", ".sidebar-search"]  # fmt: skip
    page.keyboard.press("Tab")  # from here on it is the keyboard that moves the focus
    for part in parts:
        page.locator(part).first.focus()
        assert ring(page) in {"2px", "3px"}, part
