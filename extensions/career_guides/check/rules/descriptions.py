"""Descriptions that are missing, too short or long, or used twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.content.frontmatter import line_of
from career_guides.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from career_guides.catalogue.model import Catalogue


#: Length in characters of a description that fits search results and cards.
SHORTEST, LONGEST = 80, 155


def repeated_descriptions(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each guide whose description repeats that of an earlier guide."""
    first: dict[str, str] = {}
    for docname, entry in sorted(catalogue.entries.items()):
        text = (entry.guide.description or "").casefold()
        if text and first.setdefault(text, docname) != docname:
            message = f"'description' is that of '{first[text]}' as well; say what is in this guide"
            yield Problem(docname, _line(catalogue, docname), "description", message)


def poor_descriptions(docname: str, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem if a guide has no description, or one that is too short or too long."""
    text = catalogue.entries[docname].guide.description
    if not text:
        message = (
            f"no 'description': search results and cards show one, a sentence of {SHORTEST} to"
            f" {LONGEST} characters"
        )
    elif not SHORTEST <= len(text) <= LONGEST:
        message = (
            f"'description' has {len(text)} characters; {SHORTEST} to {LONGEST} fit search results"
        )
    else:
        return
    yield Problem(docname, _line(catalogue, docname), "description", message)


def _line(catalogue: Catalogue, docname: str) -> int:
    return line_of(catalogue.pages[docname].lines, ("description",))
