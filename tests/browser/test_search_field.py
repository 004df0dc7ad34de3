"""The search field of every page: results below it, keyboard, phone, another theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import CHAPTER, HOME, findings, focus_ring
from tests.browser.helpers.search import HITS, SEARCH, ask, focused, status, wait_for_status
from tests.browser.helpers.server import BELOW, serve
from tests.sites import LOGO, Site, guide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("below", ["", BELOW])
def test_every_page_lists_results_under_its_field(visit: Visit, below: str) -> None:
    page = visit(below + CHAPTER)
    page.keyboard.press("/")
    ask(page, "embassy clock")
    first = page.locator(HITS).first
    assert first.locator("a").inner_text() == "A day in the life of a liaison"
    assert first.locator(".guide-hit-career").inner_text() == "Liaison"
    assert first.locator(".guide-hit-description").inner_text().startswith("Three working days")
    assert "embass" in " ".join(first.locator("mark").all_inner_texts()).lower()
    picture = first.locator("img")
    assert picture.get_attribute("alt") == ""
    page.wait_for_function("document.querySelector('.guide-hit img').naturalWidth > 0")
    assert re.fullmatch(r"\d+ results?", status(page))
    first.locator("a").click()
    page.wait_for_url(re.compile(f"/{below}liaison/day-in-the-life.html$"))


def test_results_by_keyboard_alone(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.keyboard.press("Control+k")
    ask(page, "embassy")
    titles = page.locator(f"{HITS} a").all_inner_texts()
    page.keyboard.press("ArrowDown")
    assert focused(page) == titles[0]
    outline = "getComputedStyle(document.activeElement, '::after').outlineWidth"
    assert page.evaluate(outline) == "2px"
    page.keyboard.press("ArrowDown")
    assert focused(page) == titles[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page) == "q"
    page.keyboard.press("ArrowUp")  # around
    page.keyboard.press("Escape")
    assert focused(page) == "q"
    assert not page.locator(HITS).count()
    assert page.locator("form:has(.guide-results) [name=q]").first.input_value() == "embassy"
    page.keyboard.press("End")
    ask(page, " capital")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/liaison/"))


def test_list_closes_when_the_focus_leaves_it(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.keyboard.press("/")
    ask(page, "liaison")
    assert page.locator(".guide-results-all").inner_text().startswith("All ")
    while page.locator("form:has(.guide-results):focus-within").count():
        page.keyboard.press("Tab")
    assert not page.locator(".guide-results.open").count()
    page.keyboard.press("/")
    page.locator(".guide-results.open").wait_for()  # as it was left
    page.locator(".guide-results-all").click()
    page.wait_for_url(re.compile(r"/search\.html\?q=liaison$"))
    wait_for_status(page, "results for “liaison”")


def test_shortcut_is_text_in_a_field_and_can_be_turned_off(visit: Visit) -> None:
    page = visit(HOME)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.closest('article') !== null")  # not the sidebar's
    page.keyboard.type("and/or")
    assert page.evaluate("document.activeElement.value") == "and/or"
    page.goto(page.url.replace(HOME, SEARCH))
    page.get_by_role("checkbox", name="The key / leads").uncheck()
    page.goto(page.url.replace(SEARCH, CHAPTER))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("Control+k")
    assert focused(page) == "q"
    assert focus_ring(page)


def test_shortcut_opens_the_drawer_of_a_phone(visit: Visit) -> None:
    page = visit(CHAPTER, width=360)
    assert not page.locator(".sidebar-search").is_visible()
    page.keyboard.press("/")
    ask(page, "embassy")
    page.locator(HITS).first.wait_for()
    box = page.locator(".guide-results.open").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360


def test_a_first_query_loads_little(visit: Visit) -> None:
    page = visit(CHAPTER)
    loaded: list[str] = []
    page.wait_for_load_state("networkidle")  # with the icon, which comes last
    page.on("request", lambda request: loaded.append(request.url.partition("/_pagefind/")[2]))
    page.keyboard.press("/")
    assert not loaded  # nothing before a word is typed
    ask(page, "embassy")
    kinds = sorted(re.sub(r"[^.]*(/|\.\w+_\w+|\.\w\w\.)", r"", path.partition("?")[0])
                   for path in loaded if path)  # fmt: skip
    fragments = [path for path in loaded if path.startswith("fragment/")]
    assert 1 <= len(fragments) <= 5
    assert not [path for path in loaded if "worker" in path]
    assert len([path for path in loaded if path.startswith("filter/")]) == 1  # what is left out
    # Script, terms, entry, meta, wasm, filter, two of the index: a small one names the tables.
    assert len(kinds) == len(fragments) + 8, loaded


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_results(visit: Visit, scheme: str) -> None:
    page = visit(CHAPTER, scheme=scheme)
    page.keyboard.press("/")
    ask(page, "embassy")
    page.locator(HITS).first.wait_for()
    assert findings(page) == []
    page.goto(page.url.replace(CHAPTER, f"{SEARCH}?q=embassy"))
    wait_for_status(page, "results for")
    assert findings(page) == []


@pytest.fixture
def odd(tmp_path: Path, chromium: Browser) -> Iterator[str]:
    """The address of a small site, built as dirhtml, below a path, in another theme."""
    site = Site(tmp_path / "site", conf='html_theme = "alabaster"\n')
    site.write(
        {
            "index.md": guide("Home"),
            "logos/acme.svg": LOGO,
            "images/a b#c.svg": LOGO,
            "odd/été 50% 'c.md": guide(
                "'<b>Odd</b> & \"even\"'", "The zebra `<img src=x onerror=alert(1)>` is *odd*.",
                description="<i>Stripes</i>", figure="{image: '/images/a b#c.svg', alt: Z}",
            ),
        }
    )  # fmt: skip
    site.build(builder="dirhtml")
    with serve(site.out) as address:
        yield f"{address}/{BELOW}"


def test_odd_names_and_texts_in_another_theme(chromium: Browser, odd: str) -> None:
    page = chromium.new_page(viewport={"width": 1200, "height": 800})
    page.set_default_timeout(5_000)
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.goto(odd + "odd/%C3%A9t%C3%A9%2050%25%20'c/")
    page.keyboard.press("/")
    ask(page, "zebra")
    hit = page.locator(HITS).first
    box = hit.locator("a").bounding_box()
    seen = "([x, y]) => Boolean(document.elementFromPoint(x, y)?.closest('.guide-hit'))"
    for x in (5, box["width"] - 5):  # the theme does not cut the list off
        assert page.evaluate(seen, [box["x"] + x, box["y"] + box["height"] - 5])
    assert hit.locator("a").inner_text() == '<b>Odd</b> & "even"'
    assert hit.locator(".guide-hit-description").inner_text() == "<i>Stripes</i>"
    assert "<img src=x onerror=alert(1)>" in hit.locator(".guide-hit-excerpt").inner_text()
    page.wait_for_function("document.querySelector('.guide-hit img').naturalWidth > 0")
    page.goto(odd)
    page.locator("[name=q]:visible").first.fill("zebra")
    page.locator(HITS).first.wait_for()
    page.locator(f"{HITS} a").first.click()
    page.wait_for_url(odd + "odd/%C3%A9t%C3%A9%2050%25%20'c/")
    assert "zebra" in page.locator("body").inner_text()
    page.goto(odd + "search/?q=zebra")
    wait_for_status(page, "^1 result for “zebra”")
    assert not alerts
    page.close()


def test_a_word_is_offered_in_place_of_a_misspelled_one(visit: Visit) -> None:
    page = visit(HOME)
    page.keyboard.press("/")
    ask(page, "nurze")
    wait_for_status(page, "No results for “nurze”.*Did you mean nurse")
    page.keyboard.press("ArrowDown")
    assert focused(page) == "nurse"
    page.keyboard.press("Enter")
    wait_for_status(page, r"^\d+ results$")
    assert focused(page) == "q"
    assert page.evaluate("document.activeElement.value") == "nurse"
