"""People or things, ideas or facts: from the interests of an occupation."""

from __future__ import annotations

import pytest

from career_guides.facts.leanings import STUDY, leaning, pay_steps, study
from career_guides.facts.onet import EDUCATION, Onet
from career_guides.facts.release import Facts, bundled
from career_guides.facts.soc import ALL


@pytest.mark.parametrize(
    ("interests", "people", "ideas"),
    [
        ("R", ("things", "R"), ("both", "R")),
        ("S", ("people", "S"), ("both", "S")),
        ("SIC", ("people", "S"), ("ideas", "I")),
        ("ERC", ("things", "RC"), ("data", "EC")),
        ("CSI", ("both", "CSI"), ("data", "C")),
        ("IAE", ("both", "IAE"), ("ideas", "IA")),
        ("", ("", ""), ("", "")),
        ("x?", ("", ""), ("", "")),
    ],
)
def test_sides_of_interests(
    interests: str, people: tuple[str, str], ideas: tuple[str, str]
) -> None:
    assert leaning(interests, "people") == people
    assert leaning(interests, "ideas") == ideas


def test_the_letters_are_those_that_say_so() -> None:
    for row in bundled().detailed:
        for dimension in ("people", "ideas"):
            side, letters = leaning(row.onet.interests, dimension)
            assert bool(side) == bool(letters) == bool(row.onet.interests), row.code


def test_levels_of_education_by_years() -> None:
    assert sum(STUDY.values()) == len(EDUCATION)
    found = {level: study(Onet(level)) for level in EDUCATION}
    assert found["High school diploma or equivalent"] == "school"
    assert found["Post-secondary certificate"] == found["Associate's degree"] == "short"
    assert found["Bachelor's degree"] == "bachelor"
    assert found["Master's degree"] == found["Post-doctoral training"] == "longer"
    # The job zone counts only if the level is not known.
    assert study(Onet("Bachelor's degree", job_zone="2")) == "bachelor"
    assert [study(Onet(job_zone=zone)) for zone in "12345"] == [
        "school", "school", "short", "bachelor", "longer",
    ]  # fmt: skip
    assert study(Onet()) == ""


def test_steps_of_pay() -> None:
    half, most = pay_steps(bundled().occupations[ALL])
    assert 40_000 < half < most < 150_000
    assert pay_steps(Facts().occupations.get(ALL)) is None
