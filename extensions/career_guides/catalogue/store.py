"""Keep the catalogue for the next build, in pickles next to the doctrees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_cache.tables import Table, differing, dump, load
from career_guides.facts.release import BUNDLED, Facts, bundled

from .taxonomy import KINDS, terms_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Set
    from pathlib import Path

    from career_guides.content.page import Page

    from .model import Catalogue, Entry


_FACTS = "career_guides-facts.pickle"


class Kept:
    """The catalogue kept by the last build, if there is one.

    :param path: its file
    :param pages: identifies the pages of this build, whatever their bodies say
    :param others: identifies everything else that a catalogue is built from
    :param documents: docnames of all pages of this build

    :ivar moved: pages that have been added since, or removed
    """

    def __init__(self, path: Path, pages: str, others: str, documents: frozenset[str]) -> None:
        self.table = Table(path)
        self.key = (pages, others)
        self.documents = documents
        self.moved: frozenset[str] = frozenset()
        self.old_key: tuple[str, str] = ("", "")
        self.old: Catalogue | None = None
        self.facts = path.with_name(_FACTS)
        match self.table.head:
            case (key, catalogue, before) if facts := self._facts(key[1], catalogue.facts.folder):
                self.old_key = key
                self.old = replace(catalogue, entries=self.table.items, facts=facts[0])
                self.moved = documents ^ before

    def _facts(self, others: str, folder: Path | None) -> list[Facts]:
        """Return the facts that were kept with *others* and read from *folder*, if there are any.

        They are as large as a thousand guides, and most edits leave them alone.
        """
        if folder == BUNDLED and bundled.cache_info().currsize:  # as in the preview
            return [bundled()]
        match load(self.facts):
            case (kept, Facts() as facts) if kept == others and facts.folder == folder:
                return [facts]
        return []

    def find(self, pages: Mapping[str, Page]) -> Catalogue | None:
        """Return the catalogue if it was built from exactly the same input; else ``None``.

        :param pages: the pages of this build, which the file does not repeat
        """
        if self.old is None or self.old_key != self.key or self.moved:
            return None
        built = {name: page for name, page in pages.items() if name not in self.old.drafts}
        return replace(self.old, pages=built, since=self.old.made, changed=frozenset())

    def of(self, pages: str) -> Catalogue | None:
        """Return the catalogue if built from *pages*, with the rest the same; else ``None``.

        Pages may have been :attr:`moved` since.

        :param pages: identifies pages, as in the constructor
        """
        return self.old if self.old_key == (pages, self.key[1]) else None

    def keep(self, catalogue: Catalogue) -> Catalogue:
        """Keep *catalogue* for the next build; return it with its identity and what has changed."""
        named = replace(catalogue, made=" ".join(self.key))
        if self.old is not None and self.old_key[1] == self.key[1]:
            differ = changed(self.old, named, self.moved)
            named = replace(named, since=self.old.made, changed=differ)
        known, entries = self.table.items, catalogue.entries
        new = {name for name, entry in entries.items() if entry is not known.get(name)}
        if self.old is None or self.old_key[1] != self.key[1]:
            dump(self.facts, (self.key[1], named.facts))
        rest = replace(named, pages={}, entries={}, facts=Facts(folder=named.facts.folder))
        head = (self.key, rest, self.documents)
        self.table.write(head, entries, new)
        return named


def changed(
    old: Catalogue, new: Catalogue, moved: frozenset[str] = frozenset()
) -> frozenset[str] | None:
    """Return the guides that have changed; ``None`` if more than guides has changed.

    A landing page has changed if there are other pages below it, or in another order.

    :param moved: pages of one catalogue alone; they are among those that have changed
    """
    is_same_site = all(
        getattr(old, name) == getattr(new, name) for name in ("logos", "drafts", "facts")
    )
    was, now = old.entries, new.entries
    # Pages that are not guides are shown in other ways; those of terms may also be generated.
    are_guides = was.keys() ^ now.keys() == moved
    if not (is_same_site and are_guides) or any(name.startswith(_TERMS) for name in moved):
        return None
    both = was.keys() & now.keys()
    found = {*moved, *(name for name in both if was[name] != now[name])}
    aliases = {page for _alias, page in old.aliases.items() ^ new.aliases.items()}
    if not (aliases <= moved and _have_same_careers(old, new, found)):
        return None
    below = differing(old.children, new.children)
    if not below <= moved | both:
        return None
    # The spelling of a topic is shared by the whole site.
    if any([*terms_of(was[name].guide)] != [*terms_of(now[name].guide)] for name in both & found):
        return None
    return frozenset(found | below) if not moved or _spelling(was) == _spelling(now) else None


def _have_same_careers(old: Catalogue, new: Catalogue, guides: Set[str]) -> bool:
    """Return whether careers differ only in titles and orders, and only those of some *guides*."""
    folders = {name.rpartition("/")[0] for name in guides}
    return all(
        folder in folders
        and {folder} <= old.careers.keys() & new.careers.keys()
        and old.careers[folder].index == new.careers[folder].index
        for folder in differing(old.careers, new.careers)
    )


#: Beginnings of the docnames of pages of industries and tags.
_TERMS = tuple(f"{kind}/" for kind in KINDS)


def _spelling(entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return page -> name of each industry and tag: as in the first guide that has it."""
    found: dict[str, str] = {}
    for entry in entries.values():
        for _kind, name, page in terms_of(entry.guide):
            found.setdefault(page, name)
    return found
