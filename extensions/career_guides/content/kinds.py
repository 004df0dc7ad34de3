"""Kinds of values in front matter and settings: what each accepts, and the JSON Schema of that.

A library for models would do this, too, but takes longer to load than an editor waits for an
answer while its author types: see "An editor's check" in the design notes.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

#: Keys and indexes that lead to a value.
Path = tuple[str | int, ...]

# Characters that no output file may contain: XML 1.0, section 2.2; surrogates are not text at all.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Non-empty text without CONTROL characters, for editors, which match UTF-16: there a surrogate is
# half of an emoji.
_VISIBLE = r"^(?=[\s\S]*\S)[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]*$"


class Fault(NamedTuple):
    """A value that is not accepted.

    :param path: where it is
    :param kind: ``text``, ``flag``, ``whole``, ``day``, ``list`` or ``mapping`` if it is none;
        ``missing`` if it is not there; ``unknown`` if its key has no meaning; else ``value``
    :param given: the value; for a missing one, the mapping that lacks it
    :param message: for ``value``, what is not right with it
    """

    path: Path
    kind: str
    given: Any
    message: str = ""


class Kind(Protocol):
    """A kind of values."""

    def read(self, value: Any, path: Path, faults: list[Fault]) -> Any:
        """Return *value* in the form that the models have; add to *faults* if it is invalid."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the values that are accepted."""


class Text(NamedTuple):
    """A text.

    :param limit: the most characters of a text that is put on one line; 0 if its pattern limits it
    :param pattern: a regular expression that it has to match
    :param expected: what such a text is, in an author's words
    :param other: what else the JSON Schema says
    """

    limit: int = 300
    pattern: str = ""
    expected: str = ""
    other: tuple[tuple[str, Any], ...] = ()

    def read(self, value: Any, path: Path, faults: list[Fault]) -> Any:
        if not isinstance(value, str):
            faults.append(Fault(path, "text", value))
            return None
        given = value
        if self.limit:
            if message := self._not_a_line(value):
                faults.append(Fault(path, "value", given, message))
                return None
            value = " ".join(value.split())
        if self.pattern and not re.fullmatch(self.pattern, value):
            faults.append(Fault(path, "value", given, f"expected {self.expected}"))
        return value

    def _not_a_line(self, value: str) -> str:
        if CONTROL.search(value):
            return "has a control character"
        if not value.strip():
            return "is empty"
        if len(value) > self.limit:
            return f"has {len(value):,} characters; at most {self.limit:,} are allowed"
        return ""

    def schema(self) -> dict[str, Any]:
        found: dict[str, Any] = {"type": "string"}
        if self.limit:
            found |= {"maxLength": self.limit, "allOf": [{"pattern": _VISIBLE}]}
        if self.pattern:
            message = f"expected {self.expected}"
            found |= {"pattern": f"^(?:{self.pattern})$", "patternErrorMessage": message}
        return found | dict(self.other)


class Flag(NamedTuple):
    """True or false."""

    def read(self, value: Any, path: Path, faults: list[Fault]) -> Any:
        if not isinstance(value, bool):
            faults.append(Fault(path, "flag", value))
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class Whole(NamedTuple):
    """A whole number."""

    least: int
    most: int

    def read(self, value: Any, path: Path, faults: list[Fault]) -> Any:
        if not isinstance(value, int) or isinstance(value, bool):
            faults.append(Fault(path, "whole", value))
        elif value < self.least:
            message = f"expected a number greater than or equal to {self.least}"
            faults.append(Fault(path, "value", value, message))
        elif value > self.most:
            message = f"expected a number less than or equal to {self.most}"
            faults.append(Fault(path, "value", value, message))
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Day(NamedTuple):
    """A date. It may be in quotes; YAML leaves a date that does not exist as text."""

    def read(self, value: Any, path: Path, faults: list[Fault]) -> Any:
        if isinstance(value, str):
            try:
                if len(value) == len("2026-11-22"):  # not the other forms of ISO 8601
                    return date.fromisoformat(value)
            except ValueError:
                pass
            message = "expected a date of the form 2026-11-22"
            faults.append(Fault(path, "value", value, message))
        elif not isinstance(value, date) or isinstance(value, datetime):
            faults.append(Fault(path, "day", value))
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


class Items(NamedTuple):
    """A list.

    :param kind: that of its items
    :param alone: types of values that may be given without a list, if there is only one item
    :param most: the most items; 0 if there is no limit
    """

    kind: Kind
    alone: tuple[type, ...] = ()
    most: int = 0

    def read(self, value: Any, path: Path, faults: list[Fault]) -> Any:
        value = [value] if isinstance(value, self.alone) else value
        if not isinstance(value, list):
            faults.append(Fault(path, "list", value))
            return None
        before = len(faults)
        found = [self.kind.read(item, (*path, index), faults) for index, item in enumerate(value)]
        # Invalid items are removed first, and may be those that were too many.
        if self.most and len(value) > self.most and len(faults) == before:
            message = f"has {len(value):,} items; at most {self.most:,} are allowed"
            faults.append(Fault(path, "value", value, message))
        return found

    def schema(self) -> dict[str, Any]:
        item = self.kind.schema()
        found: dict[str, Any] = {"type": "array", "items": item}
        if self.most:
            found["maxItems"] = self.most
        return {"anyOf": [*item.get("anyOf", [item]), found]} if self.alone else found


class Short(NamedTuple):
    """A kind of mappings that a text can stand for.

    :param whole: the mapping
    :param expand: returns the mapping that a text stands for
    :param texts: the kinds of those texts
    """

    whole: Kind
    expand: Callable[[str], dict[str, Any]]
    texts: tuple[Text, ...]

    def read(self, value: Any, path: Path, faults: list[Fault]) -> Any:
        whole = self.expand(value) if isinstance(value, str) else value
        return self.whole.read(whole, path, faults)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [*(text.schema() for text in self.texts), self.whole.schema()]}
