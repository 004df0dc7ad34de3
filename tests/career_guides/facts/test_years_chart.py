"""The line of pay over the years."""

from __future__ import annotations

from bs4 import BeautifulSoup

from career_guides.facts.years_chart import years_chart


def test_each_release_is_a_point_on_a_scale_from_zero() -> None:
    svg = BeautifulSoup(years_chart([50.0, 100.0, 75.0], "Pay < before"), "html.parser").svg
    assert svg["aria-label"] == "Pay < before"
    heights = [42 - float(dot["cy"]) for dot in svg.select("circle")]
    assert heights == [18, 36, 27]
    assert [float(dot["cx"]) for dot in svg.select("circle")] == [6, 120, 234]
    assert svg.polyline["points"].split()[0] == "6.0,24.0"
