"""One page as its author wrote it, regardless of the rest of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from career_guides.diagnostics.problem import Problem

from .block import split_lines
from .frontmatter import Lines, line_of, parse
from .headings import find_headings, is_unwritten, names_of
from .kinds import CONTROL as _CONTROL
from .schema import KEYS
from .trust import untrusted_keys
from .validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


# Without slots: pickle then loads its fields itself, in half of the time.
@dataclass(frozen=True)
class Page:
    """A source file.

    :param docname: its name, without suffix
    :param values: the valid values of our keys in its front matter
    :param foreign: its other keys, for MyST, Sphinx and the theme
    :param lines: line number of each key and list item
    :param fence: number of lines that the front matter takes, fences included
    :param heading: its first heading, if that is a first-level heading
    :param problems: problems with the front matter
    :param has_heading: whether its body may have a heading of any level
    :param names: names of its headings and other targets -> level of the heading, 0 for others
    :param unwritten: line of its first heading, if it has headings and nothing else; else 0
    """

    docname: str
    values: Mapping[str, Any]
    foreign: Mapping[str, Any]
    lines: Lines
    fence: int
    heading: str
    problems: tuple[Problem, ...]
    has_heading: bool = True
    names: Mapping[str, int] = field(default_factory=dict)
    unwritten: int = 0

    @property
    def title(self) -> str:
        """The title in the front matter, else the heading, else one derived from the file name."""
        given: str | None = self.values.get("title")
        return given or self.heading or title_from_name(self.docname)

    @property
    def is_unreadable(self) -> bool:
        """Whether its front matter cannot be read."""
        return any(problem.subtype == "syntax" for problem in self.problems)

    @property
    def is_guide(self) -> bool:
        """Whether the page is a guide: its front matter has one of our keys, or cannot be read."""
        return self.is_unreadable or any(path[0] in KEYS for path in self.lines)


# A first-level heading of either form, after targets and comments: CommonMark 0.31, 4.2 and
# 4.3; "(label)=" and "%" are MyST's.
_HEADING = re.compile(
    r"(?:[ \t]*\n|\([^\n]*\)=[ \t]*\n|%[^\n]*\n)*"
    r"(?:# +([^\n]+?)(?: +#+)?|([^\n#>|`-][^\n]*)\n=+)[ \t]*(?:\n|$)"
)


def read_page(text: str, docname: str, extra_keys: Iterable[str] = ()) -> Page:
    """Read the source of a page. No content of *text* raises an exception.

    :param text: the whole file
    :param docname: name of the page
    :param extra_keys: front-matter keys of other extensions
    """
    front = parse(text, docname)
    values, lines, problems = validate(front.values, front.lines, docname, extra_keys)
    problems += [
        Problem(docname, line_of(front.lines, path), "trust", f"{why}; it is ignored here")
        for path, why in untrusted_keys(front.values)
    ]
    foreign = {key: value for key, value in front.values.items() if key not in KEYS}
    heading = _first_heading(text, front.end)
    if not values.get("title"):
        values.pop("title", None)
        if any(path[0] in KEYS for path in lines) and not _is_bad("title", lines, problems):
            line = lines.get(("title",), 1)
            tip = f"; the heading says '{heading}'" if heading else ""
            problems.append(
                Problem(docname, line, "missing", f"required key 'title' is missing{tip}")
            )
    title = values.get("title") or heading or title_from_name(docname)
    all_lines = split_lines(text)
    headings = [*find_headings(all_lines, front.end)]
    unwritten = headings[0].line if is_unwritten(all_lines, headings, front.end) else 0
    return Page(
        docname, values, foreign, lines, front.end, heading,
        (*front.problems, *problems),
        bool(headings) or _may_have_heading(text, front.end),
        names_of(text, title, headings), unwritten,
    )  # fmt: skip


def _is_bad(key: str, lines: Lines, problems: list[Problem]) -> bool:
    return any(problem.line == lines.get((key,)) for problem in problems)


def _first_heading(text: str, end: int) -> str:
    start = "\n".join(text.replace("\r\n", "\n").split("\n", end + 50)[end : end + 50])
    match = _HEADING.match(start)
    return plain_text(match[1] or match[2]) if match else ""


# Directives that can contribute headings of their own.
_BRINGS_HEADINGS = re.compile(r"\{(include|eval-rst|auto\w+|literalinclude)\}")


def _may_have_heading(text: str, end: int) -> bool:
    body = "\n".join(text.replace("\r\n", "\n").split("\n")[end:])
    if not re.search(r"^\s{0,3}(#|=+\s*$|-+\s*$)", body, re.MULTILINE):
        return bool(_BRINGS_HEADINGS.search(body))
    # More than the title is needed only where the page may have none: parsing takes its time.
    found = MarkdownIt().parse(body)
    is_open = any(token.type == "heading_open" and token.level == 0 for token in found)
    return is_open or bool(_BRINGS_HEADINGS.search(body))


def plain_text(markdown: str) -> str:
    """Return a line of Markdown as plain text, in a form that a title may have."""
    tokens = MarkdownIt().parseInline(_CONTROL.sub("", markdown))[0].children or []
    text = "".join(token.content or " " * (token.type == "softbreak") for token in tokens)
    return " ".join(text.split())[:300]


def title_from_name(docname: str) -> str:
    """Return a title for a page without one: ``liaison/day-in-the-life`` -> "Day in the life"."""
    folder, _, name = docname.rpartition("/")
    if name == "index" and folder:
        name = folder.rpartition("/")[2]
    words = _CONTROL.sub("", name).replace("-", " ").replace("_", " ")
    return words.strip().capitalize()[:300] or "Untitled"
