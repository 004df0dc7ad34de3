"""Arguments that several commands have."""

from __future__ import annotations

import datetime as dt


class UsageError(Exception):
    """The command cannot do what it was asked for; the message says why."""


def date(text: str) -> dt.date:
    """Read a day; argparse names this function where it cannot be."""
    return dt.date.fromisoformat(text)


def today() -> dt.date:
    """Return the day, the same wherever the command runs."""
    return dt.datetime.now(dt.UTC).date()
