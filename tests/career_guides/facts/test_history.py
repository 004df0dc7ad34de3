"""Periods of releases."""

from __future__ import annotations

from career_guides.facts.history import period


def test_periods_are_in_the_order_of_time() -> None:
    names = ["May 2025", "November 2003", "May 2024", "odd"]
    assert sorted(names, key=period) == ["odd", "November 2003", "May 2024", "May 2025"]
