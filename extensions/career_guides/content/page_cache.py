"""A cache of parsed pages, so that unchanged pages are not parsed again in the next build.

It is a pickle next to the doctrees, which Sphinx trusts in the same way. A file counts as unchanged
while its stamp is the same; one that was written only moments ago is read anyway, since a second
change could have the same times.
"""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from build_cache.software import made_by
from build_cache.stamps import Stamp, is_older, latest_told, stamp
from build_cache.tables import Table

from .page import Page, read_page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


#: Size of the largest page. MyST needs 300 times as much memory.
MOST_BYTES = 10_000_000
#: The packages that read a page.
READERS = ("career-guides", "PyYAML")
#: Number that changes with what is known of a page.
_FORM = 7
#: Number of pages that are parsed faster than the whole cache is written.
_FEW = 100


class PageCache:
    """Pages as they were read, with one set of accepted keys.

    :param path: the file of the cache; ``None`` saves nothing
    :param extra_keys: front-matter keys of other extensions
    :param software: identifies what reads pages, if the caller knows it
    """

    def __init__(
        self, path: Path | None, extra_keys: Iterable[str] = (), software: str = ""
    ) -> None:
        self.key = (software or made_by(READERS), _FORM, sorted(extra_keys))
        self.extra_keys = tuple(extra_keys)
        self.known: dict[str, tuple[Stamp, Page]] = {}
        self.used: dict[str, tuple[Stamp, Page]] = {}
        #: Identifies the saved pages, whatever their bodies say.
        self.name = ""
        #: Docnames of pages that differ from what was saved.
        self.changed: set[str] = set()
        self.parsed = 0
        self.table = Table(path) if path is not None else None
        match self.table:
            case Table(head=(self.key, name), items=known):
                self.name, self.known = name, known

    def read(self, docname: str, path: Path, known_stamp: Stamp | None = None) -> Page:
        """Return a page, from the cache if its file has not changed.

        :param known_stamp: that of its file, from before it is read
        :raises OSError: if the file cannot be read, or is larger than any page should be
        :raises UnicodeDecodeError: if it is not UTF-8 text
        """
        now = known_stamp or stamp(path)
        known = self.known.get(docname)
        if known is not None and known[0] == now:
            self.used[docname] = known
            return known[1]
        if now[1] > MOST_BYTES:
            raise OSError(errno.EFBIG, f"it is larger than {MOST_BYTES // 10**6} MB")
        self.parsed += 1
        page = read_page(path.read_bytes().decode("utf-8-sig"), docname, self.extra_keys)
        if known is None or known[1] != page:
            self.changed.add(docname)
        if is_older(now, latest_told()):
            self.used[docname] = (now, page)
        elif known is not None and known[1] == page:
            self.used[docname] = known  # read again next time
        return page

    def save(self) -> None:
        """Write the pages that this build has used, if they differ from those of the last one."""
        differs = self.changed or self.used.keys() != self.known.keys()
        if self.table is None or not (differs or self.parsed > _FEW):
            return
        if differs:
            self.name = os.urandom(16).hex()
        changed = {name for name, item in self.used.items() if item is not self.known.get(name)}
        self.table.write((self.key, self.name), self.used, changed)
