"""The careers that readers can mark on any page, to see them side by side on the page for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from career_guides.catalogue.careers import landing_guide
from career_guides.domain import guides

from .pages import pages_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from career_guides.build import Build
    from career_guides.catalogue.model import Career, Entry
    from career_guides.domain import GuideDomain
    from career_guides.facts.occupation import Occupation

#: The kind of the listing on whose page careers are compared.
COMPARE = "compare"
#: The class of what the script makes a button of. The script is only on pages that have it.
MARK = "guide-mark"


def with_occupation(domain: GuideDomain) -> Iterator[tuple[Entry, Career]]:
    """Yield the careers that have an occupation, each with the guide that names it."""
    entries = domain.build.catalogue.entries
    for career in domain.build.catalogue.careers.values():
        entry = entries.get(landing_guide(career, entries))
        if entry and entry.occupations:
            yield entry, career


def full_name(career: Career, entry: Entry, row: Occupation) -> tuple[str, str]:
    """Return the title of a career, and that of its occupation if it has more than one."""
    return career.title, row.title if len(entry.occupations) > 1 else ""


def compare_page(domain: GuideDomain) -> str:
    """Return the docname of the page on which careers are compared; ``''`` if there is none."""
    return next(iter(pages_with(domain, COMPARE)), "")


class Marks:
    """Which pages' links readers can mark; ask with ``build.of(Marks)`` once all pages are read.

    :ivar page: the page on which careers are compared; ``''`` if there is none
    """

    def __init__(self, build: Build) -> None:
        domain = guides(build.app.env)
        self.page = compare_page(domain)
        self._careers = {
            docname: career.folder
            for entry, career in (with_occupation(domain) if self.page else ())
            for docname in filter(None, (entry.docname, career.index))
        }

    def career(self, docname: str) -> str:
        """Return the folder of the career that the page stands for; ``''`` if for none."""
        return self._careers.get(docname, "")


def mark(career: str, title: str) -> Markup:
    """Return the place of the button that marks a career, which ``choose.js`` fills in."""
    if not career:
        return Markup("")
    return Markup('<span class="{}" data-career="{}" data-title="{}"></span>').format(
        MARK, career, title
    )
