"""All mistakes in the text of one page that show in its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from career_guides.content.block import split_lines
from career_guides.content.headings import find_headings
from career_guides.content.page import plain_text
from career_guides.diagnostics.problem import Problem, shorten

from .lines import Found, read_lines
from .tables import uneven_tables
from .text import open_comment, text_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from career_guides.content.page import Page


def body_mistakes(text: str, page: Page, *, has_colons: bool = True) -> Iterator[Problem]:
    """Yield the mistakes in the text of a page.

    :param text: the whole source
    :param page: the same page, read
    :param has_colons: whether ``:::`` opens a directive
    """
    lines = split_lines(text)
    found = read_lines(lines, page.fence, has_colons=has_colons)
    everything = dict(enumerate(lines[page.fence :], page.fence + 1)) if "<!--" in text else {}
    for mistake in (
        *found.found, *uneven_tables(found.text), *text_mistakes(found.text),
        *open_comment(everything), *second_titles(lines, page),
    ):  # fmt: skip
        yield Problem(page.docname, *mistake)


def second_titles(lines: Sequence[str], page: Page) -> Iterator[Found]:
    """Yield a mistake for each heading of the first level after the title of the page."""
    if not _FIRST_LEVEL.search("\n".join(lines[page.fence :])):
        return
    found = [each for each in find_headings(lines, page.fence) if each.level == 1]
    title = page.values.get("title")
    # The first heading may repeat the title in the front matter.
    if found and (not title or plain_text(found[0].text) == title == page.heading):
        title = plain_text(found.pop(0).text)
    for heading in found:
        text = plain_text(heading.text)
        message = (
            f"the heading {shorten(text)} is a second title, beside {shorten(title)}; write"
            f" {shorten('## ' + text)}"
        )
        yield Found(heading.line, "heading", message)


_FIRST_LEVEL = re.compile(r"^ {0,3}(#[ \t]|=+[ \t]*$)", re.MULTILINE)
