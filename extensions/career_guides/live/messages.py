"""Parse the output of a build into messages, each with its file and line."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from career_guides.diagnostics.place import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Message:
    """A warning or an error.

    :param file: the file as the build names it; '' if it names none
    :param line: line in the file, from 1; 0 if the build names none
    :param level: ``WARNING``, ``ERROR`` or ``NOTE``
    :param text: its text, without the link
    :param link: address of the page that explains it; '' if there is none
    :param page: address of the page that is built from the file, without the host; '' if none is
    """

    file: str
    line: int
    level: str
    text: str
    link: str = ""
    page: str = ""


# Sphinx's format is "file:line: LEVEL: text", without the parts that it does not know.
_START = re.compile(
    r"(?:(?P<file>[^\n]+?):(?:(?P<line>\d+):)? )?"
    r"(?P<level>WARNING|ERROR|SEVERE|CRITICAL): (?P<text>.*)"
)
_NOTE = re.compile(r"(?P<file>[^\n]+?):(?P<line>\d+): NOTE: (?P<text>.* \[guide\.\w+\])")
_LINK = re.compile(r" (https?://\S+)( \[[\w.]+\])?$")


def read(lines: Iterable[str], *, only_notes: bool = False) -> list[Message]:
    """Return the messages in *lines*; other lines continue the message before them.

    :param only_notes: whether other lines belong to no message, as in the report of a build's
        progress
    """
    if only_notes:
        notes = filter(None, map(_NOTE.fullmatch, lines))
        return [_message(note["file"], note["line"], "NOTE", note["text"]) for note in notes]
    found: list[Message] = []
    for line in lines:
        if start := _START.fullmatch(line):
            level = "WARNING" if start["level"] == "WARNING" else "ERROR"
            found.append(_message(start["file"] or "", start["line"], level, start["text"]))
        elif found and line.strip():
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{line}")
    return found


def _message(file: str, line: str | None, level: str, text: str) -> Message:
    link = _LINK.search(text)
    if link:
        text = text[: link.start()] + (link[2] or "")
    return Message(file and shown(file), int(line or 0), level, text, link[1] if link else "")


def from_error(error: BaseException, paths: Iterable[Path]) -> Message:
    """Return the error that ended a build, with its place in the author's files, if any.

    :param paths: the author's files, or folders of them
    """
    tops = [path.resolve() for path in paths]
    text = str(error) or type(error).__name__
    place = ("", 0)
    for cause in _causes(error):
        for file, line in _places(cause):
            if any(Path(file).resolve().is_relative_to(top) for top in tops):
                place = (shown(file), line)
                text = f"{type(cause).__name__}: {cause}"
    return Message(*place, "ERROR", text)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in seen:
        seen.append(cause)
        cause = cause.__cause__ or cause.__context__
    yield from reversed(seen)


def _places(error: BaseException) -> Iterator[tuple[str, int]]:
    """Yield the places of *error*: the lines that ran, then the line that could not be parsed."""
    for frame in traceback.extract_tb(error.__traceback__):
        yield frame.filename, frame.lineno or 0
    # Attributes of Python's SyntaxError and Jinja's TemplateSyntaxError.
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if isinstance(file, str) and isinstance(line, int):
        yield file, line
