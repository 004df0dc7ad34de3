"""Explain broken YAML in an author's words, at the line with the mistake.

YAML's parser reports where it could not go on, which is often a line or two after the mistake,
and in its own terms. The patterns look at the lines around that place instead. Where none fits,
the parser's words remain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .yaml_layout import (
    INVISIBLE,
    indentation,
    invisible_character,
    left_by_merge,
    missing_end,
    no_key,
    space_after_colon,
    space_after_hyphen,
    tab,
)
from .yaml_lines import Mistake, quoted, with_line
from .yaml_quoting import (
    backslash,
    colon_in_text,
    curly_quotes,
    open_bracket,
    open_quote,
    special_start,
    text_after_bracket,
    text_after_quote,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


#: What is tried, in this order; the first that fits is reported.
PATTERNS: tuple[Callable[[Sequence[str], int], Mistake | None], ...] = (
    left_by_merge, missing_end, tab, invisible_character, curly_quotes, text_after_quote,
    backslash, open_quote, open_bracket, text_after_bracket, special_start, space_after_colon,
    colon_in_text, space_after_hyphen, indentation, no_key,
)  # fmt: skip


def explain(lines: Sequence[str], place: int) -> Mistake | None:
    """Return the mistake that stopped the parser, or ``None`` if no pattern fits.

    :param lines: the lines of the block, without its fences
    :param place: index of the line at which the parser gave up, from 0
    """
    place = max(0, min(place, len(lines) - 1))
    found = (pattern(lines, place) for pattern in PATTERNS)
    return next(filter(None, found), None)


def doubtful(lines: Sequence[str]) -> Iterator[Mistake]:
    """Yield the mistakes in a block that the parser reads, but not as its author meant it.

    :param lines: the lines of the block, without its fences
    """
    above = ""
    inside = -1  # indentation of the key of a text over several lines, in which all is text
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if inside >= 0 and (indent > inside or not line.strip()):
            continue
        inside = indent if re.search(r":\s+[|>][+-]?\d?\s*$", line) else -1
        if INVISIBLE.match(line.lstrip(" ")) and (found := invisible_character(lines, number)):
            yield found
        elif match := re.match(r"( *)-([^\s-].*)$", line):
            if re.match(rf"{match[1]}-( |\S)", above):
                instead = f"{match[1]}- {match[2]}"
                message = "a space is missing after the hyphen of this list item"
                yield with_line(number, message, instead)
        elif match := re.match(r"([ \t]*[a-z_]+: +)(#\S.*)$", line):
            message = "what follows '#' is only a comment; a text that begins with '#' needs quotes"
            yield with_line(number, message, match[1] + quoted(match[2]))
        above = line
