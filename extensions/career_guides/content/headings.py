"""The headings of a page and the names that links give them, found without parsing the page.

A name is what MyST makes of the text of a heading (GitHub's form: "The court" -> ``the-court``),
or docutils, whose names are the ids in HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

from career_guides.diagnostics.problem import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Heading(NamedTuple):
    """A heading of the page.

    :param line: number of its line in the file, from 1
    :param level: 1 to 6
    :param text: its source
    """

    line: int
    level: int
    text: str


# CommonMark 0.31, 4.2, 4.3 and 4.5; the colon is MyST's.
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,}|:{3,})(.*)$")
# HTML that ends with its own mark, whatever is inside: CommonMark 0.31, 4.6, kinds 1 and 2.
_HTML = re.compile(r" {0,3}<(!--|(?:pre|script|style|textarea)(?=[\s>]|$))", re.IGNORECASE)
_MARKS = {"#", "`", "~", ":", "=", "-", "<"}
# "(name)=", "{#name}", 'id="name"', ":name: name"
_SIGNS = (")=", "{#", "id=", "name=", ":name:")
_EXPLICIT = re.compile(
    r"^\(([^()\n]+)\)=[ \t]*$|\{#([\w:.-]+)|\s(?:id|name)=[\"']([^\"'\n]+)"
    r"|^[ \t]*:name:[ \t]*(\S+)",
    re.MULTILINE,
)
# An anchor is of its page alone, and spelled as it is written.
_ANCHOR = re.compile(r"(?:`{3,}|:{3,})\{anchor\}[ \t]+(\S+)")
#: The level of anchors, which are no headings.
_OF_ANCHORS = 6
_NO_PARAGRAPH = re.compile(r"[ \t]*([#>|`~:%-]|[*+] |\d+[.)] |\(.*\)=|$)")


def find_headings(lines: Sequence[str], start: int = 0) -> Iterator[Heading]:
    """Yield the headings of a page that are not in a directive, a code block or HTML.

    :param lines: all lines of the file
    :param start: number of lines that its front matter takes
    """
    fence, above, html_end = "", "", ""
    for number, line in enumerate(lines[start:], start + 1):
        if html_end:
            html_end = "" if html_end in line.lower() else html_end
        elif line.lstrip()[:1] not in _MARKS:  # nearly all lines
            above = line
        elif match := _FENCE.match(line):
            mark, rest = match[1], match[2]
            if not fence:
                fence = mark
            elif mark.startswith(fence) and not rest.strip():
                fence = ""
        elif fence:
            continue
        elif match := _HTML.match(line):
            end = "-->" if match[1] == "!--" else f"</{match[1].lower()}>"
            html_end = "" if end in line.lower() else end
        elif match := _ATX.match(line):
            yield Heading(number, len(match[1]), match[2] or "")
        elif (match := _UNDERLINE.match(line)) and not _NO_PARAGRAPH.match(above):
            yield Heading(number - 1, 1 if match[1][0] == "=" else 2, above.strip())
        above = line


def names_of(text: str, title: str, headings: Sequence[Heading]) -> dict[str, int]:
    """Return the names that a link may use for a part of a page, each with its heading's level.

    :param text: the source of the page
    :param title: its title, which is a heading too unless the first heading repeats it
    :param headings: its headings
    :returns: name -> level; 0 for names that the author has given
    """
    found: dict[str, int] = {}
    seen: Counter[str] = Counter()
    first = [] if headings and headings[0].text == title else [(1, title)]
    for level, source in (*first, *((each.level, each.text) for each in headings)):
        plain = _text(source)
        slug = slugify(plain)
        number = seen[slug]
        seen[slug] += 1
        for name in (f"{slug}-{number}" if number else slug, "" if number else _id(plain)):
            if name:
                found.setdefault(name, level)
    is_explicit = any(sign in text for sign in _SIGNS)
    for match in _EXPLICIT.finditer(text) if is_explicit else ():
        name = next(filter(None, match.groups()))
        found |= {name: 0, name.lower(): 0}
    if "{anchor}" in text:
        found = {**dict.fromkeys(_ANCHOR.findall(text), _OF_ANCHORS), **found}
    return found


def slugify(text: str) -> str:
    """Return the name of a heading as GitHub makes it, and MyST with it."""
    return re.sub(r"[^\w\u4e00-\u9fff\- ]", "", text.lower().replace(" ", "-"))


def _id(text: str) -> str:
    """Return the id that docutils gives a heading in Latin script."""
    return re.sub(r"^[-0-9]+|-+$", "", re.sub(r"[^a-z0-9]+", "-", text.lower()))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt()


def skips_level(text: str, above: int, level: int) -> str:
    """Return the message for a heading of *level* below one of level *above*, 0 for none."""
    right = above + 1
    return f"the heading {shorten(text)} skips a level: write '{'#' * right}', not '{'#' * level}'"


_ROLE = re.compile(r"\{[\w:+-]+\}(`+).*?\1")
_MARKUP = re.compile(r"[*_`\[\]\\<>&{!]")


def _text(source: str) -> str:
    """Return the text of a heading from which MyST makes its name."""
    if not _MARKUP.search(source):
        return source
    source = _ROLE.sub("", source)
    tokens = _parser().parseInline(source)[0].children or []
    return "".join(token.content for token in tokens if token.type in {"text", "code_inline"})


def is_unwritten(lines: Sequence[str], headings: Sequence[Heading], start: int) -> bool:
    """Return whether a page has headings and comments only, as a new outline does.

    :param lines: all lines of the file
    :param headings: its headings
    :param start: number of lines that its front matter takes
    """
    if not any(heading.level > 1 for heading in headings):
        return False
    own = {heading.line for heading in headings}
    return not any(
        line.strip() and not line.startswith("%") and number not in own
        for number, line in enumerate(lines[start:], start + 1)
    )
