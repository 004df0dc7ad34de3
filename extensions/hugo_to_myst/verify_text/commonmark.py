"""Render Markdown that has nothing of Hugo's or MyST's own, in compiled code.

Most pages are of this kind. pulldown-cmark reads CommonMark and the extensions that Hugo and MyST
share, twenty times as fast as markdown-it-py; anything else is left to the slower parsers.
"""

from __future__ import annotations

import re

import pyromark

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
#: What begins a footnote, an attribute, a role, a target or struck text, which ends elsewhere for
#: pulldown-cmark if there is a single tilde in it.
_MORE = ("[^", "{", "}", ")=", "~~")
#: What begins a directive, a comment or a break of MyST, at the start of a line only.
_AT_START = (":::", "%", "+++")
_STARTS = re.compile(r"\s*(?:[>*+-]\s*)*(?::::|%|\+\+\+)")


def is_plain(text: str) -> bool:
    """Return whether a text is read alike by Hugo, by MyST and by pulldown-cmark."""
    if any(mark in text for mark in _MORE):
        return False
    # Few texts have them; to try each line of all texts takes as long as to render them.
    may_start = any(mark in text for mark in _AT_START)
    return not (may_start and any(map(_STARTS.match, text.split("\n"))))


def plain_html(text: str) -> str:
    """Return a plain text as HTML."""
    return pyromark.html(text, options=_OPTIONS)
