"""The EPUB of the documentation, unpacked in a browser as narrow as a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.helpers.pages import build_docs

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Path:
    return build_docs(tmp_path_factory.mktemp("book"), "epub")


def test_nothing_is_wider_than_a_phone(book: Path, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 700})
    files = [path for path in sorted(book.rglob("*.xhtml")) if path.name != "occupations.xhtml"]
    assert len(files) > 80
    wide = {}
    for file in files:
        page.goto(file.as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360:
            wide[str(file.relative_to(book))] = width
    page.close()
    assert wide == {}


#: Words of tables that stand on two lines, where no hyphen or slash is at the end of the first.
BROKEN = """() => [...document.querySelectorAll('table :is(td, th)')].flatMap(cell => {
    const found = [], range = document.createRange()
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        for (const word of walker.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
            range.setStart(walker.currentNode, word.index)
            range.setEnd(walker.currentNode, word.index + word[0].length)
            if (range.getClientRects().length > 1) found.push(word[0])
        }
    }
    return found
})"""


def test_words_in_tables_are_whole_on_a_phone(book: Path, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 700})
    broken, tables = {}, 0
    for file in sorted(book.rglob("*.xhtml")):
        text = file.read_text("utf-8")
        if "<table" in text and file.name != "occupations.xhtml":
            page.goto(file.as_uri())
            tables += page.locator("table").count()
            if words := page.evaluate(BROKEN):
                broken[str(file.relative_to(book))] = words
    page.close()
    assert tables > 40
    assert broken == {}


def test_pictures_of_a_book_do_not_wait(book: Path, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 700})
    page.goto((book / "chef/index.xhtml").as_uri())
    page.wait_for_load_state("load")
    pictures = page.locator("img")
    assert pictures.count() > 5
    assert pictures.evaluate_all("images => images.every(i => i.complete && i.naturalWidth)")
    page.close()
