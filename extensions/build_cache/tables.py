"""What one build keeps for the next, as a pickle beside the doctrees: our own, as Sphinx's are."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from .files import write_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


#: Items that may have changed before all are written again.
_MOST = 500


def load(path: Path) -> Any:
    """Return what was kept; ``None`` if there is nothing yet, or it is of another version."""
    try:
        return pickle.loads(path.read_bytes())  # noqa: S301 - see above
    except Exception:  # noqa: BLE001 - whatever an old or a broken file makes it raise
        return None


def dump(path: Path, value: Any) -> None:
    """Keep *value*, whole or not at all."""
    write_whole(path, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


class Table:
    """A mapping that is kept, with a head. What changes is kept in a file beside that of all.

    Of ten thousand items an edit changes a few, and it takes half a second to write all.

    :ivar head: what was kept with the items; ``None`` if nothing was
    :ivar items: the items
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
            case (self._name, head, dict(items)):
                self.head, self._changed = head, {*items}
                self.items |= items

    def write(self, head: Any, items: Mapping[str, Any], changed: Collection[str]) -> None:
        """Keep *items*, of which those that have *changed* are not as they were kept."""
        changed = self._changed.union(changed)
        if self._name and len(changed) <= _MOST and items.keys() == self.items.keys():
            dump(self._changes, (self._name, head, {name: items[name] for name in changed}))
            return
        dump(self.path, (uuid4().hex, head, dict(items)))
        self._changes.unlink(missing_ok=True)
