"""The values of facets."""

from __future__ import annotations

import pytest

from career_guides.facts.formatting import FactFormatter
from career_guides.facts.occupation import Occupation, Pay
from career_guides.facts.release import Facts
from career_guides.listings.facets import pay_band


@pytest.mark.parametrize("name", ["hourly", "top", "none", 39_999.0, 40_000.0, 99_999.0, 1e5])
def test_bands_of_pay(name: str | float) -> None:
    def pay(median: float | str) -> Pay:
        return Pay(median, median, median, median, median, median)

    bands = {
        "hourly": ("-", 50.0, "Paid by the hour"),
        "top": ("#", "#", "$100,000 and more"),
        "none": ("-", "-", ""),
        39_999.0: (39_999.0, 20.0, "Less than $40,000"),
        40_000.0: (40_000.0, 20.0, "$40,000 to $59,999"),
        99_999.0: (99_999.0, 48.0, "$80,000 to $99,999"),
        1e5: (1e5, 48.0, "$100,000 and more"),
    }
    annual, hourly, band = bands[name]
    row = Occupation("11-1111", "detailed", "X", 1, 1, 1, pay(hourly), pay(annual))
    assert pay_band(row, FactFormatter(Facts())) == band
