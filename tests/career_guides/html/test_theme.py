"""Other themes than Furo, and none."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide

THEMES = [
    "furo", "alabaster", "pydata_sphinx_theme", "sphinx_book_theme", "shibuya", "sphinx_rtd_theme",
]  # fmt: skip


@pytest.mark.parametrize("theme", THEMES)
def test_a_guide_has_its_chapters_in_the_navigation(site: Site, theme: str) -> None:
    if theme != "alabaster":
        pytest.importorskip(theme, reason=f"{theme} is not installed")
    site.conf = f'html_theme = "{theme}"'
    site.write({
        "baker/index.md": guide("Baker", sidebar="true"),
        "baker/one.md": guide("Day", sidebar="true"),
        "baker/two.md": guide("Tools", sidebar="true"),
    })  # fmt: skip
    site.build()
    soup = site.soup("baker/one.html")
    for body in soup.select("article, main, [role=main], .body, .related, .relations"):
        body.decompose()
    assert soup.select_one('a[href="two.html"]').text == "Tools"  # type: ignore[union-attr]
    assert bool(soup.select("nav.guide-nav")) == (theme == "furo")


def test_furo_is_missing(site: Site) -> None:
    site.conf = 'import sys\nsys.modules["furo"] = None'  # not to be found
    assert site.build() == (
        "WARNING: html_theme: Furo is not installed, and pages have the theme 'alabaster';"
        " install it: pip install furo [guide.theme]\n"
    )
    assert "alabaster.css" in (site.out / "index.html").read_text()
    assert site.build(builder="text", out="text") == ""
