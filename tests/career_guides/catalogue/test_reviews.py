"""When the review of a guide runs out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from career_guides.catalogue.reviews import due_date
from tests.sites import guide
from tests.sites.catalogues import catalogue, said


@pytest.mark.parametrize(
    ("reviewed", "duration", "due"),
    [
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2026-11-30", "3 months", "2027-02-28"),
        ("2026-01-01", "90 days", "2026-04-01"),
        ("2026-01-01", "2 weeks", "2026-01-15"),
        ("2026-01-01", "9999 years", "9999-12-31"),
    ],
)
def test_due_date_of_a_review(reviewed: str, duration: str, due: str) -> None:
    assert due_date(dt.date.fromisoformat(reviewed), duration) == dt.date.fromisoformat(due)


def test_overdue_review_is_reported_only_when_a_day_is_given(tmp_path: Path) -> None:
    files = {"a/b.md": guide("B", last_reviewed="2025-11-21", review_in="1 year")}
    assert said(catalogue(tmp_path, files)) == []
    assert said(catalogue(tmp_path, files, today=dt.date(2026, 11, 21))) == []
    assert said(catalogue(tmp_path, files, today=dt.date(2026, 11, 22))) == [
        "a/b:3: the review of 2025-11-21 ran out after 1 year [stale]"
    ]
