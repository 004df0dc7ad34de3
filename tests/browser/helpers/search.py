"""The search as a reader uses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SEARCH = "search.html"
HITS = ".guide-hit:visible"


def ask(page: Page, words: str) -> None:
    """Type into the field that has the focus, and wait for what comes of it."""
    page.keyboard.type(words)
    page.locator(".guide-results.open, .guide-search-status:not(:empty)").first.wait_for()


def focused(page: Page) -> str:
    """Return the name or the text of what has the focus."""
    return page.evaluate("document.activeElement.name || document.activeElement.textContent")


def status(page: Page) -> str:
    """Return what the search reports to screen readers."""
    return page.locator("[role=status]:not(:empty):visible").first.inner_text()


def wait_for_status(page: Page, text: str) -> None:
    """Wait until the search reports what matches a regular expression."""
    page.locator("[role=status]", has_text=re.compile(text)).first.wait_for()
