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
