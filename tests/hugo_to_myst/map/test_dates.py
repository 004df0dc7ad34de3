"""Dates, in the forms that Hugo reads."""

from __future__ import annotations

import datetime as dt

import pytest

from hugo_to_myst.map.dates import page_date, parse_time


@pytest.mark.parametrize("value", [
    "2024-01-02", "2024-01-02T00:00:00Z", "2024-01-02T01:00:00+01:00", "02 Jan 2024", 1704153600,
    "Tue, 02 Jan 2024 00:00:00 GMT", dt.date(2024, 1, 2), dt.datetime(2024, 1, 2, tzinfo=dt.UTC),
    "2024-01-02 00:00:00",
])  # fmt: skip
def test_the_same_day_in_every_form(value: object) -> None:
    assert parse_time(value) == dt.datetime(2024, 1, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize("value", ["soon", "", None, True, [], "2024-13-40", 10**30])
def test_what_is_no_date(value: object) -> None:
    assert parse_time(value) is None


def test_the_first_key_that_has_a_date_counts() -> None:
    assert page_date({"date": "", "lastmod": "2024-01-02", "published": "2023-01-02"}).year == 2023
