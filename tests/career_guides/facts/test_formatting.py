"""Figures in words, with their source."""

from __future__ import annotations

from pathlib import Path

import pytest

from career_guides.facts.formatting import FIGURES, FigureError, Words
from career_guides.facts.release import Facts


@pytest.mark.parametrize(
    ("code", "name", "text"),
    [
        ("29-1141", "median-pay", "$97,550 a year"),
        ("29-1141", "median-hourly-pay", "$46.90 an hour"),
        ("29-1141", "employment", "3,300"),
        ("29-1141", "highest-paying-states", "Maine ($80,000), Ohio ($78,000), and Utah ($70,000)"),
        ("29-1141", "highest-employing-states", "Ohio (900) and Maine (120)"),
        ("27-3091", "education", "Bachelor's degree"),
        ("00-0000", "pay-p10", "$22,880 a year"),
        # No number is invented for what was not released.
        ("27-2042", "median-pay", "$47.80 an hour"),
        ("29-1021", "pay-p90", "$239,200 or more a year"),
        ("29-1021", "release", "May 2025"),
    ],
)
def test_figure_in_words(words: Words, code: str, name: str, text: str) -> None:
    said = words.of(code, name)
    assert said.text == text
    where = "O*NET 29.3" if name == "education" else "Bureau of Work, Survey of Work, May 2025"
    assert where in said.source


@pytest.mark.parametrize(
    ("code", "name", "message"),
    [
        (
            "29-1141",
            "median-wage",
            "no figure 'median-wage'; did you mean 'median-pay'? (figures: ",
        ),
        ("29-1021", "median-hourly-pay", "the survey releases no 'median-hourly-pay' of 29-1021"),
        ("29-1141", "education", "the survey releases no 'education' of 29-1141 (Nurses)"),
        ("27-2042", "highest-paying-states", "the survey releases no 'highest-paying-states'"),
        ("27-0000", "median-pay", "'27-0000' is a group, 'Arts Occupations'"),
        ("29-1142", "median-pay", "'29-1142' is no occupation of the survey"),
    ],
)
def test_figure_that_does_not_exist_is_explained(
    words: Words, code: str, name: str, message: str
) -> None:
    with pytest.raises(FigureError) as error:
        words.of(code, name)
    assert message in str(error.value)


def test_pay_above_an_unknown_limit_has_no_number(folder: Path) -> None:
    path = folder / "release.json"
    path.write_text(path.read_text("utf-8").replace("239200", "0"), "utf-8")
    said = Words(Facts.read(folder)).of("29-1021", "pay-p90")
    assert said.text == "more than the survey releases"


def test_figures_follow_the_language(folder: Path) -> None:
    german = Words(Facts.read(folder), "de")
    assert german.of("29-1141", "employment").text == "3.300"
    assert Words(Facts.read(folder), "tlh").of("29-1141", "employment").text == "3,300"


def test_every_figure_has_a_value_for_some_occupation(ours: Facts) -> None:
    words = Words(ours)
    for name in FIGURES:
        assert words.of("27-3091", name).text
