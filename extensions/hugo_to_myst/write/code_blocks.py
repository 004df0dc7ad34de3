"""Code blocks: the language and options of Hugo's fences as MyST has them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pygments.lexers import get_lexer_by_name
from pygments.token import Error
from pygments.util import ClassNotFound

if TYPE_CHECKING:
    from pygments.lexer import Lexer

    from hugo_to_myst.findings import PageLog


_INFO = re.compile(r"\s*([^\s{,]*)\s*,?\s*(?:\{(.*)\})?\s*$", re.S)
_PAIR = re.compile(r"([\w-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|\[[^\]]*\]|[^\s,]+)")
#: Longer code, in characters, is not checked; Pygments takes about a second for a megabyte.
_MAX_CHECKED = 50_000


def code_fence(info: str, text: str, line: int, log: PageLog) -> tuple[str, list[str]]:
    """Return what follows the backticks, and the option lines of a `code-block`.

    Sphinx warns about a language that Pygments does not know, or in which the text has errors;
    such a block is written as plain text.

    :param info: what followed the backticks in Hugo.
    """
    found = _INFO.match(info)
    language, extra = (found[1], found[2] or "") if found else (info.split(maxsplit=1)[0], "")
    rest = _PAIR.sub("", extra) if found else info.split(maxsplit=1)[1:2]
    if left := "".join(rest).strip(" ,"):
        log("code", line, f"```{info.strip()}", f"dropped: {left}")
    language = re.sub(r"[^\w.+#-]", "", language)
    if language and not _fits(language, text):
        log("code", line, f"```{language}", "text: Pygments does not know it, or finds errors")
        language = ""
    options = _options(dict(_PAIR.findall(extra)), 1 + text.count("\n"), line, log)
    if options:
        return f"{{code-block}} {language or 'text'}", [*options, ""]
    return language or "text", []


def _options(given: dict[str, str], length: int, line: int, log: PageLog) -> list[str]:
    values = {k.lower(): v.strip("\"'[]") for k, v in given.items()}
    options = []
    if values.pop("linenos", "false").lower() not in ("false", "0"):
        options.append(":linenos:")
    start = values.pop("linenostart", "")
    if start.isascii() and start.isdigit():
        options.append(f":lineno-start: {start}")
    ranges = re.findall(r"\d+(?:-\d+)?", values.pop("hl_lines", ""))
    lines = [part for part in (_clipped(lines, length) for lines in ranges) if part]
    if lines != ranges:
        was, new = ",".join(ranges), ",".join(lines) or "none"
        log("code", line, f"hl_lines={was}", f"{new}: the code has {length} lines")
    if lines:
        options.append(f":emphasize-lines: {','.join(lines)}")
    for name in ("title", "filename", "caption", "name"):
        if text := values.pop(name, ""):
            options.append(f":caption: {' '.join(text.split())}")
            break
    if values:
        left = ", ".join(f"{k}={v}" for k, v in values.items())
        log("code", line, left, "dropped: a setting of Hugo's highlighter")
    return options


def _clipped(lines: str, length: int) -> str:
    """Cut a range of lines to those that the code has; return an empty one if it has none."""
    first, dash, last = lines.partition("-")
    start, end = max(int(first), 1), min(int(last or first), length)
    if start > end:
        return ""
    return f"{start}-{end}" if dash and start != end else str(start)


@lru_cache(maxsize=256)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


def _fits(language: str, text: str) -> bool:
    """Return whether Pygments finds no error in a text in a language."""
    lexer = _lexer(language)
    if lexer is None or len(text) > _MAX_CHECKED:
        return lexer is not None
    return all(kind is not Error for kind, _ in lexer.get_tokens(text))
