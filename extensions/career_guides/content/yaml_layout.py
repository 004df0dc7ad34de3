"""Mistakes in broken YAML: indentation, missing spaces, and lines that do not belong there.

Each pattern looks for one kind of mistake near the line at which the parser gave up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from career_guides.diagnostics.problem import shorten

from .yaml_lines import KEY, Line, Mistake, around, with_line

if TYPE_CHECKING:
    from collections.abc import Sequence


_INVISIBLE = {
    "\u00a0": "no-break space",
    "\u2007": "figure space",
    "\u202f": "narrow no-break space",
    "\u200b": "zero-width space",
    "\u2028": "line separator",
    "\ufeff": "byte order mark",
}
#: A character that looks like a space, or like nothing, and is neither to YAML.
INVISIBLE = re.compile(f"[{''.join(_INVISIBLE)}]")


LEFT_BY_MERGE = (
    "this line was left by a merge of two versions; keep the version that is right and delete the"
    " lines '<<<<<<<', '=======' and '>>>>>>>'"
)


def left_by_merge(lines: Sequence[str], place: int) -> Mistake | None:
    """Find the marks that Git leaves in a file with two versions."""
    for number, line in enumerate(lines[: place + 1]):
        if re.match(r"(<{7}|>{7})( |$)|={7}$", line):
            return Mistake(number, LEFT_BY_MERGE)
    return None


def tab(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a tab in the indentation."""
    for number in around(lines, place):
        indent = re.match(r"[ \t]*", lines[number])
        if indent and "\t" in indent[0]:
            spaces = indent[0].replace("\t", "  ")
            message = "this line is indented with a tab; use two spaces"
            return Mistake(number, message, spaces + lines[number].lstrip())
    return None


def invisible_character(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a space that YAML does not take for one, or a character without width."""
    for number in around(lines, place):
        line = lines[number]
        if found := INVISIBLE.search(line):
            message = (
                f"this line has an invisible character ({_INVISIBLE[found[0]]}), as text copied"
                " from a web page or a document has; type the spaces of this line again"
            )
            instead = re.sub("[\u00a0\u2007\u202f]", " ", line)
            return Mistake(number, message, INVISIBLE.sub("", instead))
    return None


def space_after_colon(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a key without a space after its colon."""
    for number in around(lines, place):
        match = re.match(r"([ \t]*)([a-z_]+):(?=[^\s:/])(.*)$", lines[number])
        if match:
            message = "a space is missing after the colon"
            return with_line(number, message, f"{match[1]}{match[2]}: {match[3]}")
    return None


def space_after_hyphen(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a list item without a space after its hyphen."""
    for number in sorted(around(lines, place)):
        match = re.match(r"([ \t]*)-([^\s-].*)$", lines[number])
        if match:
            message = "a space is missing after the hyphen of this list item"
            return with_line(number, message, f"{match[1]}- {match[2]}")
    return None


def missing_end(lines: Sequence[str], place: int) -> Mistake | None:
    """Find text of the page in the block: the fence found belongs to something further down."""
    for number, line in enumerate(lines[: place + 1]):
        if line.strip() or number == 0:
            continue
        rest = next((text for text in lines[number:] if text.strip()), "")
        if rest and not KEY.match(rest) and not rest.startswith((" ", "-", "#  ")):
            return Mistake(number, "the line '---' that ends the front matter is missing here")
    return None


def indentation(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a line that is indented differently from those beside it."""
    before = next((text for text in reversed(lines[:place]) if text.strip()), "")
    own, other = _indent(lines[place]), _indent(before)
    if not place or own == other or not KEY.match(lines[place]):
        return None
    parts = Line.read(before)
    if own > other and parts and not parts.value:
        return None  # it is inside the key above it
    words = "more" if own > other else "fewer"
    number = abs(own - other)
    spaces = f"{number} space{'' if number == 1 else 's'} {words}"
    if own > other and number > 1 and other == 0:
        message = f"this line is indented by {number} spaces, but nothing above it contains it"
    else:
        message = f"this line is indented by {spaces} than the lines beside it"
    return Mistake(place, message, " " * other + lines[place].lstrip() if number == 1 else "")


def no_key(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a line that is neither a key nor part of one."""
    for number in sorted(around(lines, place)):
        line = lines[number]
        if line.strip() and not line.startswith((" ", "-", "#", "]", "}")) and ":" not in line:
            message = f"{shorten(line)} is no line of the form 'key: value'"
            return Mistake(number, message)
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
