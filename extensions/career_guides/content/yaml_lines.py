"""A line of YAML in its parts, and a mistake in one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Mistake(NamedTuple):
    """A mistake in a block of YAML.

    :param line: index of the line in the block, from 0
    :param message: what is wrong and how to write it
    :param instead: the line as it should be; ``''`` if that would be a guess
    """

    line: int
    message: str
    instead: str = ""


class Line(NamedTuple):
    """A line of the form ``key: value`` or ``- value``, divided into its parts."""

    start: str
    value: str

    @classmethod
    def read(cls, text: str) -> Line | None:
        """Return the parts of a line; ``None`` if it has another form."""
        match = _PARTS.match(text)
        return cls(match[1], match[2].rstrip()) if match else None


_PARTS = re.compile(r"([ \t]*(?:- +)*(?:[\"']?[a-z][\w-]*[\"']? *:(?: +|$))?)(.*)$", re.DOTALL)
#: A line with a key.
KEY = re.compile(r"[ \t]*(?:- +)*[\w-]+ *:(?: |$)")


def quoted(text: str) -> str:
    """Return *text* in quotes, as YAML."""
    return json.dumps(text, ensure_ascii=False)


def with_line(number: int, message: str, instead: str) -> Mistake:
    """Return a mistake whose message shows the line as it should be."""
    shown = instead.strip()
    joint = " " if message.endswith("write") else "; write "
    return Mistake(
        number, message if len(shown) > _LONGEST else f"{message}{joint}{shown}", instead
    )


# A longer line would hide the message.
_LONGEST = 160


def around(lines: Sequence[str], place: int) -> list[int]:
    """Return the indexes of the line at *place* and those near it, the likeliest first."""
    near = (place, place - 1, place + 1, place - 2)
    return [number for number in near if 0 <= number < len(lines)]
