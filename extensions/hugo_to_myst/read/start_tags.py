"""Fix start tags before an HTML parser drops what they say, and add the line of each.

An HTML5 parser keeps the first of two equal attributes and ends a value at its quote; people wrote
`alt='alt'; alt='rocketship'` and `alt='warrior's spear'`. Only the source shows what was meant, so
it is fixed here; everything else about HTML is left to the parser.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from .html_tree import LINE, PREFIX

if TYPE_CHECKING:
    from hugo_to_myst.findings import PageLog


_START = re.compile(r"<([a-zA-Z][^\s/><\"'=]*)(?=[\s/>])")
_SKIP = re.compile(
    r"<!--(?!-?>).*?(?:-->|\Z)|<(script|style|textarea|title)\b.*?(?:</\1\s*>|\Z)", re.S | re.I
)
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?P<name>[^\s/>=][^\s/>=]*)
        (?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|(?P<open>["'])|[^\s>"'][^\s>]*|(?=>)))?""",
    re.X,
)
_NAME = re.compile(r"[a-z_@:*#(\[][\w.:@()\[\]*#-]*")
_END = re.compile(r"[\s/]*>")
_REST = re.compile(r"""([^\s"'>]*)["']?""")
_OVERRUN = re.compile(r"\s([a-zA-Z-]+)\s*=\s*$")
#: Values that say nothing: placeholders that editors insert and nobody replaced.
_MEANINGLESS = {"", "alt", "image", "img", "title", "todo"}


def fix_start_tags(text: str, line: int, log: PageLog) -> str:
    """Rewrite the start tags in a piece of HTML.

    :param line: the line of its first character.
    """
    out: list[str] = []
    at = counted = 0
    here = line
    while (begin := text.find("<", at)) >= 0:
        out.append(text[at:begin])
        here += text.count("\n", counted, begin)
        counted = begin
        if skip := _SKIP.match(text, begin):
            at = skip.end() if skip[1] is None else begin + 1
            if skip[1]:
                tag, inside = _tag(text, begin, here, log)
                out += (tag, text[inside : skip.end()])
                at = max(inside, skip.end())
            else:
                out.append(f"<!--{LINE}={here}:{skip[0][4:]}")
        elif _START.match(text, begin):
            tag, at = _tag(text, begin, here, log)
            out.append(tag)
        else:
            out.append("<")
            at = begin + 1
    return "".join([*out, text[at:]])


def _tag(text: str, begin: int, line: int, log: PageLog) -> tuple[str, int]:
    """Rewrite the tag that begins here; return it and the position after it."""
    start = _START.match(text, begin)
    if start is None:
        return "<", begin + 1
    pairs, at = _attributes(text, start.end(), line, log)
    end = _END.match(text, at)
    if end is None:
        # Never closed: browsers read what follows as attributes, up to the next `>`.
        lost = text[begin:].strip()
        log("html-swallowed", line, lost, "kept in a comment")
        return f"<!--{LINE}={line}:{lost.strip('<>-')}-->{text[begin:]}", len(text)
    slash = " /" if "/" in end[0] else ""
    shown = "".join(
        f" {name}" if value is None else f' {name}="{html.escape(value)}"'
        for name, value in _one_each(pairs, line, log).items()
    )
    return f'<{start[1]} {LINE}="{line}"{shown}{slash}>', end.end()


def _attributes(
    text: str, at: int, line: int, log: PageLog
) -> tuple[list[tuple[str, str | None]], int]:
    pairs: list[tuple[str, str | None]] = []
    while found := _ATTRIBUTE.match(text, at):
        name, raw = found["name"].lower(), found["value"]
        at = found.end()
        value = None if raw is None else html.unescape(raw)
        if found["open"]:
            # A quote that is never closed ends with the tag at the latest.
            end = text.find(">", at)
            end = len(text) if end < 0 else end
            value, at = text[at:end].rstrip(" /;"), end
            log("attribute", line, f"{name}={raw}{value}", "ended where the tag ends")
        elif raw and raw[0] in "\"'":
            value, at = _quoted(text, name, raw, at, line, log)
            if overrun := _OVERRUN.search(value):
                # alt="rocket src="a.png": the quote is missing before the next name.
                log("attribute", line, f"{name}={raw}", "ended before the next attribute")
                rest = _REST.match(text, at)
                pairs.append((name, value[: overrun.start()].rstrip()))
                name, value = overrun[1].lower(), rest[1] if rest else ""
                at = rest.end() if rest else at
        pairs.append((name, value))
    return pairs, at


def _quoted(text: str, name: str, raw: str, at: int, line: int, log: PageLog) -> tuple[str, int]:
    """Read a quoted value up to the quote that was meant to end it: `'warrior's spear'`."""
    quote = raw[0]
    if text[at : at + 1].isalpha():
        more = re.compile(rf"([^{quote}<>=]*){quote}(?=[\s/>;])").match(text, at)
        if more:
            whole = raw[1:-1] + quote + more[1]
            log("attribute", line, f"{name}={quote}{whole}{quote}", f"read as {whole}")
            return html.unescape(whole), more.end()
    return html.unescape(raw[1:-1]), at


def _one_each(
    pairs: list[tuple[str, str | None]], line: int, log: PageLog
) -> dict[str, str | None]:
    """Keep one of each attribute: the first that says something. Stray punctuation goes."""
    kept: dict[str, str | None] = {}
    for name, value in pairs:
        if name.startswith(PREFIX) or not _NAME.fullmatch(name):
            continue
        if name not in kept:
            kept[name] = value
            continue
        first = (kept[name] or "").strip()
        if first.lower() in _MEANINGLESS and (value or "").strip().lower() not in _MEANINGLESS:
            log("attribute", line, f"{name}='{first}' {name}='{value}'", f"read as {value}")
            kept[name] = value
        elif first != (value or "").strip():
            log("attribute", line, f"{name}='{first}' {name}='{value}'", f"read as {first}")
    return kept
