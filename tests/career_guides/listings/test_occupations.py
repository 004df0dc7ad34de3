"""The table of all occupations."""

from __future__ import annotations

import pytest

from tests.sites import Site
from tests.sites.facts import ONET
from tests.sites.four_careers import table, write_careers
from tests.sites.searched import index


@pytest.fixture
def site(site: Site) -> Site:
    write_careers(site)
    return site


def test_every_occupation_is_listed(site: Site) -> None:
    site.build()
    found = table(site, "all.html")
    assert [row[0] for row in found] == ["Dentists", "Interpreters", "Nurses", "Singers <of songs>"]
    assert found[2] == [
        "Nurses", "$97,550", "$68,940", "$137,470", "3,300", "Nurse", "Health", "29-1141",
    ]  # fmt: skip
    sorts = [
        cell.get("data-sort") for cell in site.soup("all.html").select("tbody tr")[3].find_all("td")
    ]
    # Pay by the hour is no pay by the year, whatever one would multiply it by.
    assert sorts[:4] == ["", "", "", "80"]


def test_letters_lead_to_their_rows(site: Site) -> None:
    site.write({"singer/index.md": "# No guide\n"})
    site.build()
    page = site.soup("all.html")
    letters = {link.get_text(): link["href"] for link in page.select("nav.guide-letters a")}
    assert letters == {
        "D": "#starts-with-d", "I": "#starts-with-i", "N": "#starts-with-n", "S": "#starts-with-s",
    }  # fmt: skip
    rows = {name: page.select_one(f"tr{href}").th.get_text() for name, href in letters.items()}
    assert [*rows.values()] == ["Dentists", "Interpreters", "Nurses", "Singers <of songs>"]
    assert page.select_one(".guide-table")["data-more"] == "Show all rows"
    singers = page.select_one("tr#starts-with-s").find_all("td")
    assert (singers[4].get_text(), singers[4]["class"]) == ("no guide yet", ["none"])
    # Careers are few, and have a table without letters.
    assert not site.soup("compare.html").select("nav.guide-letters, [data-more], tr[id]")


def test_occupations_are_found_by_job_titles(site: Site) -> None:
    titles = "Charge Nurse; Nurse; RN (Registered Nurse)"
    site.write({"facts/onet.csv": f"{ONET}29-1141,,,,,,,,{titles}\n"})
    site.build()
    rows = table(site, "all.html")
    # Those that a filter finds by the title of the occupation are left out.
    assert [row[8] for row in rows] == ["", "", "Charge Nurse; RN (Registered Nurse)", ""]
    page = site.soup("all.html")
    assert page.select("thead th")[8].get_text() == "Job titles"
    credit = page.select(".at-a-glance-source")[0].get_text()
    assert credit == "Job titles: O*NET 29.3, CC BY 4.0."
    (sizes,) = (col["style"] for col in page.select("colgroup col")[8:])
    assert sizes == "--wide: 35"
    for builder in ("text", "epub"):  # too wide for a page, and nothing there to filter by
        site.build(builder=builder, out=builder)
        (file,) = (site.path / builder).glob("all.*")
        assert "Charge Nurse" not in file.read_text("utf-8")
        assert "O*NET" not in file.read_text("utf-8")


def test_job_titles_of_the_table_are_not_searched(site: Site) -> None:
    site.write({"facts/onet.csv": f"{ONET}29-1141,,,,,,,,Charge Nurse\n"})
    site.build()
    assert "Charge Nurse" not in index(site)["/all.html"]["content"]
    assert "Charge Nurse" in index(site)["/nurse/overview.html"]["meta"]["name"]
