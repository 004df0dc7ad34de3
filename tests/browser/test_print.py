"""Wide tables on paper: in landscape, whole, and on few pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser
#: Pixels across a sheet of A4 in landscape, without margins of a centimetre.
ACROSS = 1047


@pytest.mark.parametrize(("path", "most"), [("compare.html", 2), ("occupations.html", 30)])
def test_every_column_is_printed_on_few_pages(visit: Visit, path: str, most: int) -> None:
    page = visit(path, width=ACROSS)
    page.emulate_media(media="print")
    for table in page.locator(".guide-table table").all():
        box = table.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= ACROSS
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.guide-table :is(td, th)')]
            .filter(cell => cell.scrollWidth > cell.clientWidth + 1)
            .map(cell => cell.textContent)"""
    )
    assert cut == []
    # The table begins on the first page, below its introduction, also if it would fit on the next.
    assert page.locator(".guide-table tbody tr").nth(10).bounding_box()["y"] < 718
    paper = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert sizes
    assert all(float(width) > float(height) for width, height in sizes)
    assert len(re.findall(rb"/Type ?/Page\b", paper)) <= most


def test_guides_stay_upright(visit: Visit) -> None:
    paper = visit("nurse/learning.html").pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert sizes
    assert all(float(width) < float(height) for width, height in sizes)


def test_a_short_page_has_no_empty_sheet(visit: Visit) -> None:
    paper = visit("industry/health.html").pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type ?/Page\b", paper)) == 1
