"""The pages of the site as an editor's check keeps them: each is unpickled when it is needed.

An answer about one page needs a few others whole; of all others, whether they are guides or drafts.
Unpickling a thousand pages takes a tenth of the time that the whole answer may take.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from build_cache.software import known_made_by
from build_cache.stamps import ABSENT, Stamp, is_older, latest_told, stamp
from build_cache.tables import Table
from career_guides.catalogue.toctree import indexes_above
from career_guides.content.page_cache import READERS, PageCache

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from career_guides.content.page import Page


#: Names of the files with these pages, with those of a full check, and with software versions.
KEPT, PAGES, SOFTWARE = "editor.pickle", "pages.pickle", "software.pickle"
#: Number that changes with what is kept of a page.
_FORM = 1
#: Number of pages that are read faster than the pages of the last full check are loaded.
_FEW = 5


class Kept(NamedTuple):
    """What is kept of a page.

    :param stamp: that of its file
    :param is_guide: whether it is a guide
    :param draft: its own ``draft``; ``None`` if it does not say
    :param draft_below: the ``draft`` of its ``cascade``; ``None`` if that does not say
    :param page: the page, pickled
    """

    stamp: Stamp
    is_guide: bool
    draft: bool | None
    draft_below: bool | None
    page: bytes

    @classmethod
    def of(cls, page: Page, stamp: Stamp = ABSENT) -> Kept:
        """Return what to keep of a page."""
        below = page.values.get("cascade", {}).get("draft")
        pickled = pickle.dumps(page, pickle.HIGHEST_PROTOCOL)
        return cls(stamp, page.is_guide, page.values.get("draft"), below, pickled)


class KeptPages(Mapping[str, "Page"]):
    """Docname -> page, for the page that is edited and those that are kept.

    :param kept: docname -> what is kept of the page
    :param edited: the page that is edited
    """

    def __init__(self, kept: Mapping[str, Kept], edited: Page) -> None:
        self.kept = {**kept, edited.docname: Kept.of(edited)}
        self._pages = {edited.docname: edited}

    def __getitem__(self, docname: str) -> Page:
        if docname not in self._pages:
            self._pages[docname] = pickle.loads(self.kept[docname].page)  # noqa: S301 - see Table
        return self._pages[docname]

    def __iter__(self) -> Iterator[str]:
        return iter(self.kept)

    def __len__(self) -> int:
        return len(self.kept)

    def __contains__(self, docname: object) -> bool:
        return docname in self.kept

    def guides(self) -> dict[str, bool]:
        """Return docname -> whether it is a draft, for every guide."""
        below = {
            name: kept.draft_below
            for name, kept in self.kept.items()
            if kept.draft_below is not None
        }

        def is_draft(docname: str, own: bool | None) -> bool:
            given = [own, *(below.get(name) for name in reversed(indexes_above(docname)))]
            return next((each for each in given if each is not None), False)

        return {
            name: is_draft(name, kept.draft) if below else kept.draft is True
            for name, kept in self.kept.items()
            if kept.is_guide
        }


def keep_pages(
    folder: Path, files: Mapping[str, Path], edited: str, extra_keys: list[str]
) -> dict[str, Kept]:
    """Return docname -> what is kept, for all Markdown files but the edited one.

    :param folder: the folder in which it is kept from one answer to the next
    :param files: docname -> file of all pages
    :param edited: docname of the page that is edited
    :param extra_keys: front-matter keys of other extensions
    """
    software = known_made_by(READERS, folder / SOFTWARE)
    table, key = Table(folder / KEPT), (software, _FORM, sorted(extra_keys))
    before: dict[str, Kept] = table.items if table.head == key else {}
    stamps: dict[str, Stamp] = {}
    for name, file in files.items():
        if file.suffix == ".md":
            with suppress(OSError):  # a full check reports it
                stamps[name] = stamp(file)
    kept = {name: before[name] for name in stamps if name in before}
    changed = [
        name
        for name, now in stamps.items()
        if name != edited and (name not in kept or kept[name].stamp != now)
    ]
    cache = PageCache(folder / PAGES if len(changed) > _FEW else None, extra_keys, software)
    for name in changed:
        kept.pop(name, None)
        with suppress(OSError, UnicodeDecodeError):  # a full check reports it
            page = cache.read(name, files[name])
            is_sure = is_older(stamps[name], latest_told())
            kept[name] = Kept.of(page, stamps[name] if is_sure else ABSENT)  # or read again
    if changed or kept.keys() != before.keys():
        with suppress(OSError):  # a folder that cannot be written costs time, not the answer
            table.write(key, kept, changed)
    return {name: each for name, each in kept.items() if name != edited}
