"""The catalogue: all guides of the site, their careers and order, their links, and problems.

It is plain, immutable data, built by :func:`career_guides.catalogue.assemble.assemble` before
Sphinx reads any page, so that every cross-page question has the same answer in every process.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from career_guides.facts.release import Facts

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from career_guides.content.page import Page
    from career_guides.content.schema import Guide
    from career_guides.diagnostics.problem import Problem

    from .assets import Image, Logo, Sizes
    from .targets import Target


@dataclass(frozen=True, slots=True)
class SiteInputs:
    """What the catalogue is built from, apart from the pages.

    :param srcdir: the source folder, resolved
    :param root: docname of the site's root page
    :param documents: docnames of all pages that Sphinx found, of any format
    :param logos: name -> logo
    :param default_logo: name of the logo for pages that do not name one
    :param drafts: whether drafts are built
    :param today: day on which reviews are judged; ``None`` if they are not
    :param facts: pay and employment of occupations
    :param follows_links: whether images may be reached by symbolic links out of the source folder
    :param sizes: what is known of images from an earlier run; ``None`` if nothing is kept
    """

    srcdir: Path
    root: str = "index"
    documents: frozenset[str] = frozenset()
    logos: Mapping[str, Logo] = field(default_factory=dict)
    default_logo: str = ""
    drafts: bool = False
    today: dt.date | None = None
    facts: Facts = field(default_factory=Facts)
    follows_links: bool = False
    sizes: Sizes | None = None


class Entry(NamedTuple):
    """A guide with its folder's defaults applied, and its links and files resolved.

    :param docname: name of the page
    :param guide: its front matter, with defaults from ``cascade``
    :param career: its folder
    :param image: image of its figure
    :param logo: its own logo, or the site's
    :param next: targets of its ``next``
    :param prev: targets of its ``prev``, or the guide whose ``next`` leads here
    :param related: the guides that it names as related; for the overview of a career, followed by
        the most closely related careers
    :param occupations: those of its SOC codes that the survey knows
    :param is_summary: whether the codes are its own, not its folder's, so that the page is about
        these occupations
    :param is_due: whether its review had run out on the day of the build
    """

    docname: str
    guide: Guide
    career: str
    image: Image | None = None
    logo: Logo | None = None
    next: tuple[Target, ...] = ()
    prev: tuple[Target, ...] = ()
    related: tuple[Target, ...] = ()
    occupations: tuple[str, ...] = ()
    is_summary: bool = False
    is_due: bool = False

    @property
    def title(self) -> str:
        return self.guide.title

    @property
    def is_listed(self) -> bool:
        return not self.guide.unlisted

    @property
    def targets(self) -> tuple[Target, ...]:
        """All pages and addresses that its front matter names."""
        return (*self.next, *self.prev, *self.related)


@dataclass(frozen=True, slots=True)
class Career:
    """A folder of guides.

    :param folder: relative to the source folder; ``''`` is the source folder itself
    :param index: docname of its landing page; ``''`` if there is none
    :param title: the landing page's title, else one derived from the folder's name
    :param guides: the other guides in reading order, without those that are unlisted
    """

    folder: str
    index: str
    title: str
    guides: tuple[str, ...]

    def all_guides(self, entries: Mapping[str, Entry]) -> tuple[str, ...]:
        """Return its guides in reading order, beginning with the landing page if it is a guide.

        Those that are unlisted are left out.
        """
        index = entries.get(self.index)
        return ((self.index,) if index and index.is_listed else ()) + self.guides


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole site.

    :param entries: docname -> guide
    :param careers: folder -> career
    :param children: docname -> the pages below it, for the toctrees that Sphinx needs
    :param aliases: old path -> docname
    :param logos: name -> logo
    :param pages: docname -> page, for every page that is built, whether or not it is a guide
    :param drafts: docnames of pages that are left out
    :param facts: pay and employment of occupations
    :param problems: the problems, in the order of files and lines
    :param made: identifies this catalogue if it is kept for the next build; else ``''``
    :param since: identifies the catalogue that was kept before
    :param changed: guides that differ from that one; ``None`` if more than guides may differ
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    careers: Mapping[str, Career] = field(default_factory=dict)
    children: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    logos: Mapping[str, Logo] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    facts: Facts = field(default_factory=Facts)
    problems: tuple[Problem, ...] = ()
    made: str = ""
    since: str = ""
    changed: frozenset[str] | None = None

    def listed(self) -> Iterator[Entry]:
        """Yield the guides that lists may show."""
        return (entry for entry in self.entries.values() if entry.is_listed)

    def listed_careers(self) -> Iterator[tuple[str, Career]]:
        """Yield folder and career, without those whose landing page is unlisted or that are empty.

        The guides of the source folder itself have no other landing page than the home page.
        """
        for folder, career in self.careers.items():
            has_pages = bool(career.index or career.guides)
            if not folder or (has_pages and is_listed(career.index, self.entries)):
                yield folder, career


def is_listed(docname: str, entries: Mapping[str, Entry]) -> bool:
    """Return whether lists may show a page, which all may but unlisted guides."""
    return docname not in entries or entries[docname].is_listed
