"""Text between single tildes, which Goldmark strikes through; markdown-it knows double ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

#: The marker of single tildes among the delimiters, other than that of double ones.
_MARKER = 0x1_0000 + ord("~")


def single_tildes(md: MarkdownIt) -> None:
    """Let a parser read single tildes. https://github.github.com/gfm/#strikethrough-extension-."""
    md.inline.ruler.before("strikethrough", "single_tilde", _tokenize)
    md.inline.ruler2.after("strikethrough", "single_tilde", _pair)


def _tokenize(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != "~":
        return False
    scanned = state.scanDelims(state.pos, True)
    if scanned.length != 1:
        return False
    token = state.push("text", "", 0)
    token.content = "~"
    state.delimiters.append(
        Delimiter(_MARKER, 0, len(state.tokens) - 1, -1, scanned.can_open, scanned.can_close)
    )
    state.pos += 1
    return True


def _pair(state: StateInline) -> None:
    lists = [state.delimiters, *(m["delimiters"] for m in state.tokens_meta if m)]
    for delimiters in lists:
        for opening in delimiters:
            if opening.marker != _MARKER or opening.end == -1:
                continue
            places = ((opening, "s_open", 1), (delimiters[opening.end], "s_close", -1))
            for delimiter, kind, nesting in places:
                token = state.tokens[delimiter.token]
                token.type, token.tag, token.nesting = kind, "s", nesting
                token.markup, token.content = "~", ""
