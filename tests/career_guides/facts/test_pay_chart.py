"""The bar chart of pay."""

from __future__ import annotations

import re

import pytest

from career_guides.facts.occupation import Pay
from career_guides.facts.pay_chart import pay_chart


def pay(low: float, high: float) -> Pay:
    low, high = float(low), float(high)
    return Pay(mean=low, p10=low, p25=low, median=(low + high) / 2, p75=high, p90=high)


def texts(svg: str) -> list[tuple[str, ...]]:
    """Return place, anchor and text of each label."""
    return re.findall(r'<text x="([\d.]+)%" y="\d+"(?: text-anchor="(\w+)")?>([^<]*)<', svg)


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        (20, 100, [("20.00", "", "L"), ("100.00", "end", "H")]),
        (10, 30, [("10.00", "", "L – H")]),  # too short for two
        (80, 95, [("95.00", "end", "L – H")]),  # too short, and near the end
    ],
)
def test_ends_of_a_bar_are_labelled(low: float, high: float, wanted: list[tuple[str, ...]]) -> None:
    assert texts(pay_chart([pay(low, high)], "alt", 100, [("", "L", "H")])) == wanted


def test_second_bar_has_a_name_and_every_label_is_inside() -> None:
    rows = [pay(20, 100), pay(10, 60)]
    svg = pay_chart(rows, "alt", 0, [("", "a", "b"), ("All jobs", "c", "d")])
    assert texts(svg)[2][2] == "All jobs: c – d"
    height = int(re.search(r'height="(\d+)">', svg)[1])  # type: ignore[index]
    tops = [int(y) for y in re.findall(r'<text x="[^"]*" y="(\d+)"', svg)]
    assert tops == sorted(tops)
    assert 26 < tops[0] < tops[-1] < height
    assert "<text" not in pay_chart(rows, "alt")
