"""The list of all careers from A to Z."""

from __future__ import annotations

import pytest

from tests.sites import FACTS, Site, guide, snapshot
from tests.sites.facts import ONET
from tests.sites.four_careers import career, links, write_careers

CREDIT = '{"onet_titles": "O*NET 27.0",'


@pytest.fixture
def site(site: Site) -> Site:
    write_careers(site)
    return site


def test_a_to_z_has_every_career(site: Site) -> None:
    site.build()
    page = site.soup("index.html")
    letters = [(a.get_text(), a["href"]) for a in page.select(".guide-letters a")]
    # Accents do not count, and a folder that is no career can be left out.
    assert letters == [
        ("D", "#letter-d"), ("E", "#letter-e"), ("I", "#letter-i"), ("N", "#letter-n"),
    ]  # fmt: skip
    assert all(page.select(href) for _, href in letters)
    rows = [row.get_text() for row in page.select("ul.guide-a-z > li")]
    assert rows == [
        "Dentist \N{EN DASH} About Dentist", "Éclair singer \N{EN DASH} About Éclair singer",
        "Interpreter \N{EN DASH} About Interpreter", "Nurse \N{EN DASH} About Nurse",
    ]  # fmt: skip


def test_a_new_folder_appears_everywhere(site: Site, clean) -> None:
    site.build()
    site.write({"pilot/index.md": career("Pilot", industry="Health", occupation="29-1141")})
    site.build()
    assert "Pilot" in [text for text, _ in links(site, "index.html", "ul.guide-a-z a")]
    for page in ("industry/health.html", "compare.html", "all.html"):
        assert any(href.endswith("pilot/index.html") for _, href in links(site, page, "article a"))
    assert snapshot(site.out) == clean(site)


def test_other_names_lead_to_the_career(site: Site, clean) -> None:
    site.build()
    site.write({
        "nurse/index.md": career("Nurse", also="[RN, Staff nurse]"),
        "nurse/overview.md": guide("What nurses do", also="[rn, Caregiver]"),
        "nurse/day.md": guide("A day of a nurse", also="[Shift]"),
    })  # fmt: skip
    site.build()
    rows = [row.get_text() for row in site.soup("index.html").select("ul.guide-a-z > li")]
    assert [row for row in rows if "see" in row] == [
        "Caregiver: see Nurse", "RN: see Nurse", "Staff nurse: see Nurse",
    ]  # fmt: skip
    assert ("Nurse", "nurse/index.html") in links(site, "index.html", "ul.guide-a-z a")
    assert snapshot(site.out) == clean(site)


def test_job_titles_lead_to_the_career(site: Site, clean) -> None:
    site.build()
    assert "Job titles" not in site.soup("index.html").article.get_text()
    site.write({
        "facts/onet.csv": f"{ONET}29-1141,,,,,,,,Charge Nurse; nurse; Dentist; Staff Nurse\n",
        "nurse/index.md": career("Nurse", occupation="29-1141", also="[Staff nurse]"),
    })  # fmt: skip
    site.build()
    page = site.soup("index.html")
    rows = [row.get_text() for row in page.select("ul.guide-a-z > li")]
    # Neither a title that is another career's name, nor one that an author has written already.
    assert [row for row in rows if "see" in row] == [
        "Charge Nurse: see Nurse",
        "Staff nurse: see Nurse",
    ]
    source = page.select_one(".at-a-glance-source")
    assert source.get_text() == "Job titles: O*NET 29.3, CC BY 4.0."
    assert source.a["href"] == "https://onet.example/"
    site.write({"facts/release.json": FACTS["facts/release.json"].replace("{", CREDIT, 1)})
    site.build()
    source = site.soup("index.html").select_one(".at-a-glance-source")
    assert source.get_text() == "Job titles: O*NET 27.0."
    assert snapshot(site.out) == clean(site)


def test_job_titles_are_limited_on_a_large_site(site: Site, clean) -> None:
    site.conf += "from career_guides.listings import a_to_z\na_to_z.MOST_TITLES = 8\n"
    site.write({
        "facts/onet.csv": f"{ONET}29-1141,,,,,,,,Nightingale; Charge Nurse; RN; Ward Sister\n",
        "nurse/index.md": career("Nurse", occupation="29-1141", also="[Matron]"),
    })  # fmt: skip

    def titles() -> list[str]:
        rows = site.soup("index.html").select("ul.guide-a-z > li")
        return [row.get_text().partition(":")[0] for row in rows if "see" in row.get_text()]

    site.build()
    # Two for each of four careers, those under another letter than the career's first.
    assert titles() == ["Charge Nurse", "Matron", "RN"]
    site.write({"pilot/index.md": career("Pilot")})
    site.build()
    assert titles() == ["Charge Nurse", "Matron"]
    assert snapshot(site.out) == clean(site)
    site.conf = site.conf.replace("MOST_TITLES = 8", "MOST_TITLES = 4")
    site.write({"pilot/index.md": career("Pilot", also="[Aviator]")})
    site.build()
    assert titles() == ["Aviator", "Matron"]
    assert "Job titles" not in site.soup("index.html").article.get_text()
