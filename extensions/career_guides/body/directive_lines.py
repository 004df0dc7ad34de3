"""The first lines of a directive: its name in braces, and its options."""

from __future__ import annotations

import re

from career_guides.diagnostics.problem import shorten

_OPEN_BRACE = re.compile(r"\{([\w:+.-]+)[ \t]*([^}]*)$")
# "::: tip" is how other programs write a box.
_NO_BRACES = re.compile(r"([a-z][\w-]*)\b[ \t]*(.*)$")
_BOXES = frozenset((
    "attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip",
    "warning", "admonition", "figure-card", "figure", "next", "guides", "at-a-glance", "dropdown",
))  # fmt: skip
_OPTION = re.compile(r":([\w-]+)(?![\w:-])[ \t]*(.*)$")
_PICTURE_OPTION = re.compile(r"(alt|caption|credit|license|width|decorative):(?: |$)")


def missing_brace(mark: str, info: str) -> str:
    """Return what is wrong with the name of a directive; ``''`` if nothing is.

    :param mark: the marks that open it
    :param info: the rest of its first line
    """
    if match := _OPEN_BRACE.match(info):
        right = f"{mark}{{{match[1]}}} {match[2]}".strip()
        return f"the name of this directive lacks its closing brace; write {shorten(right)}"
    match = _NO_BRACES.match(info)
    if mark[0] == ":" and match and match[1] in _BOXES:
        right = f"{mark}{{{match[1]}}} {match[2]}".strip()
        return f"the name of a directive stands in braces; write {shorten(right)}"
    return ""


def missing_colon(line: str, *, is_first: bool = False) -> str:
    """Return what is wrong with an option of a directive; ``''`` if nothing is.

    :param line: a line below the first line of the directive
    :param is_first: whether it is the first of them, which cannot be other text of a figure
    """
    if match := _OPTION.match(line):
        right = f":{match[1]}: {match[2]}".strip()
        return f"the option {shorten(line.strip())} lacks its second colon; write {shorten(right)}"
    if is_first and (match := _PICTURE_OPTION.match(line)):
        right = f":{line.strip()}"
        return f"the option {shorten(line.strip())} lacks its first colon; write {shorten(right)}"
    return ""
