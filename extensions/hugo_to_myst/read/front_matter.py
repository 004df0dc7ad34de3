"""Split a Hugo content file into its front matter (YAML, TOML or JSON) and its body."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

_PLAIN = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_PLAIN):  # type: ignore[misc, valid-type]
    """YAML as Hugo reads it: times stay text, so that they are written back as they were."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


#: Limits of YAML: anything beyond is no front matter but an attack, or broken.
_DEEPEST, _MOST_VALUES, _HARMLESS = 50, 10_000, 100


class TooMuchError(ValueError):
    """YAML that is nested too deeply, or whose aliases stand for too many values."""


#: All that the YAML and TOML readers raise on broken input.
FAULTS = (
    yaml.YAMLError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError,
    RecursionError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Content:
    """A content file, read.

    :param values: the front matter; keys in lower case, as Hugo compares them.
    :param body_line: the line of the file that the body starts on, counted from 1.
    :param lines: the line of each key that could be found.
    :param error: what was wrong with the front matter, or nothing.
    :param comments: the comments in the front matter, with their lines.
    """

    values: dict[str, Any]
    body: str
    body_line: int
    lines: dict[str, int] = field(default_factory=dict)
    error: str = ""
    comments: tuple[tuple[int, str], ...] = ()


#: A fence of `-` or `+`; some sites have a stray letter or blank before the first (`c---`, ` ---`).
_OPEN = re.compile(r"\A(?:[ \t]*\r?\n)*[ \t]*[A-Za-z]?(---|\+\+\+)[ \t]*\r?\n")
#: Signs that no reader sees and that no file of the output may hold.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_KEY = re.compile(r"""^\s{0,2}["']?([A-Za-z_][\w.-]*)["']?\s*[:=]""")
_FIRST_KEY = re.compile(r"\A(?:[ \t]*\r?\n)*[A-Za-z_][\w-]*:[ \t]")


def decode(data: bytes) -> str:
    """Read bytes as UTF-8 with or without a BOM; where that fails, as Windows-1252 or Latin-1."""
    first = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for encoding in (first, "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return _CONTROL.sub("", text.replace("\f", " ").replace("\v", " "))
    return ""


def read(text: str) -> Content:
    """Split a content file; never raises, the fault is in `Content.error`."""
    start = _OPEN.match(text)
    if start:
        fence = start[1]
        return _fenced(text, start.end(), fence, "yaml" if fence == "---" else "toml")
    if text.lstrip().startswith("{") and not text.lstrip().startswith(("{{", "{%")):
        return _json(text)
    if _FIRST_KEY.match(text) and (end := re.search(r"^---[ \t]*$", text, re.M)):
        # No opening line: keys, and then the closing fence.
        content = _parse(text, 0, end.start(), end.end() + 1, "yaml")
        if not content.error and "title" in content.values:
            return content
    return Content({}, text, 1)


def _fenced(text: str, start: int, fence: str, form: str) -> Content:
    end = re.compile(rf"^{re.escape(fence)}[ \t]*$", re.M).search(text, start)
    if end is None:
        if fence == "---" and not _KEY.match(text[start:]):
            return Content({}, text, 1)  # a thematic break, not front matter
        return Content({}, text, 1, error=f"front matter opened by {fence} is never closed")
    return _parse(text, start, end.start(), end.end() + 1, form)


def _json(text: str) -> Content:
    start = len(text) - len(text.lstrip())
    try:
        values, end = json.JSONDecoder(strict=False).raw_decode(text, start)
    except (ValueError, RecursionError) as error:
        return Content({}, text, 1, error=f"JSON front matter: {error}")
    return _content(text, values, start, end, end)


def _parse(text: str, start: int, end: int, body: int, form: str) -> Content:
    source = text[start:end]
    try:
        values = _yaml(source) if form == "yaml" else tomllib.loads(source)
    except FAULTS as error:
        values = _salvage(source)
        reason = " ".join(str(error).split()) or type(error).__name__
        content = _content(text, values, start, end, body)
        return replace(content, error=reason)
    return _content(text, values, start, end, body)


def refuse_bomb(source: str, most: int = _MOST_VALUES) -> None:
    """Refuse YAML that would end the process, or take it minutes, before it is loaded.

    :raises TooMuchError: if it is nested too deeply or has more values than `most`, each alias
        counted as all that it stands for.
    """
    if len(source) < _HARMLESS and "&" not in source:
        return
    sizes: dict[str, int] = {}
    open_: list[tuple[str | None, int]] = []
    size = 0
    for event in yaml.parse(source, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            open_.append((event.anchor, size))
            size += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = open_.pop()
            if anchor:
                sizes[anchor] = size - before
        elif isinstance(event, yaml.AliasEvent):
            # An alias inside its own anchor has no size yet: it never ends.
            size += most + 1 if event.anchor in {a for a, _ in open_} else 1
            size += sizes.get(event.anchor or "", 0)
        elif isinstance(event, yaml.ScalarEvent):
            size += 1
        if size > most or len(open_) > _DEEPEST:
            raise TooMuchError(f"more than {most} values, or nested deeper than {_DEEPEST}")


def load_yaml(source: str) -> Any:
    """Load YAML that is no front matter: a configuration file or a table."""
    refuse_bomb(source, 100_000)
    return yaml.load(source, _PLAIN)  # noqa: S506 - it is the safe one


def lower_keys(value: Any, depth: int = 0) -> Any:
    """Put the keys of nested mappings in lower case; Hugo does not tell them apart."""
    if depth > 12:
        return value
    if isinstance(value, dict):
        return {str(k).lower(): lower_keys(v, depth + 1) for k, v in value.items()}
    return [lower_keys(v, depth + 1) for v in value] if isinstance(value, list) else value


def _yaml(source: str) -> Any:
    refuse_bomb(source)
    return yaml.load(source, _Loader)  # noqa: S506 - it is a safe one


def _salvage(source: str) -> dict[str, Any]:
    """Read what can be read of broken front matter: each top-level line by itself."""
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
    rest = text[body:]
    error = "" if isinstance(values, dict) or values is None else "front matter is not a mapping"
    found = values if isinstance(values, dict) else {}
    return Content(
        {str(k).lower(): v for k, v in found.items()},
        rest,
        text.count("\n", 0, min(body, len(text))) + 1,
        lines,
        error,
        tuple(comments),
    )
