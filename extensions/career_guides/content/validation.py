"""Validate front matter against the model, with one message for each mistake.

Invalid values are removed and the rest is kept, so that one bad key never costs the good ones.
"""

from __future__ import annotations

import copy
import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from career_guides.diagnostics.problem import Problem, kind, shorten
from career_guides.diagnostics.suggestions import suggest

from .frontmatter import line_of
from .html_meta import other_descriptions
from .schema import FOREIGN_KEYS, KEYS, Defaults, Figure, Guide, Link, Source

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from pydantic_core import ErrorDetails

    from .frontmatter import Lines


# Pydantic's type of an error -> what was expected, in an author's words.
_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "list_type": "a list",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "dict_type": "a mapping",
    "date_type": "a date of the form 2026-11-22",
}
_EXPECTED_FOR: dict[tuple[str, str], str] = {
    ("figure", "model_type"): "the path of an image, or a mapping with 'image' and 'alt'",
    ("next", "list_type"): "a guide, {to, label}, or a list of them",
    ("next", "model_type"): "a guide, or {to, label}",
    ("prev", "list_type"): "a guide, {to, label}, or a list of them",
    ("prev", "model_type"): "a guide, or {to, label}",
    ("authors", "list_type"): "text or a list of texts",
    ("occupation", "list_type"): "a SOC code in quotes, or a list of them",
    ("sources", "model_type"): "an address, a title, or {title, url}",
}

#: Keys of a figure that are no keys of a page.
OF_FIGURE = Figure.model_fields.keys() - {*KEYS}
_SHORT = 80


def validate(
    values: Mapping[str, Any], lines: Lines, docname: str, extra_keys: Iterable[str] = ()
) -> tuple[dict[str, Any], Lines, list[Problem]]:
    """Return the valid part of *values*, its line numbers, and the problems with the rest.

    :param values: the front matter as read
    :param lines: line number of each value
    :param docname: the page to name in problems
    :param extra_keys: further keys, which are accepted unchecked
    :returns: values that :class:`~career_guides.content.schema.Guide` accepts, apart from a missing
        ``title``; their line numbers; and the problems in the order of their lines
    """
    check = _Check(docname, lines)
    accepted = FOREIGN_KEYS.union(extra_keys)
    good: dict[str, Any] = {}
    values = check.lower_case(values, accepted)
    values = check.moved_into_figure(values, accepted)
    for key, value in values.items():
        if key in KEYS and value is not None and value != "":
            good[key] = value
        elif key not in KEYS and key not in accepted:
            known = [*KEYS, *sorted(accepted)]
            check.add(
                (key,), "unknown_key", f"unknown front-matter key '{key}'{suggest(key, known)}"
            )
    for path, message in other_descriptions(values):
        check.add(path, "duplicate_key", message)
    if "cascade" in good and docname.rpartition("/")[2] != "index":
        check.add(("cascade",), "value", "'cascade' counts in a folder's index.md only")
        del good["cascade"]
    good = check.strip(good)
    return good, check.lines, sorted(check.problems)


class _Check:
    def __init__(self, docname: str, lines: Lines) -> None:
        self.docname = docname
        self.lines = lines
        self.problems: list[Problem] = []
        self.bad: set[tuple[str | int, ...]] = set()

    def add(self, path: tuple[str | int, ...], subtype: str, message: str) -> None:
        self.problems.append(Problem(self.docname, line_of(self.lines, path), subtype, message))

    def lower_case(self, values: Mapping[str, Any], accepted: Container[str]) -> Mapping[str, Any]:
        """Return *values* with ``Title`` as ``title``, and report such keys."""
        found = {}
        for key, value in values.items():
            lower = key.lower()
            if key in accepted or key in KEYS or lower not in KEYS or lower in values:
                found[key] = value
                continue
            message = f"write the key {shorten(key)} in lower case: '{lower}'"
            self.add((key,), "unknown_key", message)
            found[lower] = value
            self._move((key,), (lower,))
        return found

    def moved_into_figure(
        self, values: Mapping[str, Any], accepted: Container[str]
    ) -> Mapping[str, Any]:
        """Return *values* with the keys that belong to an empty ``figure`` above them in it."""
        keys = list(values)
        if "figure" not in keys or values["figure"] not in (None, ""):
            return values
        after = keys[keys.index("figure") + 1 :]
        inside = [*takewhile(lambda key: key in OF_FIGURE and key not in accepted, after)]
        if not inside:
            return values
        first, *others = (f"'{key}'" for key in inside)
        also = f" (also {', '.join(others)})" if others else ""
        message = f"{first} belongs under 'figure': indent it by two spaces{also}"
        self.add((inside[0],), "unknown_key", message)
        for key in inside:
            self._move((key,), ("figure", key))
        rest = {key: value for key, value in values.items() if key not in inside}
        return {**rest, "figure": {key: values[key] for key in inside}}

    def _move(self, old: tuple[str, ...], new: tuple[str, ...]) -> None:
        """Give the values below *new* the lines of those below *old*."""
        moved = {(*new, *path[1:]) if path[:1] == old else path: line
                 for path, line in self.lines.items()}  # fmt: skip
        self.lines = moved

    def strip(self, good: dict[str, Any]) -> dict[str, Any]:
        """Remove invalid values from *good* until the model accepts the rest."""
        whole = good
        while True:
            try:
                Guide.model_validate({"title": "…", **good})
            except ValidationError as error:
                if good is whole:
                    good = copy.deepcopy(whole)
                bad = set()
                for detail in error.errors(include_url=False):
                    path = detail["loc"]
                    self._report(path, detail)
                    # A mapping that lacks a required key is removed as a whole.
                    bad.add(_existing(good, path[:-1] if detail["type"] == "missing" else path))
                for path in sorted(bad, key=_last_first, reverse=True):
                    _remove(good, path)
                    self.lines = _without(self.lines, path)
                continue
            return good

    def _report(self, path: tuple[str | int, ...], detail: ErrorDetails) -> None:
        found, name = detail["type"], _name(path)
        below = any(len(bad) > len(path) and bad[: len(path)] == path for bad in self.bad)
        if (found == "missing" and path in self.bad) or (found == "value" and below):
            return  # the missing value was there, but invalid, and has been reported
        self.bad.add(path)
        if found == "missing":
            message = f"'{_name(path[:-1])}' lacks the required key '{path[-1]}'"
            self.add(path[:-1], "missing", message)
        elif found == "extra_forbidden":
            known = _known(path)
            message = (
                f"unknown key '{path[-1]}' in '{_name(path[:-1])}'{suggest(str(path[-1]), known)}"
            )
            self.add(path, "unknown_key", f"{message} (keys: {', '.join(known)})")
        elif found in _EXPECTED:
            expected = _EXPECTED_FOR.get((name, found), _EXPECTED[found])
            given = kind(detail["input"]) + _tip(name, found, detail["input"])
            self.add(path, "type", f"'{name}': expected {expected}, got {given}")
        else:
            message = detail["msg"].replace("Input should be", "expected a number")
            given = "" if message.startswith("has ") else f", got {kind(detail['input'])}"
            self.add(path, "value", f"'{name}': {message}{given}")


def _tip(name: str, found: str, given: object) -> str:
    """Return how to write a value of the wrong type, if that is plain."""
    if name == "occupation" and (code := re.fullmatch(r"(\d\d)(\d{4})", str(given))):
        return f"; write {code[1]}-{code[2]}"
    if found == "list_type" and isinstance(given, str) and len(given) <= _SHORT:
        items = re.split(r"(?:^|\s)-(?=\S)", given)[1:] if given.startswith("-") else []
        if items:
            return "; write a space after each hyphen"
        return f"; write [{given}]" if re.fullmatch(r"[\w ,./-]+", given) else ""
    scalar = isinstance(given, bool | int | float) or type(given).__name__ in {"date", "datetime"}
    return "; put it in quotes" if found == "string_type" and scalar else ""


def _name(path: tuple[str | int, ...]) -> str:
    """Return *path* as a name that authors understand: ``figure.alt``, ``next``."""
    return ".".join(str(part) for part in path if isinstance(part, str))


def _known(path: tuple[str | int, ...]) -> list[str]:
    models: dict[str, type[BaseModel]] = {
        "figure": Figure,
        "next": Link,
        "prev": Link,
        "sources": Source,
        "cascade": Defaults,
    }
    names = [part for part in path[:-1] if isinstance(part, str)]
    return list(models[names[-1]].model_fields)


def _existing(values: Any, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the part of *path* that exists; a short form has no values of its own below it."""
    for depth, part in enumerate(path):
        known = values if isinstance(values, dict) else ()
        if part not in known and not (isinstance(values, list) and isinstance(part, int)):
            return path[:depth]
        values = values[part]
    return path


def _last_first(path: tuple[str | int, ...]) -> list[tuple[str, int]]:
    """Sort indexes as numbers, so that removing in reverse order does not shift the others."""
    return [(part, 0) if isinstance(part, str) else ("", part) for part in path]


def _without(lines: Lines, path: tuple[str | int, ...]) -> Lines:
    """Return *lines* with the items after a removed list item moved up by one."""
    index, depth = path[-1], len(path) - 1
    if not isinstance(index, int):
        return lines
    moved: Lines = {}
    for key, line in lines.items():
        item = key[depth] if len(key) > depth and key[:depth] == path[:depth] else None
        if isinstance(item, int) and item > index:
            moved[(*key[:depth], item - 1, *key[depth + 1 :])] = line
        elif item != index:
            moved[key] = line
    return moved


def _remove(values: Any, path: tuple[str | int, ...]) -> None:
    for part in path[:-1]:
        values = values[part]
    del values[path[-1]]
