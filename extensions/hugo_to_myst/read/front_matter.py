"""Split a content file of Hugo into its front matter (YAML, TOML or JSON) and its body."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from .data_files import PARSE_ERRORS, load_front_matter

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Content:
    """A content file, split.

    :param values: the front matter; keys in lower case, as Hugo compares them.
    :param body_line: the line of the file that the body starts on, counted from 1.
    :param lines: the line of each key that could be found.
    :param error: the error in the front matter; empty if there is none.
    :param comments: the comments in the front matter, with their lines.
    :param inherited: the keys of `values` that are not its own: they are those of a cascade.
    :param path: the file, where it is known.
    """

    values: dict[str, Any]
    body: str
    body_line: int
    lines: dict[str, int] = field(default_factory=dict)
    error: str = ""
    comments: tuple[tuple[int, str], ...] = ()
    inherited: frozenset[str] = frozenset()
    path: Path | None = None


#: A fence of `-` or `+`; some sites have a stray letter or blank before it (`c---`, ` ---`).
_OPENING = re.compile(r"\A(?:[ \t]*\r?\n)*[ \t]*[A-Za-z]?(---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(r"""^\s{0,2}["']?([A-Za-z_][\w.-]*)["']?\s*[:=]""")
_FIRST_KEY = re.compile(r"\A(?:[ \t]*\r?\n)*[A-Za-z_][\w-]*:[ \t]")


def split(text: str) -> Content:
    """Split a content file; never raises, but says in `Content.error` if something is broken."""
    opening = _OPENING.match(text)
    if opening:
        fence = opening[1]
        return _fenced(text, opening.end(), fence, "yaml" if fence == "---" else "toml")
    if text.lstrip().startswith("{") and not text.lstrip().startswith(("{{", "{%")):
        return _json(text)
    if _FIRST_KEY.match(text) and (end := re.search(r"^---[ \t]*$", text, re.M)):
        # No opening fence: keys, and then the closing fence.
        content = _parsed(text, 0, end.start(), end.end() + 1, "yaml")
        if not content.error and "title" in content.values:
            return content
    return Content({}, text, 1)


def _fenced(text: str, start: int, fence: str, form: str) -> Content:
    end = re.compile(rf"^{re.escape(fence)}[ \t]*$", re.M).search(text, start)
    if end is None:
        if fence == "---" and not _KEY.match(text[start:]):
            return Content({}, text, 1)  # a thematic break, not front matter
        return Content({}, text, 1, error=f"front matter opened by {fence} is never closed")
    return _parsed(text, start, end.start(), end.end() + 1, form)


def _json(text: str) -> Content:
    start = len(text) - len(text.lstrip())
    try:
        values, end = json.JSONDecoder(strict=False).raw_decode(text, start)
    except (ValueError, RecursionError) as error:
        return Content({}, text, 1, error=f"JSON front matter: {error}")
    return _content(text, values, start, end, end)


def _parsed(text: str, start: int, end: int, body: int, form: str) -> Content:
    source = text[start:end]
    try:
        values = load_front_matter(source) if form == "yaml" else tomllib.loads(source)
    except PARSE_ERRORS as error:
        content = _content(text, _salvage(source), start, end, body)
        return replace(content, error=" ".join(str(error).split()) or type(error).__name__)
    return _content(text, values, start, end, body)


def _salvage(source: str) -> dict[str, Any]:
    """Read what can be read of broken front matter, each top-level line by itself."""
    values: dict[str, Any] = {}
    for line in source.splitlines():
        key, separator, value = line.partition(":" if ":" in line else "=")
        if separator and re.fullmatch(r"[A-Za-z_][\w-]*", key.strip()):
            text = value.strip()
            values[key.strip()] = {"true": True, "false": False}.get(text, text.strip("\"'"))
    return values


def _content(text: str, values: Any, start: int, end: int, body: int) -> Content:
    lines: dict[str, int] = {}
    comments: list[tuple[int, str]] = []
    first = text.count("\n", 0, start)
    for number, line in enumerate(text[start:end].split("\n"), first + 1):
        if key := _KEY.match(line):
            lines.setdefault(key[1].lower(), number)
        elif line.lstrip().startswith("#"):
            comments.append((number, line.strip()))
    mapping = values if isinstance(values, dict) else {}
    return Content(
        {str(k).lower(): v for k, v in mapping.items()},
        text[body:],
        text.count("\n", 0, min(body, len(text))) + 1,
        lines,
        "" if isinstance(values, dict | None) else "front matter is not a mapping",
        tuple(comments),
    )
