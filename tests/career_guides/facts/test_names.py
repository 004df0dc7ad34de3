"""Levels of education and names of releases in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.facts import wording
from career_guides.facts.formatting import FactFormatter
from career_guides.facts.names import education_level, education_levels, release_name
from career_guides.facts.onet import EDUCATION
from career_guides.facts.release import Facts

if TYPE_CHECKING:
    from pathlib import Path


def test_levels_of_education() -> None:
    assert education_levels(str.upper) == {level: level.upper() for level in EDUCATION}
    assert education_level(str.upper, "Doctoral degree") == "DOCTORAL DEGREE"
    assert education_level(str.upper, "Our own level") == "Our own level"
    assert education_level(str.upper, "") == ""


def test_release_names() -> None:
    assert release_name("May 2024", "en") == "May 2024"
    assert release_name("March 2024", "de") == "März 2024"
    assert release_name("the second", "de") == "the second"


def test_german_figures(folder: Path) -> None:
    german = FactFormatter(Facts.read(folder), "de", str.upper)
    said = german.of("29-1141", "release")
    assert said.text == "Mai 2025"
    assert said.source.endswith(", Mai 2025")
    nurses = german.facts.occupations["29-1141"]
    assert [name for name, _pay in wording.years(german, nurses)] == ["Mai 2025"]
