"""Pickles that are kept between builds, next to the doctrees and trusted like them."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING, Any

from .files import write_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


#: Largest number of changed items before all items are written again.
_MOST = 500


def load(path: Path) -> Any:
    """Return the pickled value; ``None`` if there is none, or it cannot be read."""
    try:
        return pickle.loads(path.read_bytes())  # noqa: S301 - see above
    except Exception:  # noqa: BLE001 - an old or broken file can make it raise anything
        return None


def dump(path: Path, value: Any) -> None:
    """Pickle *value* into a file, atomically."""
    write_whole(path, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> set[str]:
    """Return the names whose items differ, or that only one of two tables has."""
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


class Table:
    """A mapping with a head, kept on disk; changed items go in a second file next to the main one.

    An edit changes, adds or removes a few of ten thousand items, and writing them all takes half a
    second.

    :ivar head: the value that was saved with the items; ``None`` if there was none
    :ivar items: the items as they were saved, in the order of their names
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.head: Any = None
        self.items: dict[str, Any] = {}
        self._changes = path.with_suffix(".changes.pickle")
        self._name = ""
        self._changed: set[str] = set()
        match load(path):
            case (str(name), head, dict(items)):
                self._name, self.head, self.items = name, head, items
        match load(self._changes):
            case (self._name, head, dict(items), list(gone)):
                self.head, self._changed = head, {*items, *gone}
                kept = {name: self.items[name] for name in self.items.keys() - gone}
                self.items = dict(sorted((kept | items).items()))

    def write(self, head: Any, items: Mapping[str, Any], changed: Collection[str]) -> None:
        """Save *items*, of which those named in *changed* differ from what was saved.

        Those that have been added or removed need not be named.
        """
        changed = self._changed.union(changed, self.items.keys() ^ items.keys())
        if self._name and len(changed) <= _MOST:
            found = {name: items[name] for name in changed & items.keys()}
            dump(self._changes, (self._name, head, found, [*(changed - items.keys())]))
            return
        dump(self.path, (os.urandom(16).hex(), head, dict(sorted(items.items()))))
        self._changes.unlink(missing_ok=True)
