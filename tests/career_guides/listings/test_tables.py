"""The tables of careers and of occupations."""

from __future__ import annotations

import pytest

from tests.sites import Site
from tests.sites.facts import ONET
from tests.sites.four_careers import write_careers
from tests.sites.searched import index


@pytest.fixture
def site(site: Site) -> Site:
    write_careers(site)
    return site


def table(site: Site, page: str) -> list[list[str]]:
    rows = site.soup(page).select(".guide-table tbody tr")
    return [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in rows]


def test_careers_are_compared(site: Site) -> None:
    site.build("-n", "-W")
    found = table(site, "compare.html")
    assert [row[:4] for row in found] == [
        ["Dentist", "$180,000", "not released in full", "700"],
        ["Éclair singer", "$47.80 an hour", "by the hour only", "80"],
        ["Interpreter", "$60,170", "$37,070 to $103,660", "520"],
        ["Nurse", "$97,550", "$68,940 to $137,470", "3,300"],
    ]
    assert found[0][4:] == ["Doctoral degree", "Health", "Dentists", ""]
    assert found[3][4:] == ["no estimate", "Health", "Nurses", "Overview Day"]
    page = site.soup("compare.html")
    first = page.select_one(".guide-table tbody tr")
    assert first.th["scope"] == "row"
    # One scale for all: the highest pay that is released ends near its right edge.
    bars = {bar.parent["aria-label"].split(":")[0]: bar for bar in page.select("rect.range")}
    assert bars.keys() == {"Interpreters", "Nurses"}
    assert bars["Nurses"]["x"] == f"{100 * 68940 / (1.04 * 137470):.2f}%"
    assert "Survey of Work" in page.select_one(".at-a-glance-source").get_text()


def test_every_occupation_is_listed(site: Site) -> None:
    site.build()
    found = table(site, "all.html")
    assert [row[0] for row in found] == ["Singers <of songs>", "Interpreters", "Dentists", "Nurses"]
    assert found[3] == [
        "Nurses", "$97,550", "$68,940", "$137,470", "3,300", "Nurse", "Health", "29-1141",
    ]  # fmt: skip
    sorts = [
        cell.get("data-sort") for cell in site.soup("all.html").select("tbody tr")[0].find_all("td")
    ]
    # Pay by the hour is no pay by the year, whatever one would multiply it by.
    assert sorts[:4] == ["", "", "", "80"]


def test_tables_are_whole_in_other_formats(site: Site) -> None:
    assert site.build("-n", "-W", builder="text", out="text") == ""
    text = (site.path / "text/all.txt").read_text("utf-8")
    assert "| Singers <of songs>" in text
    assert "| $97,550 " in text


def test_scripts_and_room_are_on_pages_with_tables_alone(site: Site) -> None:
    site.write({"plain.md": "# No guide\n\n```{occupations}\n```\n"})
    site.build()

    def scripts(page: str) -> set[str]:
        soup = site.soup(page)
        found = soup.select("script[src]")
        names = {script["src"].split("?")[0].rpartition("/")[2]: script for script in found}
        ours = names.keys() & {"tables.js", "sortable.min.js"}
        assert all(names[name].has_attr("defer") for name in ours)
        # In the head: what comes with the table would move what is there already.
        assert bool(soup.select("head style:-soup-contains('.content')")) == bool(ours)
        return set(ours)

    for page in ("all.html", "compare.html", "plain.html"):
        assert scripts(page) == {"tables.js", "sortable.min.js"}
    assert scripts("nurse/index.html") == scripts("industry/health.html") == set()


def test_vendored_script_says_what_it_is() -> None:
    from career_guides.config import HERE  # noqa: PLC0415

    text = (HERE / "static/sortable.min.js").read_text("utf-8")
    assert text.startswith("/*! sortable-tablesort 4.1.7 | Unlicense | ")


def test_occupations_are_found_by_job_titles(site: Site) -> None:
    titles = "Charge Nurse; Nurse; RN (Registered Nurse)"
    site.write({"facts/onet.csv": f"{ONET}29-1141,,,,,,,,{titles}\n"})
    site.build()
    rows = table(site, "all.html")
    # Those that a filter finds by the title of the occupation are left out.
    assert [row[8] for row in rows] == ["", "", "", "Charge Nurse; RN (Registered Nurse)"]
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
