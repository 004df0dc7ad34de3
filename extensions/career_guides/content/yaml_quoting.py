"""Mistakes in broken YAML: quotes, brackets, and text that needs quotes.

Each pattern looks for one kind of mistake near the line at which the parser gave up.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from .yaml_lines import KEY, Line, Mistake, quoted, with_line

if TYPE_CHECKING:
    from collections.abc import Sequence


_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_CURLY = "[\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb]"
_STRAIGHT = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"') | dict.fromkeys("\u2018\u2019\u201a", "'")
)


def curly_quotes(lines: Sequence[str], place: int) -> Mistake | None:
    """Find curly quotes in place of straight ones."""
    for number, line in enumerate(lines[: place + 1]):
        parts = Line.read(line)
        if parts is None or not re.match(f"[\\[{{]? *{_CURLY}", parts.value):
            continue
        if not parts.value.startswith(("[", "{")) and number != place:
            continue  # plain text, which YAML reads
        straight = line.translate(_STRAIGHT)
        message = f"curly quotes do not work here; write straight ones: {straight.strip()}"
        opened = _unclosed_bracket(parts.value)
        if opened:
            message = (
                "curly quotes do not work here; write straight ones (\" or '); the"
                f" {'list' if opened == ']' else 'mapping'} is not closed with '{opened}' either"
            )
        return Mistake(number, message, straight + opened)
    return None


def text_after_quote(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a quote inside a quoted text, which ends it."""
    for number in range(place, max(place - 2, -1), -1):
        parts = Line.read(lines[number])
        if parts is None or parts.value[:1] not in {'"', "'"}:
            continue
        whole = _DOUBLE if parts.value[0] == '"' else _SINGLE
        match = whole.match(parts.value)
        rest = parts.value[match.end() :] if match else ""
        if match and rest.strip() and not rest.lstrip().startswith("#"):
            inside = parts.value
            if inside[-1] == inside[0]:
                inside = inside[1:-1]
            message = "the quotes end before the text does; write"
            return with_line(number, message, parts.start + quoted(inside.replace("''", "'")))
    return None


def backslash(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a backslash in double quotes, where it begins an escape sequence."""
    parts = Line.read(lines[place])
    if parts and re.match(r'"[^"]*\\', parts.value):
        message = "a backslash means something special in double quotes"
        instead = parts.start + parts.value.replace("\\", "/")
        return with_line(place, message, instead)
    return None


def open_quote(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a quote that is not closed on its line, which YAML notices at the next quote."""
    for number, line in enumerate(lines[: place + 1]):
        parts = Line.read(line)
        if parts is None or parts.value[:1] not in {'"', "'"}:
            continue
        whole = _DOUBLE if parts.value[0] == '"' else _SINGLE
        if not whole.match(parts.value):
            mark = parts.value[0]
            message = f"the quote that opens here is never closed; end the text with {mark}"
            return Mistake(number, message, line.rstrip() + mark)
    return None


def open_bracket(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a list or mapping in brackets that is not closed."""
    for number, line in enumerate(lines[: place + 1]):
        parts = Line.read(line)
        if parts is None or parts.value[:1] not in {"[", "{"}:
            continue
        inside = takewhile(lambda text: not KEY.match(text), lines[number + 1 :])
        more = " ".join(text for text in inside if text.strip())
        if closing := _unclosed_bracket(f"{parts.value} {more}"):
            name = "list" if closing[-1] == "]" else "mapping"
            message = f"the {name} that opens here is never closed; end it with '{closing}'"
            return Mistake(number, message, "" if more else line.rstrip() + closing)
    return None


def text_after_bracket(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a text that begins like a list or mapping."""
    parts = Line.read(lines[place])
    if parts and re.match(r"\[[^\]]*\]\s*[^\s#,\]]|\{[^}]*\}\s*[^\s#,}]", parts.value):
        message = f"a text that begins with '{parts.value[0]}' needs quotes"
        return with_line(place, message, parts.start + quoted(parts.value))
    return None


def special_start(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a text that begins with a character that has a meaning in YAML."""
    for number in range(place, max(place - 2, -1), -1):
        parts = Line.read(lines[number])
        if parts and parts.start.strip() and re.match(r"[*&!%@`]|[|>] *[^\s|>+-]", parts.value):
            message = f"a text that begins with '{parts.value[0]}' needs quotes"
            return with_line(number, message, parts.start + quoted(parts.value))
    return None


def colon_in_text(lines: Sequence[str], place: int) -> Mistake | None:
    """Find a text with a colon and a space in it."""
    parts = Line.read(lines[place])
    if parts and parts.start.strip() and re.search(r":( |$)", parts.value):
        if parts.value[0] in "\"'[{":
            return None
        message = "a text with ': ' in it needs quotes"
        return with_line(place, message, parts.start + quoted(parts.value))
    return None


def _unclosed_bracket(value: str) -> str:
    """Return the bracket that closes *value*; ``''`` if all of its brackets are closed."""
    text = _SINGLE.sub("", _DOUBLE.sub("", value))
    stack = []
    for letter in text:
        if letter in "[{":
            stack.append("]" if letter == "[" else "}")
        elif stack and letter == stack[-1]:
            stack.pop()
    return "".join(reversed(stack))
