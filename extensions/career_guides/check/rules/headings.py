"""Headings that skip a level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.content.headings import skips_level
from career_guides.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from career_guides.content.headings import Heading


def skipped_levels(docname: str, headings: list[Heading], *, has_title: bool) -> Iterator[Problem]:
    """Yield a problem for each heading that skips a level, as MyST does.

    :param has_title: whether the front matter has the first-level heading
    """
    above = 1 if has_title else 0
    for heading in headings:
        if heading.level > above + 1:
            message = skips_level(heading.text, above, heading.level)
            yield Problem(docname, heading.line, "heading", message)
        above = heading.level
