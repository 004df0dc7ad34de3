"""Figures of an occupation in earlier releases of the survey."""

from __future__ import annotations

from typing import NamedTuple

Value = float | str


class Year(NamedTuple):
    """An occupation in an earlier release of the survey.

    :param release: the period that the release covers, such as ``May 2024``
    """

    release: str
    employment: Value
    employment_rse: Value
    pay_rse: Value
    hourly_mean: Value
    hourly_median: Value
    annual_mean: Value
    annual_median: Value


#: Months as releases name them.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def period(release: str) -> tuple[int, int]:
    """Return year and month of the name of a release, for sorting; zeros if it has none."""
    month, _, year = release.partition(" ")
    return (int(year) if year.isdecimal() else 0, MONTHS.index(month) + 1 if month in MONTHS else 0)
