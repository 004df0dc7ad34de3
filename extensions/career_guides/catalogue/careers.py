"""Guides gathered into careers: their order, and the way back from each. Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from career_guides.content.page import title_from_name

from .model import Career
from .reading_order import Chapter, arrange
from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from career_guides.content.page import Page

    from .model import Entry


def gather(
    entries: Mapping[str, Entry], pages: Mapping[str, Page], documents: Container[str]
) -> dict[str, Career]:
    """Return folder -> career.

    :param pages: docname -> page, guide or not
    :param documents: every page that is built
    """
    folders: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        folders[entry.career].append(entry)
    careers = {}
    for folder, inside in sorted(folders.items()):
        index = f"{folder}/index".lstrip("/")
        chapters = [
            Chapter(entry.docname, _next_inside(entry), entry.guide.weight, entry.title)
            for entry in inside
            if entry.docname != index
        ]
        first = _next_inside(entries[index]) if index in entries else None
        if index in entries:
            title = entries[index].title
        else:
            page = pages.get(index)
            title = (page.heading if page else "") or title_from_name(index)
        landing_page = index if index in documents else ""
        careers[folder] = Career(folder, landing_page, title, arrange(chapters, first))
    return careers


def _next_inside(entry: Entry) -> str | None:
    """Return the first chapter of the same career that the ``next`` of *entry* names."""
    parts = (target.docname.rpartition("/") for target in entry.next if target.docname)
    inside = ("".join(part) for part in parts if part[0] == entry.career and part[2] != "index")
    return next(inside, None)


def landing_guide(career: Career, entries: Mapping[str, Entry]) -> str:
    """Return the guide that stands for a career: its landing page, else its overview."""
    if not career.folder:
        return ""
    return career.index if career.index in entries else overview(career, entries)


def overview(career: Career, entries: Mapping[str, Entry]) -> str:
    """Return the chapter that says what the career is: its overview, else its landing page."""
    name = f"{career.folder}/overview".lstrip("/")
    return name if name in entries else career.index if career.index in entries else ""


def with_prev(entries: Mapping[str, Entry], careers: Mapping[str, Career]) -> dict[str, Entry]:
    """Derive the missing ``prev`` from the guide whose ``next`` points here.

    Where several do (a side chapter joins the ring), the first in reading order. What was derived
    in an earlier catalogue is derived anew.
    """
    reading_order = (name for career in careers.values() for name in career.all_guides(entries))
    before: dict[str, str] = {}
    for name in reading_order:
        for target in entries[name].next:
            if target.docname:
                before.setdefault(target.docname, name)
    found = {}
    for name, entry in entries.items():
        prev = entry.prev if entry.guide.prev else ()
        if not prev and name in before:
            prev = (Target(before[name]),)
        found[name] = entry if prev == entry.prev else replace(entry, prev=prev)
    return found
