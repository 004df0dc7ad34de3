"""Group guides into careers, with their reading order and the way back from each guide."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from career_guides.content.page import title_from_name
from career_guides.diagnostics.suggestions import suggest

from .model import Career
from .reading_order import Chapter, arrange
from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Mapping

    from career_guides.content.page import Page

    from .model import Entry


def gather(
    entries: Mapping[str, Entry], pages: Mapping[str, Page], documents: Container[str]
) -> dict[str, Career]:
    """Group *entries* by folder; return folder -> career.

    :param entries: docname -> guide
    :param pages: docname -> page, whether or not it is a guide
    :param documents: docnames of all pages that are built
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
            if entry.docname != index and entry.is_listed
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
    """Return the first chapter of the same career in the ``next`` of *entry*, if any."""
    parts = (target.docname.rpartition("/") for target in entry.next if target.docname)
    inside = ("".join(part) for part in parts if part[0] == entry.career and part[2] != "index")
    return next(inside, None)


def landing_guide(career: Career, entries: Mapping[str, Entry]) -> str:
    """Return the guide that represents a career: its landing page, else its overview.

    A career whose landing page is unlisted has none: it is in no list.
    """
    name = career.index if career.index in entries else overview(career, entries)
    return name if career.folder and name and entries[name].is_listed else ""


def overview(career: Career, entries: Mapping[str, Entry]) -> str:
    """Return the guide that introduces a career: its overview, else its landing page."""
    name = f"{career.folder}/overview".lstrip("/")
    return name if name in entries else career.index if career.index in entries else ""


def standing(entries: Mapping[str, Entry]) -> dict[str, bool]:
    """Return the guides that may stand for a career, each with whether it is listed."""
    faces = ("index", "overview")
    return {
        name: entry.is_listed
        for name, entry in entries.items()
        if name.endswith(faces) and name.rpartition("/")[2] in faces
    }


def with_prev(entries: Mapping[str, Entry], careers: Mapping[str, Career]) -> dict[str, Entry]:
    """Return *entries* with every missing ``prev`` set to the guide whose ``next`` points there.

    If several do (a side chapter joins the ring), the first in reading order is taken. A ``prev``
    that was derived in an earlier catalogue is derived again.
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
        found[name] = entry if prev == entry.prev else entry._replace(prev=prev)
    return found


def no_career(written: str, careers: Collection[str]) -> str:
    """Return a message if the ``:career:`` of ``{guides}`` does not exist; ``''`` if it does."""
    if written.strip("/") in careers:
        return ""
    return f"'guides' lists career '{written}', which does not exist{suggest(written, careers)}"
