"""Pay and jobs by state, and by area where a reader asks for it."""

from __future__ import annotations

import json

import pytest

from career_guides.facts.csv_files import COLUMNS
from tests.sites import Site, guide, snapshot

AREAS = ",".join(COLUMNS["areas.csv"]) + (
    '\n29-1141,"Akron, OH",70,51000,77000,98000,37.02\n29-1141,Boston,-,-,-,-,-\n'
)


@pytest.fixture
def places_site(pay_site: Site) -> Site:
    pay_site.write({
        "nurse/pay.md": guide("Pay of nurses", "```{pay-by-state}\n```"),
        "other.md": guide("Other", "```{pay-by-state} 29-1141 27-3091\n```"),
        "facts/areas.csv": AREAS,
    })  # fmt: skip
    return pay_site


def test_states_are_a_map_and_a_table(places_site: Site) -> None:
    assert places_site.build("-n", "-W") == ""
    page = places_site.soup("nurse/pay.html")
    assert page.select_one("svg.state-map")["aria-label"] == (
        "Nurses: median pay from Utah ($70,000) to Maine ($80,000); the table below has all states."
    )
    key = [item.get_text() for item in page.select(".guide-states li")]
    assert key == ["1: $70,000", "2: $78,000", "4: $80,000"]
    table = page.select_one(".guide-table")
    assert table["aria-label"] == "Nurses: pay and jobs by state"
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in table.select("tr")]
    assert rows == [
        ["State", "Median pay", "Jobs", "10th percentile", "90th percentile"],
        ["Maine", "$80,000", "120", "$60,000", "not released"],
        ["Ohio", "$78,000", "900", "$55,000", "$99,000"],
        ["Utah", "$70,000", "not released", "$51,000", "$90,000"],
    ]
    sorts = [cell["data-sort"] for cell in table.select("tbody td:nth-child(3)")]
    assert sorts == ["120", "900", ""]
    assert "Source: Bureau of Work" in page.select_one(".at-a-glance-source").get_text()
    # Two occupations have their names above.
    titles = [node.get_text() for node in places_site.soup("other.html").select("p.rubric")]
    assert titles == ["Nurses", "Interpreters"]


def test_areas_are_a_file_that_the_page_leads_to(places_site: Site) -> None:
    places_site.build()
    (link,) = places_site.soup("nurse/pay.html").select(".guide-areas a")
    assert link["href"] == "../_facts/29-1141.json"
    found = json.loads((places_site.out / "_facts/29-1141.json").read_text("utf-8"))
    assert found == {
        "title": "Nurses: pay and jobs by metropolitan area", "release": "May 2025",
        "columns": ["Area", "Median pay", "Jobs", "10th percentile", "90th percentile"],
        "rows": [
            ["Akron, OH", ["$77,000", "77000"], ["70", "70"], ["$51,000", "51000"],
             ["$98,000", "98000"]],
            ["Boston", *[["not released", ""]] * 4],
        ],
    }  # fmt: skip
    # Interpreters have no figures of areas.
    assert [file.name for file in (places_site.out / "_facts").iterdir()] == ["29-1141.json"]


def test_incremental_equals_clean_when_areas_come_and_go(places_site: Site, clean) -> None:
    places_site.build()
    path = places_site.docs / "facts/areas.csv"
    for text in (AREAS.replace("77000", "78000"), AREAS.replace("29-1141", "27-3091"), ""):
        path.write_text(text or AREAS.partition("\n")[0] + "\n", "utf-8")
        places_site.build()
        assert snapshot(places_site.out) == clean(places_site)
    assert not (places_site.out / "_facts").exists()
    path.write_text(AREAS, "utf-8")
    states = places_site.docs / "facts/states.csv"
    states.write_text(states.read_text("utf-8").replace("78000", "79000"), "utf-8")
    places_site.build()
    assert "$79,000" in places_site.soup("nurse/pay.html").get_text()
    assert snapshot(places_site.out) == clean(places_site)


def test_other_formats_have_the_table(places_site: Site) -> None:
    assert places_site.build("-n", "-W", builder="text", out="text") == ""
    text = (places_site.path / "text/nurse/pay.txt").read_text("utf-8")
    assert "Maine" in text
    assert "$80,000" in text
    places_site.build(builder="epub", out="epub")
    assert "state-map" not in (places_site.path / "epub/nurse/pay.xhtml").read_text("utf-8")


def test_mistakes_are_reported_at_their_line(places_site: Site) -> None:
    places_site.write({
        "wrong.md": guide("Wrong", "```{pay-by-state} 29-1142\n```"),
        "none.md": guide("None", "```{pay-by-state}\n```"),
    })  # fmt: skip
    said = places_site.build()
    assert "docs/wrong.md:5: WARNING: 'pay-by-state': '29-1142' is no occupation" in said
    assert "docs/none.md:5: WARNING: 'pay-by-state' needs a SOC code, here or as" in said


def test_pay_by_the_hour_is_ranked_by_the_hour(pay_site: Site) -> None:
    states = pay_site.docs / "facts/states.csv"
    states.write_text(
        ",".join(COLUMNS["states.csv"]) + "\n27-2042,Ohio,9,-,-,-,41.50\n27-2042,Utah,9,-,-,-,-\n"
    )
    pay_site.write({"singer.md": guide("Singer", "```{pay-by-state} 27-2042\n```")})
    assert pay_site.build("-n", "-W") == ""
    page = pay_site.soup("singer.html")
    assert "from Ohio ($41.50) to Ohio ($41.50)" in page.select_one(".state-map")["aria-label"]
    assert "$41.50 an hour" in page.select_one(".guide-table").get_text()
