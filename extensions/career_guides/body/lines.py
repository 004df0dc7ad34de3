"""Divide the lines of a page into text, code and directives, and find those left open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from .directive_lines import missing_brace, missing_colon

if TYPE_CHECKING:
    from collections.abc import Sequence


class Found(NamedTuple):
    """A mistake in a line of the page.

    :param line: number of the line in the file, from 1
    :param subtype: subtype of its message
    :param message: what is wrong and how to write it
    """

    line: int
    subtype: str
    message: str


@dataclass(slots=True)
class Fence:
    """A code block or directive that is open.

    :param line: number of the line that opens it
    :param mark: its backticks, tildes or colons
    :param indent: width of the space before it
    :param is_text: whether its content is Markdown
    :param has_options: whether the next line may be one of its options
    :param is_in_list: whether it is in the item of a list, which ends it
    """

    line: int
    mark: str
    indent: int
    is_text: bool
    has_options: bool
    is_in_list: bool = False

    @property
    def kind(self) -> str:
        return "code block" if not self.is_text and self.mark[0] != ":" else "directive"


@dataclass(slots=True)
class Lines:
    """The lines of a page that are text, and the mistakes in its fences.

    :param text: number of a line of text -> the line, without list marks and quotation marks
    :param found: mistakes in code blocks and directives
    """

    text: dict[int, str] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)


# CommonMark 0.31, 4.5 and 5.1 to 5.3; the colon is MyST's.
_CONTAINER = re.compile(r"((?:[ \t]*>[ \t]?)*)([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)")
_FENCE = re.compile(r"(`{3,}(?!.*`)|~{3,}|:{3,})[ \t]*(.*?)[ \t]*$")
_MARKS = {"`", "~", ":"}
_DIRECTIVE = re.compile(r"\{([\w:+.-]+)\}")
# Directives whose content is not Markdown.
VERBATIM = frozenset((
    "code", "code-block", "sourcecode", "code-cell", "parsed-literal", "literalinclude",
    "highlight", "math", "raw", "mermaid", "graphviz", "digraph", "graph", "csv-table", "toctree",
    "testcode", "testoutput", "doctest", "eval-rst", "rst-class", "index",
))  # fmt: skip


def read_lines(lines: Sequence[str], start: int, *, has_colons: bool = True) -> Lines:
    """Return the text lines of a page, and the fences that are written wrongly.

    :param lines: all lines of the file
    :param start: number of lines that its front matter takes
    :param has_colons: whether ``:::`` opens a directive (``colon_fence``)
    """
    result = Lines()
    open_fences: list[Fence] = []
    is_list = is_comment = False
    for number, line in enumerate(lines[start:], start + 1):
        quote, rest, indent, has_marker = _inside(line)
        if open_fences and not quote and _has_left(open_fences[-1], line, indent):
            result.found.append(_unclosed(open_fences[0]))
            return result
        is_code = bool(open_fences) and not open_fences[-1].is_text
        if not is_code:
            is_comment = _is_comment(rest, is_comment=is_comment)
            is_list = has_marker or (is_list and (indent > 0 or not rest))
        match = _FENCE.match(rest) if rest[:1] in _MARKS and not is_comment else None
        if match and (indent < 4 or is_list or open_fences) and (has_colons or match[1][0] != ":"):
            # One space is too little for the text of an item: CommonMark 0.31, 5.2.
            fence = _fence(number, match, indent, is_in_list=is_list and indent > 1)
            if _step(result, open_fences, fence, match[2], lines):
                return result
        elif is_code or is_comment:
            continue
        elif not (open_fences and _is_option(result, open_fences[-1], number, rest)):
            result.text[number] = rest
    if open_fences:
        result.found.append(_unclosed(open_fences[0]))
    return result


def _inside(line: str) -> tuple[str, str, int, bool]:
    """Return the quotation marks of a line, what follows them, its indentation, has a list mark."""
    if line[:1].isalpha() or not line:  # most lines
        return "", line, 0, False
    match = _CONTAINER.match(line)
    assert match
    quote, before = match.groups()
    return quote.strip(), line[match.end() :], len(before.expandtabs(4)), bool(before.strip())


def _has_left(fence: Fence, line: str, indent: int) -> bool:
    """Return whether *line* is outside the list item in which *fence* was opened."""
    return bool(line.strip()) and fence.is_in_list and indent == 0 and not line.startswith("`" * 3)


def _is_comment(line: str, *, is_comment: bool) -> bool:
    if is_comment:
        return "-->" not in line
    return line.startswith("<!--") and "-->" not in line


def _fence(number: int, match: re.Match[str], indent: int, *, is_in_list: bool) -> Fence:
    """Return the fence that a line would open."""
    mark, info = match.groups()
    name, is_directive = _DIRECTIVE.match(info), info.startswith("{")
    is_text = (mark[0] == ":" or is_directive) and not (name and name[1] in VERBATIM)
    return Fence(number, mark, indent, is_text, is_directive, is_in_list)


def _step(result: Lines, fences: list[Fence], new: Fence, info: str, lines: Sequence[str]) -> bool:
    """Open or close a fence; return whether the rest of the page cannot be divided."""
    inside = fences[-1] if fences else None
    if inside and not inside.is_text and not (_closes(inside, new) and not info):
        return False  # part of a code block
    if not info:
        for depth, fence in enumerate(fences):
            if _closes(fence, new):
                if fences[depth + 1 :]:
                    result.found.append(_unclosed(fences[depth + 1]))
                    return True
                del fences[depth:]
                return False
    if inside and _closes(inside, new):  # as long as the one around it, which would end with it
        result.found.append(_equal(inside, new, lines))
        return True
    if message := missing_brace(new.mark, info):
        result.found.append(Found(new.line, "directive", message))
    fences.append(new)
    return False


def _closes(fence: Fence, new: Fence) -> bool:
    """Return whether the marks of *new* would end *fence*: CommonMark 0.31, 4.5."""
    is_near = new.indent < fence.indent + 4
    return is_near and new.mark[0] == fence.mark[0] and len(new.mark) >= len(fence.mark)


def _is_option(result: Lines, fence: Fence, number: int, line: str) -> bool:
    """Return whether a line in a directive is one of its options; note the mistake in it."""
    if not fence.has_options:
        return False
    message = missing_colon(line, is_first=number == fence.line + 1)
    if message:
        result.found.append(Found(number, "directive", message))
    fence.has_options = bool(message) or line.startswith(":")
    return fence.has_options


def _unclosed(fence: Fence) -> Found:
    message = f"the {fence.kind} that opens here is never closed; end it with a line '{fence.mark}'"
    return Found(fence.line, "fence", message)


def _equal(outer: Fence, inner: Fence, lines: Sequence[str]) -> Found:
    """Return the mistake of a fence with the marks of the one around it.

    If there are as many closing lines as opening ones, it was meant to be inside; otherwise the
    one around it was never closed.
    """
    same = [match for line in lines[outer.line - 1 :] if (match := _FENCE.match(line.lstrip()))]
    same = [match for match in same if match[1][0] == inner.mark[0]]
    closing = sum(1 for match in same if not match[2])
    if closing * 2 < len(same):
        return _unclosed(outer)
    longer = outer.mark + outer.mark[0]
    message = (
        f"this block is inside one that also opens with '{outer.mark}' (line {outer.line}), which"
        f" would end with it; write '{longer}' there and where that one ends"
    )
    return Found(inner.line, "fence", message)
