"""The lists of industries and tags, and what a guide shows of them."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot
from tests.sites.four_careers import career, links, write_careers


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


def test_industries_as_cards(site: Site, clean) -> None:
    site.write({"cards.md": guide("Cards", "```{industries}\n:cards:\n```")})
    site.build("-n", "-W")
    card = site.soup("cards.html").select_one(".guide-term-cards > a.guide-card")
    assert card["href"] == "industry/health.html"
    parts = [part.get_text() for part in card.find_all("span")]
    assert parts == ["Health", "Dentist, Nurse"]
    site.write({"nurse/index.md": career("Midwife", industry="Health")})
    site.build()
    assert "Midwife" in site.soup("cards.html").select_one(".guide-term-cards").get_text()
    assert snapshot(site.out) == clean(site)
