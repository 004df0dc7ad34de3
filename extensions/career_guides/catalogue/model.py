"""Every guide of the site at once: careers, their order, what comes next, and what is wrong.

Plain, immutable data, made by :func:`career_guides.assemble.assemble` before Sphinx reads a
page, so that every cross-page question has one answer, the same in every process.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from career_guides.facts.release import Facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from career_guides.content.page import Page
    from career_guides.content.schema import Guide
    from career_guides.diagnostics.problem import Problem

    from .assets import Image, Logo
    from .targets import Target


@dataclass(frozen=True, slots=True)
class Entry:
    """A guide with its folder's defaults, its links and files looked up.

    :param docname: the page
    :param guide: its front matter, defaults of ``cascade`` included
    :param career: its folder
    :param image: the file of its figure
    :param logo: its logo, or the site's
    :param next: where its ``next`` leads
    :param prev: where its ``prev`` leads, or the guide whose ``next`` leads here
    :param related: the guides that it names as related; at the end of an overview, the careers
        that are nearest to its own after them
    :param occupations: its SOC codes that the survey knows
    :param is_summary: whether these are its own, not its folder's: what the page is about
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


@dataclass(frozen=True, slots=True)
class Career:
    """A folder of guides.

    :param folder: from the source folder; ``''`` is the source folder itself
    :param index: its landing page; ``''`` if there is none
    :param title: the landing page's title, else the folder's name
    :param guides: the other guides in reading order
    """

    folder: str
    index: str
    title: str
    guides: tuple[str, ...]

    def all_guides(self, entries: Mapping[str, Entry]) -> tuple[str, ...]:
        """Return its guides in reading order, the landing page first if that is one."""
        return ((self.index,) if self.index in entries else ()) + self.guides


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole site.

    :param entries: docname -> guide
    :param careers: folder -> career
    :param children: page -> the pages below it, for the toctrees that Sphinx needs
    :param aliases: old path -> docname
    :param logos: name -> logo
    :param pages: every page that is built, guide or not
    :param drafts: pages that are left out
    :param facts: pay and employment of occupations
    :param problems: what is wrong, in the order of files and lines
    :param made: tells it from those of other builds, where it is kept for the next; else ''
    :param since: the same of the one that was kept before
    :param changed: guides that are not as they were in that; ``None`` if more may be different
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
