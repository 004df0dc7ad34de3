"""Figures of pay and employment that are typed by hand."""

from __future__ import annotations

import pytest

from career_guides.check.rules.typed_figures import typed_figures
from tests.sites import FACTS, Site
from tests.sites.check import check, described


def test_check_reports_figures_typed_by_hand(docs: Site, capsys) -> None:
    docs.write({**FACTS, "a/b.md": described("B", "It pays $31,000.", occupation="27-3091")})
    assert "looks like a figure typed by hand" in check(capsys)[1][0]


@pytest.mark.parametrize(
    "text",
    [
        "Bakers earn $31,000.",
        "They start at 31 000 euros a year or 31,000 dollars.",
        "There are 240,000 jobs.",
        "Employment is expected to grow by 9% from 2018 to 2028.",
        "About 12 per cent earn more.",
        "Half earn sixty thousand dollars.",
        "Some make £40k.",
    ],
)
def test_a_typed_figure_is_found(text: str) -> None:
    (problem,) = typed_figures(f"---\ntitle: A\n---\n\n{text}\n", "a/b")
    assert (problem.line, problem.subtype) == (5, "fact")


@pytest.mark.parametrize(
    "text",
    [
        "Half earn more than {fact}`27-3091 median-pay`, in {fact}`27-3091 employment` jobs.",
        "Two of a hundred bakers work at night, from 2 to 10.",
        "Bread loses 12 % of its weight in the oven.",
        "The law of 1938 set a week of 40 hours, and a crew of 3 employs two.",
        "See `$HOME` and https://example.org/$5.",
        "```sh\necho $1\n```",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(typed_figures(f"---\ntitle: A\n---\n\n{text}\n", "a/b")) == []
