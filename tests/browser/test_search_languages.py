"""A site of several languages: results in that of the page, and the others on offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_pagefind.run import has_extended
from tests.browser.helpers.search import HITS, ask, status
from tests.browser.helpers.server import serve
from tests.sites import Site, guide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site in English with pages in German, Arabic and, if they can be searched, Japanese."""
    site = Site(tmp_path_factory.mktemp("languages"))
    site.write({
        "index.md": guide("Home"),
        "nurse/index.md": guide("Nurse", "They work in an atelier, and at night."),
        "de/nurse/index.md": guide("Pflege", "Sie arbeiten im Atelier.", lang="de"),
        "gb/nurse/index.md": guide("Matron", "A ward in colour.", lang="en-GB"),
        "ar/nurse/index.md": guide("ممرضة", "تعمل", lang="ar"),
    })  # fmt: skip
    if has_extended():
        text = "東京の病院で働く看護師は、朝早くから患者の世話をします。"
        site.write({"ja/nurse/index.md": guide("看護師の一日", text, lang="ja")})
    assert site.build() == ""
    with serve(site.out) as found:
        yield found


def titles(page: Page) -> list[str]:
    return page.locator(f"{HITS} a").all_inner_texts()


def test_results_are_in_the_language_of_the_page(visit: Visit, address: str) -> None:
    page = visit(f"{address}/de/nurse/index.html")
    assert page.locator("html").get_attribute("lang") == "de"
    page.keyboard.press("/")
    ask(page, "atelier")
    assert titles(page) == ["Pflege"]
    assert page.locator(".guide-hits").first.get_attribute("lang") == "de"
    page.get_by_role("button", name="English", exact=True).click()
    page.wait_for_function("document.querySelector('.guide-hits').lang === 'en'")
    assert titles(page) == ["Nurse"]
    # What was chosen stays chosen on the page of all results.
    page.goto(f"{address}/search.html?q=atelier&lang=de")
    page.locator(".guide-search-page .guide-hit").first.wait_for()
    assert page.locator(".guide-search-page .guide-hit a").all_inner_texts() == ["Pflege"]
    page.get_by_role("button", name="English", exact=True).click()
    page.wait_for_url("**/search.html?q=atelier")  # which is in this language itself


def test_a_region_is_a_language_of_its_own(visit: Visit, address: str) -> None:
    page = visit(f"{address}/nurse/index.html")
    page.keyboard.press("/")
    ask(page, "ward")
    assert titles(page) == []
    page.get_by_role("button", name="British English").click()
    page.wait_for_function("document.querySelector('.guide-hits').lang === 'en-gb'")
    assert titles(page) == ["Matron"]
    assert "Search in English" in status(page)


def test_a_page_has_the_direction_of_its_language(visit: Visit, address: str) -> None:
    page = visit(f"{address}/ar/nurse/index.html")
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("ar", "rtl")
    assert page.locator("link[href*='rtl.css']").count() == 1
    other = visit(f"{address}/nurse/index.html")
    assert other.locator("html").get_attribute("dir") is None
    assert other.locator("link[href*='rtl.css']").count() == 0


@pytest.mark.skipif(not has_extended(), reason="needs pagefind_bin_extended")
def test_japanese_is_found_by_a_word_inside_a_sentence(visit: Visit, address: str) -> None:
    page = visit(f"{address}/ja/nurse/index.html")
    page.keyboard.press("/")
    for query in ("患者", "看護師", "看護師の世話"):
        ask(page, query)
        assert titles(page) == ["看護師の一日"], query
    other = visit(f"{address}/nurse/index.html")
    other.keyboard.press("/")
    ask(other, "看護師")
    other.get_by_role("button", name="日本語").click()
    other.wait_for_function("document.querySelector('.guide-hits').lang === 'ja'")
    assert titles(other) == ["看護師の一日"]
