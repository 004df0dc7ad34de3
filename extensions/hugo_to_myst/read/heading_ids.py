"""The ids that Hugo gives to headings and to terms of definitions: those of their rendered text."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from .config import Config

_ATTRIBUTES = re.compile(r"\s*\{\s*([#.][^{}]*|[\w-]+=[^{}]*)\}\s*$")
#: https://github.com/yuin/goldmark#attributes; a name may hold dots and colons.
_WORD = re.compile(r"#([\w.:-]+)|\.([\w.:-]+)|([\w-]+)=(\"[^\"]*\"|'[^']*'|\S+)")

_NUMERIC = re.compile(r"&#(x?[0-9a-f]+);", re.I)
#: Stands for a sign that an id does not have, beside which blanks count.
_MARK = "\u2013"
#: The first piece of a text: it ends after a sign that may open an emphasis or a link, and before
#: one that the typographer replaces, unless that is the first.
_PLAIN_SEGMENT = re.compile(r"[^*_~\[`]*(?:[*_~]+|\[)?")
_SEGMENT = re.compile(r"[\"']|--|\.\.\.|<<|>>|(?:(?!--|\.\.\.|<<|>>)[^*_~\[`\"'])*(?:[*_~]+|\[)?")


def sanitized(text: str, kind: str) -> str:
    """Return the id of a text.

    The rules are those of `sanitizeAnchorName` in Hugo's markup/goldmark/autoid.go.

    :param kind: `github`, `github-ascii` or `blackfriday`.
    """
    text = text.strip()
    if kind == "github-ascii":
        plain = (c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
        text = "".join(c for c in plain if c.isascii())
    if kind == "blackfriday":
        runs = re.findall(r"[^\W_]+", text)
        return "-".join(_lower(run) for run in runs)
    out = ""
    for char in text:
        if char in "-_" or unicodedata.category(char)[0] == "L" or char.isdecimal():
            out += _lower(char)
        elif char == " ":
            out += "-"
    return out


def _lower(text: str) -> str:
    """Return a text in lower case as Go has it: one letter for each."""
    return "".join(char.lower()[0] for char in text)


def add_ids(config: Config, state: StateCore) -> None:
    """Give the headings of a page their ids: those that the author wrote, else those of the text.

    The ids that are taken are in the environment of the parser, shared with the text in shortcodes.
    """
    taken = state.env.setdefault("ids", set())
    for opening, inline in pairwise(state.tokens):
        if opening.type == "heading_open":
            _own_attributes(opening, inline)
            kind = config.heading_ids
        elif opening.type == "dt_open" and config.term_ids:
            kind = config.heading_ids or "github"
        else:
            continue
        if name := opening.attrGet("id"):
            taken.add(name)
        elif kind and (text := _rendered(_children(state, inline), typographer=config.typographer)):
            opening.attrSet("id", _unique(sanitized(text, kind) or "heading", taken))


def _children(state: StateCore, inline: Token) -> Iterable[Token]:
    """Return the parts of a heading, with the digits of `&#8220;` as Hugo has them in ids."""
    if "&#" not in inline.content:
        return inline.children or ()
    source = _NUMERIC.sub(r"\1", inline.content)
    return state.md.parseInline(source, {"log": state.env.get("log")})[0].children or ()


def _own_attributes(opening: Token, inline: Token) -> None:
    """Turn `{#id .class}` at the end of a heading into attributes, as Goldmark does."""
    last = inline.children[-1] if inline.children else None
    found = _ATTRIBUTES.search(last.content) if last is not None and last.type == "text" else None
    if last is None or found is None:
        return
    last.content = last.content[: found.start()]
    for name, css, key, value in _WORD.findall(found[1]):
        if name or key == "id":
            opening.attrSet("id", name or value.strip("\"'"))
        elif css:
            opening.attrJoin("class", css)
    inline.content = inline.content[: inline.content.rfind("{")]


def _rendered(children: Iterable[Token], *, typographer: bool) -> str:
    """Return the text of a heading that its id is made of.

    A dash of two or three hyphens is none. Of an emphasis, a link or an image, Hugo takes no more
    than the first piece of text that its parser makes; of a bare address, nothing.
    """
    segment = _SEGMENT if typographer else _PLAIN_SEGMENT
    out = ""
    depth = 0  # of elements around the text
    in_address = was_taken = False
    for child in children:
        depth += child.nesting
        if child.type in ("link_open", "link_close") and child.info == "auto":
            in_address = child.nesting == 1
        elif depth == 0:
            was_taken = False
        if in_address or was_taken or child.nesting or child.type == "html_inline":
            was_taken = was_taken or (depth > 0 and not child.nesting)
            continue
        text = "\n" if child.type in ("softbreak", "hardbreak") else child.content
        if child.type == "image":
            text = child.children[0].content if child.children else ""
        if child.type == "image" or (depth and child.type == "text"):
            found = segment.match(text)
            text = found[0] if found else ""
        is_typographic = typographer and child.type in ("text", "image")
        out += re.sub("---|--", _MARK, text) if is_typographic else text
        was_taken = depth > 0
    return out


def _unique(name: str, taken: set[str]) -> str:
    first = name
    for n in range(1, 10_000):
        if name not in taken:
            break
        name = f"{first}-{n}"
    taken.add(name)
    return name
