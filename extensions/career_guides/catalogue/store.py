"""Keep the catalogue for the next build, in pickles next to the doctrees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_cache.tables import Table

from .taxonomy import terms_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from career_guides.content.page import Page

    from .model import Catalogue


class Kept:
    """The catalogue kept by the last build, if there is one.

    :param path: its file
    :param pages: identifies the pages of this build, whatever their bodies say
    :param others: identifies everything else that a catalogue is built from
    """

    def __init__(self, path: Path, pages: str, others: str) -> None:
        self.table = Table(path)
        self.key = (pages, others)
        self.old_key: tuple[str, str] = ("", "")
        self.old: Catalogue | None = None
        match self.table.head:
            case (key, catalogue):
                self.old_key, self.old = key, replace(catalogue, entries=self.table.items)

    def find(self, pages: Mapping[str, Page]) -> Catalogue | None:
        """Return the catalogue if it was built from exactly the same input; else ``None``.

        :param pages: the pages of this build, which the file does not repeat
        """
        if self.old is None or self.old_key != self.key:
            return None
        built = {name: page for name, page in pages.items() if name not in self.old.drafts}
        return replace(self.old, pages=built, since=self.old.made, changed=frozenset())

    def of(self, pages: str) -> Catalogue | None:
        """Return the catalogue if built from *pages*, with the rest the same; else ``None``.

        :param pages: identifies pages, as in the constructor
        """
        return self.old if self.old_key == (pages, self.key[1]) else None

    def keep(self, catalogue: Catalogue) -> Catalogue:
        """Keep *catalogue* for the next build; return it with its identity and what has changed."""
        named = replace(catalogue, made=" ".join(self.key))
        if self.old is not None and self.old_key[1] == self.key[1]:
            named = replace(named, since=self.old.made, changed=changed(self.old, named))
        known, entries = self.table.items, catalogue.entries
        new = {name for name, entry in entries.items() if entry is not known.get(name)}
        self.table.write((self.key, replace(named, pages={}, entries={})), entries, new)
        return named


def changed(old: Catalogue, new: Catalogue) -> frozenset[str] | None:
    """Return the guides that have changed; ``None`` if more than guides has changed."""
    for name in ("children", "aliases", "logos", "drafts", "facts"):
        if getattr(old, name) != getattr(new, name):
            return None
    careers = [
        {folder: replace(career, title="") for folder, career in catalogue.careers.items()}
        for catalogue in (old, new)
    ]
    if careers[0] != careers[1] or old.entries.keys() != new.entries.keys():
        return None
    found = {name for name, entry in new.entries.items() if old.entries[name] != entry}
    for name in found:  # the spelling of a topic is shared by the whole site
        if [*terms_of(old.entries[name].guide)] != [*terms_of(new.entries[name].guide)]:
            return None
    return frozenset(found)
