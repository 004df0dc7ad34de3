"""Escape text, addresses and sizes, so that Markdown takes them as they are."""

from __future__ import annotations

import re
from urllib.parse import quote

_SPECIAL = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~\s]|$)   # a backslash that would escape something
      | ` | \*(?!\s\S) | (?<!\S\s)\*  # asterisks, but not between blanks
      | (?<![^\W_])_ | _(?![^\W_])  # underscores, but not inside words
      | <(?=[A-Za-z/!?]|$)
      | &(?=\#?\w+;|$)
      | ~(?=~|$) | (?<=~)~ | ^~
      | (?<=\])\{ | \{(?=[\w:.+-]+\}(?:`|$))
      | !(?=\[)
    """,
    re.X,
)
#: One of them is in every text that has something special; most texts have none.
_MAY_BE_SPECIAL = re.compile(r"[\\`*_<&~{!]")
_UNSAFE = re.compile(r"[\s<>\x00-\x20]")
_CROSSED = re.compile(r"\).*\(")
_ENTITY = re.compile(r"&#?\w+;")
_BRACKETS = re.compile(r"[\[\]]")
#: Brackets that would make a link, a span, a footnote or a definition.
_BRACKET_SYNTAX = re.compile(r"\][(\[{:]|\[\^|\[[^\]]*$|^[^\[]*\]")
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_BREAKS = re.compile("[\x85\u2028\u2029]")
#: What would begin a block at the start of a line; the group ends where the backslash goes.
_BLOCK_STARTS = (
    re.compile(r"()(?:\#{1,6}(?:\s|$)|>|[-+](?:\s|$)|=+\s*$|-+\s*$|:::|~~~|%|\+\+\+)"),
    re.compile(r"()(?::(?:\s|$)|:[^\s:][^:]*:|~\s|\(.*\)=\s*$|\[[ xX]\]\s)"),
    re.compile(r"()\{(?!\{[<%]|[\w:.+-]+\}`).*\}\s*$"),  # attributes; no shortcode, no role
    re.compile(r"()[\s|:-]*-[\s|:-]*$"),
    re.compile(r"(\d{1,9})[.)](?:\s|$)"),
)


def escape(text: str, *, within: str = "") -> str:
    """Escape text, so that Markdown shows it as it is.

    :param within: `link` inside the text of a link, `cell` inside a pipe table.
    """
    if not text.isprintable():
        text = _LINE_BREAKS.sub(" ", _INVISIBLE.sub("", text))
    has_brackets = "[" in text or "]" in text
    brackets = has_brackets and (within == "link" or _BRACKET_SYNTAX.search(text))
    if _MAY_BE_SPECIAL.search(text):
        text = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    if brackets:
        text = _BRACKETS.sub(lambda found: "\\" + found[0], text)
    if within == "cell":
        text = text.replace("|", "\\|")
    return text.replace("\xa0", "&nbsp;")


def escape_starts(text: str) -> str:
    """Escape the lines of a paragraph that would begin a list, a heading or the like."""
    return "\n".join(map(_escape_start, text.split("\n")))


def _escape_start(text: str) -> str:
    text = text.strip(" ")
    for start in _BLOCK_STARTS:
        if found := start.match(text):
            at = found.end(1)
            return f"{text[:at]}\\{text[at:]}"
    return text


def code_span(text: str, within: str = "") -> str:
    """Write a code span."""
    text = " ".join(_INVISIBLE.sub("", text).split("\n"))
    if within == "cell":
        text = text.replace("|", "\\|")
    runs = {len(run) for run in re.findall("`+", text)}
    ticks = "`" * next(n for n in range(1, len(runs) + 2) if n not in runs)
    edge = text[:1] + text[-1:]
    pad = " " if "`" in edge or (edge == "  " and text.strip()) else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def destination(url: str) -> str:
    """Return the address of a link such that Markdown takes all of it."""
    url = _INVISIBLE.sub("", url).strip().replace("\n", "").replace("\\", "%5C")
    if _UNSAFE.search(url):
        url = "".join(quote(c) if c.isspace() or c in "<>" else c for c in url)
    if url.count("(") != url.count(")") or _CROSSED.search(url):
        url = url.replace("(", "%28").replace(")", "%29")
    return url.replace("&", "&amp;") if _ENTITY.search(url) else url


def size(text: str) -> str:
    """Return a length of HTML as docutils takes it; empty if it does not."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(px|%|em)?\s*", text)
    return f"{found[1]}{found[2] or 'px'}" if found and float(found[1]) > 0 else ""
