"""Assemble the catalogue from the front matter of all pages and the files of the site.

The same pages give the same catalogue and problems, in whatever order they were read.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from career_guides.content.frontmatter import line_of
from career_guides.content.schema import Guide, Link
from career_guides.diagnostics.problem import Problem, shorten
from career_guides.diagnostics.suggestions import suggest
from career_guides.facts.soc import why_unknown

from .aliases import find_aliases
from .assets import Image, ImageError, Logo, find_image
from .careers import gather, standing, with_prev
from .consistency import compare, leading_to_headings, naming
from .model import Catalogue, Entry, SiteInputs
from .related import with_related
from .reviews import is_due
from .targets import (
    SPHINX_PAGES,
    Target,
    TargetError,
    find_target,
    why_no_heading,
)
from .taxonomy import terms_of
from .toctree import indexes_above, pages_below

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Set

    from career_guides.content.page import Page


def assemble(
    pages: Mapping[str, Page],
    site: SiteInputs,
    before: Catalogue | None = None,
    changed: Iterable[str] = (),
    moved: Collection[str] = (),
) -> Catalogue:
    """Return the catalogue of *pages*.

    :param pages: docname -> page, for every Markdown file of the site
    :param site: everything else that the catalogue is built from
    :param before: an earlier catalogue of the same site and pages, apart from those that have
        *changed* or *moved*; it saves time and makes no difference to the result
    :param changed: docnames of pages that differ from the earlier ones
    :param moved: docnames of pages that have been added or removed
    """
    assembly = Assembly(pages, site)
    if before:
        assembly.take_over(before, {*changed, *moved}, moved)
    return assembly.catalogue()


class Assembly:
    """The pages while they are combined, and the problems that this shows."""

    def __init__(self, pages: Mapping[str, Page], site: SiteInputs) -> None:
        self.pages = pages
        self.site = site
        self.known: Mapping[str, Entry] = {}
        self.before = Catalogue()
        self.find_image = cache(  # guides may share an image
            partial(find_image, site.srcdir, follows_links=site.follows_links, sizes=site.sizes)
        )
        self.problems: set[Problem] = set()

    def take_over(self, before: Catalogue, changed: Set[str], moved: Collection[str] = ()) -> None:
        """Reuse the guides that are built from the same pages as before and had no problems."""
        others = {*changed, *(problem.docname for problem in before.problems)}
        others.update(leading_to_headings(before.entries, changed))
        others.update(naming(before.entries, moved))
        self.before = before
        self.known = {
            name: entry
            for name, entry in before.entries.items()
            if name not in others and others.isdisjoint(indexes_above(name))
        }

    def catalogue(self) -> Catalogue:
        self.problems.update(problem for page in self.pages.values() for problem in page.problems)
        guides = {
            name: self.guide(page) for name, page in sorted(self.pages.items()) if page.is_guide
        }
        drafts = frozenset(
            name for name, guide in guides.items() if guide.draft and not self.site.drafts
        )
        if self.site.root in drafts:
            self.report(self.site.root, ("draft",), "value", "the first page cannot be a draft")
            drafts -= {self.site.root}
        for name in sorted(SPHINX_PAGES & self.site.documents & self.pages.keys()):
            message = f"the page '{name}' has the address of one of Sphinx's own; rename the file"
            self.problems.add(Problem(name, 1, "alias", message))
        if drafts != self.before.drafts:
            self.known = {}
        self.documents = self.site.documents - drafts
        self.drafts = drafts
        entries = {
            name: self.entry(name, guide)
            for name, guide in guides.items()
            if name in self.documents
        }
        careers = gather(entries, self.pages, self.documents)
        entries = with_prev(entries, careers)
        known = self.known if standing(entries) == standing(self.before.entries) else {}
        entries = with_related(entries, careers, self.site.facts, known)
        generated = {page for entry in entries.values() for *_, page in terms_of(entry.guide)}
        aliases, clashes = find_aliases(
            {name: entry.guide.aliases for name, entry in entries.items()},
            self.documents | generated,
        )
        for name, index, message in clashes:
            self.report(name, ("aliases", index), "alias", message)
        pages = {name: page for name, page in self.pages.items() if name in self.documents}
        self.problems.update(compare(entries, pages, self.site.srcdir))
        below, unshown = pages_below(careers, entries, pages, self.site.root)
        self.problems |= unshown
        problems = tuple(sorted(self.problems))
        return Catalogue(
            entries,
            careers,
            below,
            aliases,
            self.site.logos,
            pages,
            drafts,
            self.site.facts,
            problems,
        )

    def guide(self, page: Page) -> Guide:
        """Return the front matter of *page*, merged over the defaults of the folders around it."""
        if known := self.known.get(page.docname):
            return known.guide
        values: dict[str, Any] = {}
        for index in indexes_above(page.docname):
            if index in self.pages:
                values |= self.pages[index].values.get("cascade", {})
        return Guide.read({**values, **page.values, "title": page.title})

    def owner(self, docname: str, key: str) -> tuple[str, tuple[str | int, ...]]:
        """Return the page that sets *key* for *docname*, and the path in its front matter."""
        if key in self.pages[docname].values:
            return docname, (key,)
        for index in reversed(indexes_above(docname)):
            if index in self.pages and key in self.pages[index].values.get("cascade", {}):
                return index, ("cascade", key)
        return docname, (key,)

    def report(self, docname: str, path: tuple[str | int, ...], subtype: str, message: str) -> None:
        """Record a problem at *path* in the page that sets it, once for all that inherit it."""
        docname, top = self.owner(docname, str(path[0]))
        line = line_of(self.pages[docname].lines, (*top, *path[1:]))
        self.problems.add(Problem(docname, line, subtype, message))

    def entry(self, docname: str, guide: Guide) -> Entry:
        if known := self.known.get(docname):
            return known
        due = bool(self.site.today and is_due(guide, self.site.today))
        if due:
            message = f"the review of {guide.last_reviewed} ran out after {guide.review_in}"
            self.report(docname, ("last_reviewed",), "stale", message)
        related = [Link(to=name) for name in guide.related]
        return Entry(
            docname, guide, docname.rpartition("/")[0],
            self.image(docname, guide),
            self.logo(docname, guide),
            self.targets(docname, "next", guide.next),
            self.targets(docname, "prev", guide.prev),
            self.targets(docname, "related", related),
            self.occupations(docname, guide),
            is_summary="occupation" in self.pages[docname].values,
            is_due=due,
        )  # fmt: skip

    def occupations(self, docname: str, guide: Guide) -> tuple[str, ...]:
        """Return the occupation codes that the survey knows; none if there are no facts."""
        found = []
        facts = self.site.facts
        for index, code in enumerate(guide.occupation if facts else ()):
            if reason := why_unknown(code, facts.occupations, docname):
                self.report(docname, ("occupation", index), "value", f"'occupation': {reason}")
            else:
                found.append(code)
        return tuple(found)

    def image(self, docname: str, guide: Guide) -> Image | None:
        figure = guide.figure
        if figure is None:
            return None
        if not figure.alt and not figure.decorative:
            message = (
                "'figure' needs 'alt', a text that says what the image shows;"
                " 'decorative: true' if it says nothing"
            )
            self.report(docname, ("figure",), "alt", message)
        folder = self.owner(docname, "figure")[0].rpartition("/")[0]
        try:
            return self.find_image(figure.image, folder)
        except ImageError as error:
            self.report(docname, ("figure", "image"), error.subtype, f"'figure': {error}")
            return None

    def logo(self, docname: str, guide: Guide) -> Logo | None:
        logos = self.site.logos
        name = guide.sidebarlogo
        if name and name not in logos:
            names = ", ".join(logos) or f"none; put one into {self.site.srcdir.name}/logos"
            message = f"no logo {shorten(name)}{suggest(name, logos)} (logos: {names})"
            self.report(docname, ("sidebarlogo",), "logo", message)
        return logos.get(guide.sidebarlogo or "") or logos.get(self.site.default_logo)

    def targets(self, docname: str, key: str, links: list[Link]) -> tuple[Target, ...]:
        found = []
        folder = self.owner(docname, key)[0].rpartition("/")[0]
        for index, link in enumerate(links):
            try:
                target = find_target(link.to, folder, self.documents, self.drafts)
                if target.docname == docname:
                    message = f"'{key}' points at the page itself"
                    self.report(docname, (key, index, "to"), "target", message)
                    continue
                if target.url and key == "related":
                    message = f"'related' points at an address, {shorten(link.to)}; name guides"
                    self.report(docname, (key, index), "target", message)
                    continue
                found.append(target._replace(label=link.label))
                if reason := why_no_heading(target, self.pages):
                    message = f"'{key}' points at {shorten(link.to)}, but {reason}"
                    self.report(docname, (key, index, "to"), "anchor", message)
            except TargetError as error:
                message = f"'{key}' points at {shorten(error.target)}, {error}"
                self.report(docname, (key, index, "to"), "target", message)
        return tuple(found)
