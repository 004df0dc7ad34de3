"""Questions that put the careers in order: the lists that are there without the script."""

from __future__ import annotations

import pytest

from tests.sites import Site, snapshot
from tests.sites.facts import ONET
from tests.sites.four_careers import career, write_careers

INTERESTS = (
    f"{ONET}27-3091,Bachelor's degree,54.7,4,,AS,,,\n29-1021,Doctoral degree,90.1,5,,IRS,,,\n"
    "29-1141,,,3,,SIC,,,\n"
)


@pytest.fixture
def site(site: Site) -> Site:
    write_careers(site)
    site.write({
        "find.md": career("Find").replace("Some text.", "```{career-finder}\n```"),
        "facts/onet.csv": INTERESTS,
    })  # fmt: skip
    return site


def lists(site: Site) -> dict[str, list[str]]:
    """Return id of a heading -> the careers below it, each with its reason."""
    return {
        heading["id"]: [
            " ".join(item.get_text().split()) for item in heading.find_next("ul").find_all("li")
        ]
        for heading in site.soup("find.html").select(".guide-finder-lists h3")
    }


def test_every_answer_is_a_list_with_reasons(site: Site) -> None:
    assert site.build("-n", "-W") == ""
    found = lists(site)
    assert found["people-people"] == [
        "Interpreter – artistic: making things up, forms and designs;"
        " social: helping, teaching, advising people",
        "Nurse – social: helping, teaching, advising people",
    ]
    assert found["people-things"] == [
        "Dentist – investigative: thinking problems through, research;"
        " realistic: practical work with tools, machines, plants or animals"
    ]
    assert found["people-unknown"] == ["Éclair singer – O*NET has no interests for it"]
    assert found["study-longer"] == [
        "Dentist – Doctoral degree; extensive preparation (job zone 5 of 5)"
    ]
    assert found["study-short"] == [
        "Nurse – education: no estimate; medium preparation (job zone 3 of 5)"
    ]
    assert found["pay-most"] == [
        "Dentist – median pay: $180,000 a year", "Interpreter – median pay: $60,170 a year",
        "Nurse – median pay: $97,550 a year",
    ]  # fmt: skip
    assert found["pay-hourly"] == ["Éclair singer – median pay: $47.80 an hour"]
    # Each career is in one group of each question.
    for question in ("people", "ideas", "study", "pay"):
        names = [each for key, group in found.items() if key.startswith(question) for each in group]
        assert len(names) == 4, question


def test_answers_name_groups_that_fit(site: Site) -> None:
    site.build()
    page = site.soup("find.html")
    fits = {
        (field["name"], field["value"]): field["data-fits"]
        for field in page.select("fieldset input")
    }
    assert fits["people", "people"] == "people:2 both:1"
    assert fits["study", "short"] == "school:2 short:2"
    assert fits["pay", "half"] == "half:2 most:2"
    assert fits["pay", ""] == ""
    assert len({name for name, _ in fits}) == len(page.select("fieldset")) == 4
    text = page.select_one('input[value="half"]').parent.get_text(strip=True)
    assert text == "At least $41,600 a year: more than half of all jobs"
    scripts = [script["src"].partition("?")[0] for script in page.select("script[src]")]
    assert "_static/finder.js" in scripts
    for other in ("index.html", "nurse/index.html"):
        assert "finder.js" not in str(site.soup(other))


def test_the_source_is_named(site: Site) -> None:
    site.build()
    text = site.soup("find.html").select_one(".at-a-glance-source").get_text()
    assert "Survey of Work" in text
    assert "O*NET 29.3" in text


def test_a_career_with_two_occupations_is_listed_with_each(site: Site) -> None:
    site.write({"nurse/index.md": career("Nurse", occupation="[29-1141, 29-1021]")})
    site.build()
    found = lists(site)
    assert "Nurse (Nurses) – median pay: $97,550 a year" in found["pay-most"]
    assert "Nurse (Dentists) – median pay: $180,000 a year" in found["pay-most"]


def test_changes_of_guides_and_facts_arrive(site: Site, clean) -> None:
    site.build()
    site.write({
        "nurse/index.md": career("Nurse & carer", occupation="29-1141"),
        "facts/onet.csv": INTERESTS.replace("SIC", "RIC"),
    })  # fmt: skip
    site.build()
    assert lists(site)["people-things"][1].startswith("Nurse & carer – realistic")
    assert snapshot(site.out) == clean(site)
    (site.docs / "singer/index.md").unlink()
    site.build()
    assert "people-unknown" not in lists(site)
    assert snapshot(site.out) == clean(site)


def test_lists_in_other_formats(site: Site) -> None:
    assert site.build("-n", "-W", builder="text", out="text") == ""
    text = (site.path / "text/find.txt").read_text("utf-8")
    assert "More with people than with things" in text
    assert "Interpreter" in text
    assert "median pay: $60,170 a year" in text
    assert "Start again" not in text


def test_without_facts_there_is_a_message(site: Site) -> None:
    site.write({"facts/release.json": "{"})
    said = site.build()
    assert "'career-finder': there are no facts [guide.value]" in said
