"""Next cards and grids of guides."""

from __future__ import annotations

import pytest

from tests.sites import Site
from tests.sites.markup import hrefs, titles
from tests.sites.pilots import ABROAD


def test_next_card_leads_to_the_next_guide(pilot_site: Site) -> None:
    soup = pilot_site.soup("pilot/overview.html")
    (card,) = soup.select("nav.next-card > a")
    assert card["rel"] == ["next"]
    assert card["href"] == "day.html"
    assert card.select_one(".next-card-title").get_text() == "A day"
    assert not card.select(".next-card-description")
    # What Furo would show of the same page is not there a second time.
    assert not soup.select(".related-pages .next-page")


def test_several_next_cards(pilot_site: Site) -> None:
    (box,) = pilot_site.soup("pilot/day.html").select("nav.next-card")
    back, nurse, away = box.find_all("a", recursive=False)
    assert hrefs([back, nurse, away]) == ["overview.html", "../nurse/index.html", ABROAD]
    assert back.select_one(".next-card-description").get_text() == "The work"
    assert nurse.select_one(".next-card-title").get_text() == "Nurse"
    assert away.select_one(".next-card-title").get_text() == "Find a job"
    assert away.select_one(".next-card-description").get_text() == "www.example.com"
    assert {link["rel"][0] for link in (back, nurse, away)} == {"next"}


def test_no_next_card_without_next(pilot_site: Site) -> None:
    assert not pilot_site.soup("nurse/night.html").select("nav.next-card")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("industry", ["Nurse"]),
        ("tag", ["A night", "Pilot"]),
        ("career", ["What pilots do", "A day", "Without"]),
        ("by-title", ["A day", "What pilots do", "Without"]),
        ("reviewed", ["A day"]),
        ("limit", ["What pilots do", "A day"]),
        ("none", []),
    ],
)
def test_options_of_a_guide_grid(pilot_site: Site, name: str, wanted: list[str]) -> None:
    assert titles(pilot_site.soup("lists.html").select_one(f"#{name} .guide-grid")) == wanted


def test_cards_of_a_guide_grid(pilot_site: Site) -> None:
    (grid,) = pilot_site.soup("index.html").select(".guide-grid")
    assert titles(grid) == ["Nurse", "Pilot"]
    nurse, pilot = grid.find_all("a", class_="guide-card", recursive=False)
    assert pilot["href"] == "pilot/index.html"
    assert pilot.select_one(".guide-card-description").get_text() == "Flies planes"
    assert (pilot.img["alt"], pilot.img["loading"]) == ("", "lazy")  # the title says it
    assert (pilot_site.out / str(pilot.img["src"])).is_file()
    assert nurse.img is None
