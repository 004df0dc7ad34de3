"""Search as readers use it: from every page, by keyboard, on a phone, narrowed down, and broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import BELOW, serve
from tests.browser.test_pages import findings, ring
from tests.conftest import LOGO, Site, guide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

CHAPTER, HOME, SEARCH = "liaison/overview.html", "index.html", "search.html"
HITS = ".guide-hit:visible"


def ask(page: Page, words: str) -> None:
    """Type into the field that has the focus, and wait for what comes of it."""
    page.keyboard.type(words)
    page.locator(".guide-results.open, .guide-search-status:not(:empty)").first.wait_for()


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.name || document.activeElement.textContent")


def status(page: Page) -> str:
    return page.locator("[role=status]:not(:empty):visible").first.inner_text()


def wait_for_status(page: Page, text: str) -> None:
    page.locator("[role=status]", has_text=re.compile(text)).first.wait_for()


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


def test_the_list_goes_when_the_reader_does(visit: Visit) -> None:
    page = visit(CHAPTER)
    page.keyboard.press("/")
    ask(page, "liaison")
    assert page.locator(".guide-results-all").inner_text().startswith("All ")
    while focused(page) == "q" or page.locator(".guide-results :focus").count():
        page.keyboard.press("Tab")
    assert not page.locator(".guide-results.open").count()
    page.keyboard.press("/")
    page.locator(".guide-results.open").wait_for()  # as it was left
    page.locator(".guide-results-all").click()
    page.wait_for_url(re.compile(r"/search\.html\?q=liaison$"))
    wait_for_status(page, "results for “liaison”")


def test_keys_are_text_in_a_field_and_can_be_turned_off(visit: Visit) -> None:
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
    assert ring(page)


def test_the_key_opens_the_drawer_of_a_phone(visit: Visit) -> None:
    page = visit(CHAPTER, width=360)
    assert not page.locator(".sidebar-search").is_visible()
    page.keyboard.press("/")
    ask(page, "embassy")
    page.locator(HITS).first.wait_for()
    box = page.locator(".guide-results.open").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360


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


def test_a_filter_that_leaves_nothing_can_be_taken_back(visit: Visit) -> None:
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


def test_nothing_found_leads_on(visit: Visit) -> None:
    # Of a word that no page has, Pagefind finds the longest beginning that some page has.
    page = visit(f"{SEARCH}?q=ðyzzyplugh")
    wait_for_status(page, "^No results for “ðyzzyplugh”")
    page.locator("[role=status] a").click()
    page.wait_for_url(re.compile(r"/a-z\.html$"))


def test_where_the_index_is_missing_the_page_says_so(visit: Visit) -> None:
    page = visit(BELOW + CHAPTER)
    page.route("**/_pagefind/**", lambda route: route.fulfill(status=404, body=""))
    page.keyboard.press("/")
    ask(page, "embassy")
    assert "does not work" in status(page)
    address = page.locator(".guide-results a").first.get_attribute("href")
    assert address.endswith(f"/{BELOW}a-z.html")
    page.goto(page.url.replace(CHAPTER, f"{SEARCH}?q=embassy"))
    wait_for_status(page, "does not work")


def test_without_javascript_the_search_page_leads_on(visit: Visit) -> None:
    page = visit(CHAPTER, java_script_enabled=False)
    page.locator(".sidebar-search").fill("embassy")
    page.locator(".sidebar-search").press("Enter")
    page.wait_for_url(re.compile(r"/search\.html\?"))
    assert "needs JavaScript" in page.get_by_role("main").inner_text()
    assert page.get_by_role("main").locator("form:visible").count() == 0
    page.get_by_role("main").get_by_role("link", name="A to Z").click()
    page.wait_for_url(re.compile(r"/a-z\.html$"))


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
    assert not [path for path in loaded if path.startswith("filter/") or "worker" in path]
    assert len(kinds) == len(fragments) + 5, loaded  # script, entry, meta, wasm, one of the index


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
