"""Addresses as Hugo forms them: sanitised paths and permalink patterns."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
import unicodedata
from typing import Any
from urllib.parse import unquote, urlsplit

from .dates import page_date
from .values import as_list

_INDEX = re.compile(r"(^|/)_?index(\.(html?|md|markdown))?$")
_ENDING = re.compile(r"\.(html?|md|markdown|mdx)$")
_ALLOWED = frozenset("./\\_#+~-@")
_ALLOWED_ONLY = re.compile(r"[\w./\\#+~@-]*", re.A)


def hugo_path(path: str, *, lower: bool, composed: bool = True) -> str:
    """Sanitise a path as Hugo does: letters, digits and `_ALLOWED` stay, blanks become hyphens.

    The rule is `Sanitize` in Hugo's common/paths/path.go.

    :param composed: whether letters are composed, and blanks at the ends dropped, as Hugo does for
        files and not for terms.
    """
    if _ALLOWED_ONLY.fullmatch(path):  # most paths; this is done several times for each page
        return path.lower() if lower else path
    out: list[str] = []
    pending = hyphen = False
    for char in unicodedata.normalize("NFC", path) if composed else path:
        if char.isalnum() or char in _ALLOWED or unicodedata.category(char)[0] == "M":
            if pending and char != "-":
                out.append("-")
            pending, hyphen = False, char == "-"
            out.append(char)
        elif (out or not composed) and not hyphen and char.isspace():
            pending = True
    text = "".join(out) + ("-" if pending and not composed else "")
    return go_lower(text) if lower else text


def go_lower(text: str) -> str:
    """Return a text in lower case as Go has it: each letter by itself, and one for each."""
    return "".join(char.lower()[0] for char in text)


def permalink(pattern: str, *, sections: list[str], stem: str, values: dict[str, Any]) -> str:
    """Fill in a permalink pattern; a token without a value is left out.

    https://gohugo.io/configuration/permalinks/#tokens
    """
    day = page_date(values) or dt.date.min  # Go's date that is none
    title = str(values.get("title") or "")
    slug = str(values.get("slug") or "")
    tokens = {
        "title": title,
        "slug": slug or title,
        "section": sections[0] if sections else "",
        "sections": "/".join(sections),
        "sectionslug": sections[0] if sections else "",
        "sectionslugs": "/".join(sections),
        "filename": stem,
        "contentbasename": stem,
        "slugorfilename": slug or stem,
        "slugorcontentbasename": slug or stem,
    }
    tokens |= {
        "year": f"{day.year}", "month": f"{day.month:02}", "day": f"{day.day:02}",
        "monthname": f"{day:%B}", "weekday": f"{day.isoweekday() % 7}",
        "weekdayname": f"{day:%A}", "yearday": f"{day:%-j}",
    }  # fmt: skip
    path = re.sub(r":([a-z]+)(\[[^\]]*\])?", lambda m: tokens.get(m[1], ""), pattern)
    path = unquote(re.sub(r"/{2,}", "/", path), errors="ignore")  # WordPress has such slugs
    return hugo_path(path, lower=True)


def alias_paths(url: str, values: dict[str, Any]) -> list[str]:
    """Return the aliases of a page as paths from the top of the site.

    :param url: the page's own, whose folder relative aliases start from.
    :param values: its front matter.
    """
    folder = "/" + url.strip("/").rpartition("/")[0]
    given = [str(alias) for alias in as_list(values.get("aliases"))]
    return [posixpath.normpath(posixpath.join(folder, a)) for a in given if a.strip()]


def key(path: str) -> str:
    """Return the form of a URL path in which addresses are compared; letter case is kept."""
    path = unicodedata.normalize("NFC", unquote(path)).strip("/")
    return _ENDING.sub("", _INDEX.sub("", path)).strip("/")


def host(url: str) -> str:
    """Return the host of a URL in lower case without `www.`; empty if it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
