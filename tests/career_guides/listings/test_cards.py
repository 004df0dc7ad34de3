"""Next cards and grids of guides."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot
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


def test_compact_cards_show_pay(pay_site: Site, clean) -> None:
    compact = "```{guides}\n:compact:\n```"
    pay_site.write({
        "index.md": guide("Home", compact, description="Home"),
        "song/index.md": guide("Song", description="Sings", occupation='["29-1021", "29-1141"]'),
        "both/index.md": guide("Both", occupation='["27-2042", "29-1141"]'),
        "none/index.md": guide("None"),
    })  # fmt: skip
    pay_site.build("-n", "-W")
    (grid,) = pay_site.soup("index.html").select(".guide-grid.guide-grid-compact")
    found = {
        card.select_one(".guide-card-title").get_text(): [
            pay.get_text() for pay in card.select(".guide-card-pay")
        ]
        for card in grid.select("a.guide-card")
    }
    assert found == {
        "Both": ["$47.80 an hour"],  # the hour and the year have no range
        "None": [],
        "Nurse": ["$97,550 a year"],
        "Song": ["$97,550 to $180,000 a year"],
    }
    assert not grid.select(".guide-card-description")
    facts = pay_site.docs / "facts/occupations.csv"
    facts.write_text(facts.read_text("utf-8").replace("97550", "98000"), "utf-8")
    pay_site.build()
    assert "$98,000 a year" in pay_site.soup("index.html").select_one(".guide-grid").get_text()
    assert snapshot(pay_site.out) == clean(pay_site)
    pay_site.build(builder="text", out="text")
    text = (pay_site.path / "text/index.txt").read_text("utf-8")
    assert "Nurse – $98,000 a year" in " ".join(text.split())


def test_cards_of_a_guide_grid(pilot_site: Site) -> None:
    (grid,) = pilot_site.soup("index.html").select(".guide-grid")
    assert titles(grid) == ["Nurse", "Pilot"]
    nurse, pilot = grid.find_all("a", class_="guide-card", recursive=False)
    assert pilot["href"] == "pilot/index.html"
    assert pilot.select_one(".guide-card-description").get_text() == "Flies planes"
    assert (pilot.img["alt"], pilot.img["loading"]) == ("", "lazy")  # the title says it
    assert (pilot_site.out / str(pilot.img["src"])).is_file()
    assert nurse.img is None
