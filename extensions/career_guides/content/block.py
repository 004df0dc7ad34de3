"""Find the front matter of a page, also where one of its two lines ``---`` is wrong or missing.

A block without its lines would show as text on the page. It is recognised by its keys, reported,
and read all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from career_guides.diagnostics.problem import shorten

from .schema import KEYS

if TYPE_CHECKING:
    from collections.abc import Sequence


class Block(NamedTuple):
    """The lines of a page that its front matter takes.

    :param first: index of its first line of YAML, from 0
    :param last: index of the line after its last line of YAML
    :param end: number of lines that the block takes, both fences and anything before them included
    :param line: number of the line with a mistake, from 1
    :param message: the mistake; ``''`` if there is none
    """

    first: int = 0
    last: int = 0
    end: int = 0
    line: int = 1
    message: str = ""


# What MyST, or a word processor that corrects hyphens, makes of '---'.
_NEARLY_A_FENCE = re.compile(r"[ \t]*(---(-+|[ \t]*\w+)|[-–—−_]*[–—−_][-–—−_]*|--)[ \t]*$")
_WRAPPER = re.compile(r"(`{3,}|~{3,})[ \t]*\w*[ \t]*$")
_KEY = re.compile(r"[ \t]*[\"']?(\w[\w-]*)[\"']?[ \t]*:([ \t]|$)")
_INSIDE = re.compile(r"[ \t\u00a0]+\S|-[ \t]|[ \t]*#|[\]}]")


def is_fence(line: str) -> bool:
    """Return whether *line* begins or ends front matter."""
    return line.rstrip() == "---"


def split_lines(text: str) -> list[str]:
    """Return the lines of a source file. YAML, editors and Sphinx do not end one at a form feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def find_block(lines: Sequence[str]) -> Block:
    """Return the front matter in *lines*, all lines of a page."""
    if is_fence(lines[0]):
        return _opened(lines)
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    first, following = lines[start], (*lines, "")[start + 1]
    if first.rstrip() == "+++":
        message = "TOML front matter ('+++') is not read; write YAML between lines '---'"
        return Block(line=start + 1, message=message)
    if _WRAPPER.match(first) and is_fence(following):
        message = f"remove the line {shorten(first)}, and the one that closes it at the end"
        return _ended(lines, start + 2, start + 1, message)
    if _is_ours(first):
        return _without_start(lines, start)
    return _wrongly_opened(lines, start) if _is_ours(following) else Block()


def _wrongly_opened(lines: Sequence[str], start: int) -> Block:
    first = lines[start]
    if is_fence(first.lstrip()):
        message = "the line '---' must begin in the first column; remove the space before it"
        if start:
            lines_above = "line" if start == 1 else "lines"
            message = (
                "front matter must begin on the first line of the file; remove the empty"
                f" {lines_above} above it"
            )
        return _ended(lines, start + 1, 1, message)
    if _NEARLY_A_FENCE.match(first):
        message = f"the line before the front matter must be '---' alone, not {shorten(first)}"
        return _ended(lines, start + 1, start + 1, message)
    return Block()


def _opened(lines: Sequence[str]) -> Block:
    end = next((n for n, line in enumerate(lines) if n and is_fence(line)), 0)
    if end:
        return Block(1, end, end + 1)
    if len(lines) < 2 or not _KEY.match(lines[1]):
        return Block()  # a thematic break, not front matter
    end = _end_of_keys(lines, 1)
    if end < len(lines) and _NEARLY_A_FENCE.match(lines[end]):
        message = f"the line after the front matter must be '---' alone, not {shorten(lines[end])}"
        return Block(1, end, end + 1, end + 1, message)
    message = "the front matter opens with '---' here but no line '---' closes it"
    return Block(1, end, end, 1, message)


def _ended(lines: Sequence[str], first: int, line: int, message: str) -> Block:
    """Return a block whose YAML begins at *first*, with the mistake before it."""
    end = next((n for n in range(first, len(lines)) if is_fence(lines[n].lstrip())), 0)
    if end:
        return Block(first, end, end + 1, line, message)
    end = _end_of_keys(lines, first)
    closed = end < len(lines) and bool(_NEARLY_A_FENCE.match(lines[end]))
    return Block(first, end, end + closed, line, message)


def _without_start(lines: Sequence[str], start: int) -> Block:
    end = _end_of_keys(lines, start)
    message = "the first line of the file must be '---'; it is missing above the front matter"
    if end < len(lines) and (is_fence(lines[end]) or _NEARLY_A_FENCE.match(lines[end])):
        return Block(start, end, end + 1, 1, message)
    if end - start > 1:
        message = "front matter needs a line '---' above and below it"
        return Block(start, end, end, 1, message)
    return Block()


def _end_of_keys(lines: Sequence[str], first: int) -> int:
    """Return the index of the first line from *first* on that cannot belong to front matter."""
    for number in range(first, len(lines)):
        line = lines[number]
        if line.startswith("# ") and not _KEY.match((*lines, "")[number + 1]):
            return number  # a heading, not a comment
        if not _KEY.match(line) and not _INSIDE.match(line):
            return number
    return len(lines)


def _is_ours(line: str) -> bool:
    match = _KEY.match(line)
    return bool(match and match[1].casefold() in KEYS)
