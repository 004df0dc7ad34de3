"""Helpers for arguments that several commands share."""

from __future__ import annotations

import datetime as dt


class UsageError(Exception):
    """The command was called incorrectly; the message says how."""


def date(text: str) -> dt.date:
    """Parse a date; argparse shows the name of this function if it is invalid."""
    return dt.date.fromisoformat(text)


def today() -> dt.date:
    """Return the current date in UTC, so that it does not depend on the local time zone."""
    return dt.datetime.now(dt.UTC).date()
