"""Other numbers for the pages of an index, where some have come or gone.

Pages are numbered in the order of their addresses, as in an index of all pages at once. Words note
the distance of each page from the one before, so of a word that is on thousands of pages, an edit
changes one or two of these.

That is so in nearly all words, and to write them all takes as long as all else. So a word stays as
it is in the store, which notes how many times pages were renumbered before it was written; the rest
is made up for whenever it is read.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from .postings import NOTHING, Postings, distance

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


#: The most renumberings that are made up for when a word is read.
MOST = 30

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
        last = array("I", pages[-array("I").itemsize :])
        return forms != NOTHING or (bool(last) and last[0] >= self._starts[0])

    def apply(self, postings: Postings) -> bool:
        """Give the pages of a word their new numbers; return whether any has another one."""
        new_forms = [
            (form, [[self._numbers[page], *rest] for page, *rest in entries])
            for form, entries in postings.forms
        ]
        old = postings.pages
        places = {bisect_left(old, start) for start in self._starts} - {len(old)}
        if not places and new_forms == postings.forms:
            return False
        new = array("I", map(self._numbers.__getitem__, old))
        sizes, entries = postings.sizes[:], []
        done = end = last = 0
        for at in sorted(places):
            head, made = (
                distance(pages[at] - (pages[at - 1] if at else 0)) for pages in (old, new)
            )
            end += sum(postings.sizes[last:at])
            entries += [postings.entries[done:end], made]
            done, last = end + len(head), at
            sizes[at] += len(made) - len(head)
        entries.append(postings.entries[done:])
        postings.pages, postings.sizes, postings.forms = new, sizes, new_forms
        postings.entries = b"".join(entries)
        return True


class Renumberings:
    """All that have been noted since the index was made, in the table ``renumberings``."""

    def __init__(self, data: sqlite3.Connection) -> None:
        self._data = data
        ((self.count,),) = data.execute("select count(*) from renumberings")
        self._since: dict[int, Renumbering] = {}

    def add(self, numbers: Sequence[int | None]) -> None:
        """Note the new number of each page by its old one; ``None`` if no word has it any more."""
        noted = array("i", (_GONE if number is None else number for number in numbers))
        self._data.execute("insert into renumberings values (?, ?)", [self.count, noted.tobytes()])
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
        if count == self.count or not self.since(count).may_change(columns[0], columns[-1]):
            return None
        postings = Postings.of(*columns)
        return postings if self.since(count).apply(postings) else None
