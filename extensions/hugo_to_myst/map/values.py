"""Values of front matter as guides can hold them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

#: Characters that no reader sees and that YAML cannot hold.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
#: The longest value of one line, and the longest text, in characters.
MAX_LINE, MAX_TEXT = 300, 2_000


def as_list(value: Any) -> list[Any]:
    """Return a list as it is, one value as a list of it, and nothing as the empty list."""
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def one_line(value: Any) -> str:
    """Return a value as one line of text; some sites have a number as a title."""
    if value is None or isinstance(value, dict | list):
        return ""
    text = value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
    return " ".join(_INVISIBLE.sub("", text).split())


def clip(text: str, most: int = MAX_LINE) -> str:
    """Cut a text that is longer than the key of a guide may be, at a word."""
    text = " ".join(_INVISIBLE.sub("", text).split())
    return text if len(text) <= most else text[: most - 1].rpartition(" ")[0][: most - 1] + "…"


def plain(value: Any, depth: int = 0) -> Any:
    """Return a value as YAML without tags can hold it."""
    if depth > 8:
        return str(value)
    if isinstance(value, dict):
        return {str(k): plain(v, depth + 1) for k, v in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(v, depth + 1) for v in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, str):
        return _INVISIBLE.sub("", value)
    return value if isinstance(value, int | float | bool) or value is None else str(value)


def parse_date(value: Any) -> dt.date | None:
    """Return the day of a date in front matter, whatever its type."""
    if isinstance(value, dt.date):
        return value
    found = re.match(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})", str(value))
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
