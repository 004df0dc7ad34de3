"""The page hierarchy, for toctrees that no author has to write."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from career_guides.diagnostics.problem import Problem

from .model import is_listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from career_guides.content.page import Page

    from .model import Career, Entry


NO_HEADING = (
    "the page has no heading, so the navigation cannot show it; give it a heading, '# Its title',"
    " or 'title' in its front matter"
)


def indexes_above(docname: str) -> list[str]:
    """Return the landing pages of the folders around a page, the outermost first.

    They need not exist. The first is that of the source folder; for a landing page, the last is the
    page itself.
    """
    parts = docname.split("/")[:-1]
    return ["index", *("/".join((*parts[: n + 1], "index")) for n in range(len(parts)))]


def pages_below(
    careers: Mapping[str, Career],
    entries: Mapping[str, Entry],
    pages: Mapping[str, Page],
    root: str,
) -> tuple[dict[str, tuple[str, ...]], set[Problem]]:
    """Return the pages below each landing page: its guides, then the careers inside it.

    Below the root page are the careers first, then the other pages of the source folder.

    Markdown pages of a career's folder that are not guides follow its guides; a page with
    ``orphan`` is left out, and so, with a problem, is a page without a heading: a toctree cannot
    show it. A guide has a heading in any case: its title. An unlisted guide is in no toctree.

    :param careers: folder -> career
    :param entries: docname -> guide
    :param pages: docname -> page, whether or not it is a guide
    :param root: docname of the site's root page, which takes pages that have no other place
    """

    def by_weight(career: Career) -> tuple[float, str, str]:
        entry = entries.get(career.index)
        weight = entry.guide.weight if entry else None
        return (math.inf if weight is None else weight, career.title.casefold(), career.folder)

    plain: dict[str, list[str]] = {}
    for name in sorted(pages.keys() - entries.keys()):
        folder, _, last = name.rpartition("/")
        if last != "index":
            plain.setdefault(folder, []).append(name)
    below: dict[str, list[str]] = {}
    loose: list[str] = []
    for career in sorted(careers.values(), key=by_weight):
        parent = _landing_page_above(career.folder, careers) or root
        if career.index and career.index != root:
            if is_listed(career.index, entries):
                below.setdefault(parent, []).append(career.index)
            parent = career.index
        here = [name for name in (*career.guides, *plain.get(career.folder, ())) if name != root]
        here = [name for name in here if not _is_orphan(pages[name])]
        if career.folder:
            below.setdefault(parent, [])[:0] = here
        else:
            loose = here  # the pages of the source folder come after the careers
    below.setdefault(root, []).extend(loose)
    mute = {name for name in pages.keys() - entries.keys() if not pages[name].has_heading}
    problems = {
        Problem(name, 1, "missing", NO_HEADING)
        for names in below.values()
        for name in mute.intersection(names)
    }
    shown = {
        parent: tuple(name for name in names if name not in mute)
        for parent, names in sorted(below.items())
    }
    return {parent: names for parent, names in shown.items() if names}, problems


def _is_orphan(page: Page) -> bool:
    return page.foreign.get("orphan") not in (None, False)


def _landing_page_above(folder: str, careers: Mapping[str, Career]) -> str:
    while folder:
        folder = folder.rpartition("/")[0]
        if folder in careers and (index := careers[folder].index):
            return index
    return ""
