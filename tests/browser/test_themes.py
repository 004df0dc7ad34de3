"""Guides in other themes, as a browser lays them out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.sites import LOGO, Site, guide

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
THEMES = [
    "furo", "alabaster", "pydata_sphinx_theme", "sphinx_book_theme", "shibuya", "sphinx_rtd_theme",
]  # fmt: skip
DRAWING = LOGO.replace("0 0 9 6", "0 0 800 450").replace(
    'width="90" height="60"', 'width="800" height="450"'
)
MEASURES = """() => {
    const box = (element) => element.getBoundingClientRect();
    const outside = (link) => !link.closest("article, main, [role=main], .body");
    return {
        shapes: [...document.querySelectorAll(".figure-card img, picture img")]
            .map((image) => box(image).width / box(image).height),
        chapters: [...document.querySelectorAll("a")].filter(outside)
            .map((link) => link.textContent.trim()).filter((text) => text === "Tools").length,
        footer: box(document.querySelector("footer.site-footer")).height,
        card: getComputedStyle(document.querySelector(".next-card > a")).borderTopWidth,
        search: document.querySelectorAll("input[name=q]").length,
    };
}"""


@pytest.mark.parametrize("theme", THEMES)
def test_a_guide_in_a_theme(tmp_path: Path, chromium: Browser, theme: str) -> None:
    """Set ``SCREENSHOTS`` to a folder to keep a picture of each theme there."""
    if theme != "alabaster":
        pytest.importorskip(theme, reason=f"{theme} is not installed")
    site = Site(tmp_path / "site", f'html_theme = "{theme}"')
    site.write({
        "index.md": guide("Home"),
        "pic.svg": DRAWING,
        "baker/index.md": guide("Baker", cascade="{sidebar: true, include_footer: true}"),
        "baker/one.md": guide("Day", figure="{image: /pic.svg, alt: A}", next="two"),
        "baker/two.md": guide("Tools"),
    })  # fmt: skip
    site.build()
    for width in (1280, 400):
        page = chromium.new_page(viewport={"width": width, "height": 900})
        page.goto((site.out / "baker/one.html").as_uri())
        found = page.evaluate(MEASURES)
        assert found["shapes"] == [pytest.approx(800 / 450, rel=0.02)]
        assert found["chapters"] >= 1
        assert found["footer"] > 20
        assert found["card"] == "1px"
        assert found["search"] >= 1
        if folder := os.environ.get("SCREENSHOTS"):
            page.screenshot(path=f"{folder}/{theme}-{width}.png", full_page=True)
        page.close()
