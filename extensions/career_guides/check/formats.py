"""Output formats of ``career-guides check``: for people, GitHub and programs."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from career_guides.diagnostics.place import place, shown
from career_guides.diagnostics.problem import SUBTYPES, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path


class Line(NamedTuple):
    """A finding as it is printed.

    :param level: ``WARNING``, ``NOTE``, or ``FIXED`` for what has been fixed
    :param column: of what the message is about, from 1; 0 if that is not known
    :param end: column after its last character
    """

    file: Path
    line: int
    level: str
    message: str
    subtype: str
    column: int = 0
    end: int = 0


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


def with_columns(lines: Iterable[Line], texts: Mapping[Path, str]) -> list[Line]:
    """Return *lines* with the columns of the word in the source that the message quotes.

    :param texts: file -> its text, where that is not the one on disk
    """
    known: dict[Path, list[str]] = {file: text.split("\n") for file, text in texts.items()}
    found = []
    for line in lines:
        if line.file not in known:
            try:
                text = line.file.read_text(encoding="utf-8-sig", errors="replace")
            except OSError:
                text = ""
            known[line.file] = text.split("\n") if line.file.suffix in {".md", ".rst"} else []
        rows = known[line.file]
        row = rows[line.line - 1].rstrip("\r") if line.line <= len(rows) else ""
        start, end = columns_of(row, line.message)
        found.append(line._replace(column=start, end=end))
    return found


def columns_of(row: str, message: str) -> tuple[int, int]:
    """Return the first column of what *message* is about in a line, and the one after it.

    That is the longest text that the message quotes and the line has, or the whole line.
    """
    quoted = re.findall(r"'([^']+)'", message.partition("; did you mean")[0])
    tails = [text.rpartition("/")[2] for text in quoted]
    present = [text for text in (*quoted, *tails) if text and text in row]
    if not present:
        indent = len(row) - len(row.lstrip())
        return indent + 1, max(len(row.rstrip()), indent + 1) + 1
    text = max(present, key=len)
    start = row.index(text) + 1
    return start, start + len(text)


def as_gcc(lines: Sequence[Line], guides: int) -> str:
    """Return a line for each finding in the form of GCC, which most editors can read."""
    levels = {"WARNING": "warning", "NOTE": "note", "FIXED": "note"}
    found = [
        f"{shown(line.file)}:{line.line}:{line.column or 1}: {levels[line.level]}: {line.message}"
        f" [guide.{line.subtype}]"
        for line in lines
    ]
    return "\n".join([*found, _summary(lines, guides)]) + "\n"


def as_sarif(lines: Sequence[Line], guides: int) -> str:
    """Return all findings in SARIF 2.1.0, which GitHub, reviewdog and editors read.

    https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    """
    subtypes = sorted({line.subtype for line in lines})
    rules = [
        {"id": f"guide.{name}", "shortDescription": {"text": SUBTYPES[name]}} for name in subtypes
    ]
    results = [
        {
            "ruleId": f"guide.{line.subtype}",
            "ruleIndex": subtypes.index(line.subtype),
            "level": {"WARNING": "warning", "NOTE": "note", "FIXED": "none"}[line.level],
            "message": {"text": line.message},
            "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": quote(_path(line.file))},
                "region": _region(line),
            }}],
        }
        for line in lines
    ]  # fmt: skip
    # It takes long to load, and an editor asks for another format.
    from importlib.metadata import version  # noqa: PLC0415

    driver = {"name": "career-guides", "version": version("career-guides"), "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


_SARIF = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def _region(line: Line) -> dict[str, int]:
    if not line.column:
        return {"startLine": line.line}
    return {"startLine": line.line, "startColumn": line.column, "endColumn": line.end}


#: Formats that show columns.
NEED_COLUMNS = {"sarif", "gcc"}
FORMATS: dict[str, Callable[[Sequence[Line], int], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
    "gcc": as_gcc,
}
