"""Changes and what an occupation takes, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from career_guides.facts import wording
from career_guides.facts.formatting import FactFormatter, FigureError
from career_guides.facts.release import Facts

if TYPE_CHECKING:
    from pathlib import Path

HISTORY = (
    "release,soc,employment,employment_rse,wage_rse,hourly_mean,hourly_median,annual_mean,"
    "annual_median\n"
    "May 2023,29-1141,3000,0.3,0.2,44.00,42.00,90000,88000\n"
    "May 2024,29-1141,3290,0.3,0.2,46.00,44.00,98430,93600\n"
    "May 2024,27-2042,80,3.1,2.6,70.00,50.00,-,-\n"
)


@pytest.fixture
def over_time(folder: Path) -> FactFormatter:
    (folder / "history.csv").write_text(HISTORY, "utf-8")
    return FactFormatter(Facts.read(folder))


def test_a_change_is_a_figure(over_time: FactFormatter) -> None:
    said = over_time.of("29-1141", "pay-change")
    assert said.text == "up 3.0% since May 2024, in current dollars"
    assert "change in mean pay" in said.source
    assert over_time.of("27-2042", "pay-change").text == (
        "down 13.6% since May 2024, in current dollars"
    )
    unchanged = "unchanged since May 2024 within the survey's own error"
    assert over_time.of("29-1141", "employment-change").text == unchanged
    with pytest.raises(FigureError, match="the survey releases no 'pay-change' of 27-3091"):
        over_time.of("27-3091", "pay-change")


def test_changes_name_both_figures(over_time: FactFormatter) -> None:
    nurses = over_time.facts.occupations["29-1141"]
    assert wording.changes(over_time, nurses) == (
        "Mean pay: up 3.0%, from $98,430 to $101,420. In current dollars, not adjusted for"
        " inflation. Jobs: no change beyond the survey's own error."
    )
    assert wording.change_cell(over_time, nurses, "pay") == ("+3.0%", "3.04")
    assert wording.change_cell(over_time, nurses, "jobs") == ("no change", "0")
    singers = over_time.facts.occupations["27-2042"]
    assert "Mean pay: down 13.6%, from $70.00 to $60.46." in wording.changes(over_time, singers)
    assert wording.change_cell(over_time, singers, "pay") == ("\N{MINUS SIGN}13.6%", "-13.63")
    interpreters = over_time.facts.occupations["27-3091"]
    assert wording.changes(over_time, interpreters) == ""
    assert wording.change_cell(over_time, interpreters, "pay") == ("unknown", "")


def test_years_have_the_mean_of_each_release(over_time: FactFormatter) -> None:
    nurses = over_time.facts.occupations["29-1141"]
    assert wording.years(over_time, nurses) == [
        ("May 2023", 90000), ("May 2024", 98430), ("May 2025", 101420),
    ]  # fmt: skip


def test_what_an_occupation_takes(ours: Facts) -> None:
    words = FactFormatter(ours)
    nurses, developers = ours.occupations["29-1141"], ours.occupations["15-1252"]
    text = wording.education(words, ours.occupations["25-4022"])
    assert text.startswith("Post-secondary certificate (4.5%), Some college courses (10.2%), ")
    assert "Master's degree (64.7%)" in text
    assert text.endswith("Named as required by those whom O*NET asked, August 2022.")
    assert wording.preparation(words, nurses) == "considerable preparation (job zone 4 of 5)"
    assert wording.interests(words, nurses).startswith("SIC: social: helping, teaching,")
    # Where there is no estimate, the reason is given.
    assert wording.education(words, developers) == "O*NET has no estimate"
    # In O*NET 29.3, which is newer than all shares, the main level has another share.
    assert wording.education(words, nurses) == (
        "Bachelor's degree (named by 55.9% of those whom O*NET asked)"
    )


def test_shares_that_are_not_released_are_mentioned(ours: Facts) -> None:
    row = ours.occupations["29-1141"]
    row = row._replace(onet=row.onet._replace(levels=(*["-"] * 5, 97.0, *[0.0] * 6)))
    text = wording.education(FactFormatter(ours), row)
    assert text.startswith(
        "Bachelor's degree (97.0%). Named as required by those whom O*NET asked. "
    )
    assert text.endswith("Levels that few named are not released.")


def test_every_career_of_ours_says_what_it_takes(ours: Facts) -> None:
    words = FactFormatter(ours)
    for code in ("27-3091", "35-1011", "47-2111", "11-9013", "25-4022", "29-2043", "15-1212"):
        row = ours.occupations[code]
        assert wording.education(words, row)
        assert wording.preparation(words, row)
        assert wording.interests(words, row)


@pytest.mark.parametrize(("language", "mark"), [("de", ""), ("he", "\u200e"), ("ar", "\u200e")])
def test_a_sign_stays_before_its_number(over_time: FactFormatter, language: str, mark: str) -> None:
    formatter = FactFormatter(over_time.facts, language)
    nurses, singers = (over_time.facts.occupations[code] for code in ("29-1141", "27-2042"))
    assert wording.change_cell(formatter, nurses, "pay")[0].startswith(f"{mark}+3")
    assert wording.change_cell(formatter, singers, "pay")[0].startswith(f"{mark}\N{MINUS SIGN}13")
