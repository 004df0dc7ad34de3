"""Dates of front matter, and which of them decides, as Hugo reads them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The keys that each date is taken from, the first that has one.
#: https://gohugo.io/configuration/front-matter/#dates
DATES = {
    "date": ("date", "publishdate", "pubdate", "published", "lastmod", "modified"),
    "publishdate": ("publishdate", "pubdate", "published", "date", "lastmod", "modified"),
    "expirydate": ("expirydate", "unpublishdate"),
}
#: The forms of dates that Hugo reads: `TimeFormats` of https://github.com/spf13/cast.
_FORMS = (
    "%a, %d %b %Y %H:%M:%S %z", "%a, %d %b %Y %H:%M:%S %Z", "%d %b %y %H:%M %z",
    "%d %b %y %H:%M %Z", "%A, %d-%b-%y %H:%M:%S %Z", "%a %b %d %H:%M:%S %Y",
    "%a %b %d %H:%M:%S %Z %Y", "%a %b %d %H:%M:%S %z %Y", "%d %b %Y",
)  # fmt: skip
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d)(\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?(?: [A-Z]{3,4})?)?"
)


def parse_time(value: Any) -> dt.datetime | None:
    """Return a date of front matter; one without a zone is in UTC, as in Hugo by default."""
    try:
        found = _parsed(value)
    except (ValueError, OverflowError, OSError):
        return None
    if found is None:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def _parsed(value: Any) -> dt.datetime | None:
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return dt.datetime.fromtimestamp(int(value), dt.UTC)
    text = str(value).strip() if isinstance(value, str) else ""
    if iso := _ISO.fullmatch(text):
        day, time, _part, zone = iso.groups()
        return dt.datetime.fromisoformat(f"{day}T{time or '00:00:00'}{zone or ''}")
    for form in _FORMS if re.match(r"[A-Z][a-z]{2}|\d\d [A-Z]", text) else ():
        try:
            return dt.datetime.strptime(text, form)  # noqa: DTZ007 - as above
        except ValueError:
            continue
    return None


def date_keys(config: Mapping[str, Any], name: str) -> list[str]:
    """Return the keys that a date is taken from, the first that has one.

    https://gohugo.io/configuration/front-matter/

    :param config: the site's configuration, keys in lower case.
    :param name: a key of `DATES`.
    """
    table = config.get("frontmatter")
    own = table.get(name) if isinstance(table, dict) else None
    if not isinstance(own, list):
        return list(DATES[name])
    keys: list[str] = []
    for key in own:
        keys += DATES[name] if key == ":default" else [str(key).lower()]
    return keys


def is_dated_by_name(config: Mapping[str, Any]) -> bool:
    """Return whether pages have the dates in the names of their files."""
    table = config.get("frontmatter")
    own = table.get("date") if isinstance(table, dict) else None
    return isinstance(own, list) and ":filename" in own


def date_key(values: Mapping[str, Any], keys: Sequence[str]) -> str:
    """Return the first of some keys that has a date; empty if none has."""
    return next((k for k in keys if values.get(k) and parse_time(values[k])), "")


def page_date(values: Mapping[str, Any], keys: Sequence[str] = DATES["date"]) -> dt.datetime | None:
    """Return the date of a page.

    :param keys: as :func:`date_keys` returns them.
    """
    key = date_key(values, keys)
    return parse_time(values[key]) if key else None
