"""Determine whether the review of a guide has run out."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from career_guides.content.schema import Guide


def due_date(reviewed: dt.date, duration: str) -> dt.date:
    """Return the last day on which a review is valid.

    :param reviewed: day of the review
    :param duration: ``90 days``, ``6 months``, ``1 year``; if the resulting month is too short, the
        review ends on its last day
    """
    number, unit = duration.split()
    amount = int(number)
    try:
        if unit.startswith("day"):
            return reviewed + dt.timedelta(days=amount)
        if unit.startswith("week"):
            return reviewed + dt.timedelta(weeks=amount)
        months = reviewed.month - 1 + (amount if unit.startswith("month") else 12 * amount)
        year, month = reviewed.year + months // 12, months % 12 + 1
        return dt.date(year, month, min(reviewed.day, calendar.monthrange(year, month)[1]))
    except (OverflowError, ValueError):  # past the year 9999
        return dt.date.max


def is_due(guide: Guide, today: dt.date) -> bool:
    """Return whether *guide* has a review that had run out by *today*."""
    if guide.last_reviewed is None or guide.review_in is None:
        return False
    return due_date(guide.last_reviewed, guide.review_in) < today
