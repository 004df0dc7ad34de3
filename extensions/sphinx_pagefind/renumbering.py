"""Other numbers for the pages of an index, where some have come or gone.

Pages are numbered in the order of their addresses, as in an index of all pages at once. Words note
the distance of each page from the one before, so of a word that is on thousands of pages, an edit
changes one or two of these.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from .postings import NOTHING, distance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .postings import Postings


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
