"""Output formats of ``career-guides check``: for people, GitHub and programs."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from career_guides.diagnostics.log import place, shown
from career_guides.diagnostics.problem import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


class Line(NamedTuple):
    """A finding as it is printed.

    :param level: ``WARNING``, ``NOTE``, or ``FIXED`` for what has been fixed
    """

    file: Path
    line: int
    level: str
    message: str
    subtype: str


def as_text(lines: Sequence[Line], guides: int) -> str:
    """Return a line for each finding, in the words of the build, and a summary."""
    found = [
        f"{place(line.file, line.line)}: {line.level}: {line.message} [guide.{line.subtype}]"
        for line in lines
    ]
    return "\n".join([*found, _summary(lines, guides)]) + "\n"


def _summary(lines: Sequence[Line], guides: int) -> str:
    number = Counter(line.level for line in lines)
    parts = [counted(guides, "guide"), counted(number["WARNING"], "problem")]
    if number["NOTE"]:
        parts.append(counted(number["NOTE"], "note"))
    if number["FIXED"]:
        parts.append(f"{number['FIXED']} fixed")
    return ", ".join(parts)


_COMMANDS = {"WARNING": "error", "NOTE": "notice", "FIXED": "notice"}


def as_github(lines: Sequence[Line], guides: int) -> str:
    """Return workflow commands, which GitHub shows beside the lines of a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    found = []
    for line in lines:
        file = _escaped(_path(line.file), ":,")
        title = _escaped(f"guide.{line.subtype}", ":,")
        command = f"::{_COMMANDS[line.level]} file={file},line={line.line},title={title}"
        found.append(f"{command}::{_escaped(line.message)}")
    return "\n".join([*found, _summary(lines, guides)]) + "\n"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _path(file: Path) -> str:
    return shown(file).replace("\\", "/")


def as_json(lines: Sequence[Line], guides: int) -> str:
    """Return all findings as one JSON object."""
    found = [
        {
            "file": _path(line.file),
            "line": line.line,
            "level": {"WARNING": "problem", "NOTE": "note", "FIXED": "fixed"}[line.level],
            "subtype": line.subtype,
            "message": line.message,
        }
        for line in lines
    ]
    return json.dumps({"guides": guides, "findings": found}, indent=2, ensure_ascii=False) + "\n"


FORMATS: dict[str, Callable[[Sequence[Line], int], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
