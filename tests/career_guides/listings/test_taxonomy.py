"""The lists of industries and tags, and what a guide shows of them."""

from __future__ import annotations

import pytest

from tests.sites import Site
from tests.sites.four_careers import links, write_careers


@pytest.fixture
def site(site: Site) -> Site:
    write_careers(site)
    return site


def test_guides_lead_to_their_industry_and_tags(site: Site) -> None:
    site.build()
    assert links(site, "nurse/index.html", ".guide-terms a") == [
        ("Health", "../industry/health.html"),
        ("people", "../tag/people.html"),
        ("night work", "../tag/night-work.html"),
    ]
    assert links(site, "index.html", ".guide-term-list a")[:2] == [
        ("Health", "industry/health.html"), ("Stage", "industry/stage.html"),
    ]  # fmt: skip
    assert site.soup("index.html").select_one(".guide-term-list li").get_text() == "Health (2)"
