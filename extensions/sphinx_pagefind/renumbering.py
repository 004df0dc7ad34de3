"""Other numbers for the pages of an index, where some have come or gone.

Pages are numbered in the order of their addresses, as in an index of all pages at once. Words note
the distance of each page from the one before, so of a word that is on thousands of pages, an edit
changes one or two of these.

That is so in nearly all words, and to write them all takes as long as all else. So a word stays as
it is in the store, which notes how many times pages were renumbered before it was written; the rest
is made up for whenever it is read.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from .postings import NOTHING, Postings, distance

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence


#: The most renumberings that are made up for when a word is read.
MOST = 30

# Bytes of the number of a page.
_SIZE = array("I").itemsize
# The number of a page that has gone.
_GONE = -1


class Renumbering:
    """New numbers of pages, in the same order as the old ones.

    :param numbers: the new number of each page by its old one; ``None`` for one that no word has
    """

    def __init__(self, numbers: Sequence[int | None]) -> None:
        self._numbers = [number or 0 for number in numbers]
        #: The old numbers from which on the new ones are further from them, or less far.
        self._starts: list[int] = []
        shift = 0
        for old, new in enumerate(numbers):
            if new is not None and new - old != shift:
                self._starts.append(old)
                shift = new - old

    def may_change(self, pages: bytes, forms: bytes) -> bool:
        """Return whether a word may have pages with other numbers: most are on a page or two.

        :param pages: as in a row of the store
        :param forms: likewise
        """
        if not self._starts:
            return False
        return forms != NOTHING or _last(pages) >= self._starts[0]

    def now(self, page: int) -> int:
        """Return the new number of a page."""
        return self._numbers[page]

    def apply(self, postings: Postings) -> bool:
        """Give the pages of a word their new numbers; return whether any has another one."""
        new_forms = [
            (form, [[self._numbers[page], *rest] for page, *rest in entries])
            for form, entries in postings.forms
        ]
        old = postings.pages
        changes = [*self._changes(old)]
        if not changes and new_forms == postings.forms:
            return False
        postings.entries = _replaced(postings.entries, postings.sizes, changes)
        for at, head, made in changes:
            postings.sizes[at] += len(made) - len(head)
        postings.pages = array("I", map(self._numbers.__getitem__, old))
        postings.forms = new_forms
        return True

    def entries(self, pages: bytes, sizes: bytes, entries: bytes) -> bytes:
        """Return the entries of a word with the new numbers, without all else that a row holds.

        :param pages: as in a row of the store; *sizes* and *entries* likewise
        """
        changes = [*self._changes(array("I", pages))]
        is_first = len(changes) == 1 and not changes[0][0]  # so of most words, with one page each
        return _replaced(entries, () if is_first else array("I", sizes), changes)

    def _changes(self, old: Sequence[int]) -> Iterator[tuple[int, bytes, bytes]]:
        """Yield the places in a word's pages where entries begin differently: old, then new."""
        for at in sorted({bisect_left(old, start) for start in self._starts} - {len(old)}):
            before = old[at - 1] if at else 0
            moved = self._numbers[before] if at else 0
            yield at, distance(old[at] - before), distance(self._numbers[old[at]] - moved)


def _last(pages: bytes) -> int:
    """Return the last page of a word, as in a row of the store."""
    return int.from_bytes(pages[-_SIZE:], sys.byteorder)


def _replaced(
    entries: bytes, sizes: Sequence[int], changes: Iterable[tuple[int, bytes, bytes]]
) -> bytes:
    """Return entries with other beginnings at some places.

    :param sizes: the number of bytes of each entry
    :param changes: see :meth:`Renumbering._changes`
    """
    parts = []
    done = end = last = 0
    for at, head, made in changes:
        end += sum(sizes[last:at])
        parts += [entries[done:end], made]
        done, last = end + len(head), at
    return b"".join([*parts, entries[done:]])


class Renumberings:
    """All that have been noted since the index was made, in the table ``renumberings``."""

    def __init__(self, data: sqlite3.Connection) -> None:
        self._data = data
        ((self.count,),) = data.execute("select count(*) from renumberings")
        self._since: dict[int, Renumbering] = {}
        self._first_moved = 0

    def add(self, numbers: Sequence[int | None]) -> None:
        """Note the new number of each page by its old one; ``None`` if no word has it any more."""
        noted = array("i", (_GONE if number is None else number for number in numbers))
        self._data.execute("insert into renumberings values (?, ?)", [self.count, noted.tobytes()])
        moved = (old for old, new in enumerate(noted) if old != new)
        self._first_moved = next(moved, len(noted))
        self.count += 1
        self._since.clear()

    def clear(self) -> None:
        """Forget all: no word needs them any more."""
        self._data.execute("delete from renumberings")
        self.count = 0
        self._since.clear()

    def since(self, count: int) -> Renumbering:
        """Return the renumbering for words that were written after the first *count* ones."""
        if not self._since:
            found = self._data.execute("select numbers from renumberings order by place desc")
            numbers: list[int | None] | None = None
            for place, (noted,) in zip(range(self.count)[::-1], found, strict=True):
                step = array("i", noted)
                later = range(max(step, default=0) + 1) if numbers is None else numbers
                numbers = [None if number == _GONE else later[number] for number in step]
                self._since[place] = Renumbering(numbers)
        return self._since[count]

    def up_to_date(self, count: int, *columns: bytes) -> Postings | None:
        """Return what a row says with the numbers that pages have now; ``None`` if it has them.

        :param count: as for :meth:`since`
        :param columns: as for :meth:`.Postings.of`
        """
        if not self._may_change(count, columns[0], columns[-1]):
            return None
        postings = Postings.of(*columns)
        return postings if self.since(count).apply(postings) else None

    def served(self, count: int, *columns: bytes) -> tuple[bytes, bytes]:
        """Return the entries and the forms of a row with the numbers that pages have now.

        :param count: as for :meth:`up_to_date`; *columns* likewise
        """
        pages, sizes, entries, forms = columns
        if not self._may_change(count, pages, forms):
            return entries, forms
        if forms == NOTHING:
            return self.since(count).entries(pages, sizes, entries), forms
        now = self.up_to_date(count, *columns)
        return now.columns()[2:] if now else (entries, forms)

    def has_moved(self, count: int, pages: bytes, forms: bytes) -> bool:
        """Return whether a word may have other numbers than before the page that came or went last.

        Its row does not say so: where a page has come and gone again, the numbers there are right,
        but not those in the part that is served.

        :param count: as for :meth:`since`
        :param pages: as for :meth:`.Postings.of`; *forms* likewise
        """
        if forms != NOTHING:
            return True
        last = _last(pages)
        now = last if count == self.count else self.since(count).now(last)
        return now >= self._first_moved

    def _may_change(self, count: int, pages: bytes, forms: bytes) -> bool:
        return count != self.count and self.since(count).may_change(pages, forms)
