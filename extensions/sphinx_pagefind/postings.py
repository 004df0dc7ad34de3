"""What the index has of one word, page by page: an edit changes the entry of one page."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

import cbor2

from .file_format import head_of_array

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from .pagefind_output import Entry, Forms


#: Positions of one word that the index keeps, and at least one on each page, if it is not on most.
POSITIONS = 6_000

#: The mark of positions in the text: the weight that Pagefind gives it, 24, as it notes weights.
TEXT = -25

#: An empty array in CBOR, such as the other forms of nearly all words.
NOTHING = cbor2.dumps([])


@dataclass
class Postings:
    """What the index has of a word, as Pagefind has it, so that only what changes is encoded.

    :ivar pages: numbers of the pages that have it, in order
    :ivar sizes: for each of them, the number of bytes that it takes in *entries*
    :ivar entries: in CBOR, of each page the distance from the page before, the positions in
        headings and text, and those in fields
    :ivar forms: the same of other forms of the word, with the numbers of pages
    """

    pages: array[int] = field(default_factory=lambda: array("I"))
    sizes: array[int] = field(default_factory=lambda: array("I"))
    entries: bytes = b""
    forms: Forms = field(default_factory=list)

    @classmethod
    def of(cls, pages: bytes, sizes: bytes, entries: bytes, forms: bytes) -> Postings:
        """Return the postings that a row of the store holds."""
        return cls(
            array("I", pages),
            array("I", sizes),
            entries,
            cbor2.loads(forms) if forms != NOTHING else [],
        )

    @classmethod
    def of_entries(cls, entries: Iterable[Entry], number: int | None, forms: Forms) -> Postings:
        """Return the postings of entries, in the order of their pages.

        :param number: of the positions to keep on each page, see :func:`first`
        """
        pages, made, last = array("I"), [], 0
        for page, positions, fields in entries:
            kept = positions if number is None else first(positions, number)
            made.append(distance(page - last) + entry_of(kept, fields))
            pages.append(page)
            last = page
        return cls(pages, array("I", map(len, made)), b"".join(made), forms)

    def columns(self) -> tuple[bytes, bytes, bytes, bytes]:
        """Return what a row of the store holds of them, in the order of :meth:`of`."""
        forms = cbor2.dumps(self.forms) if self.forms else NOTHING
        return self.pages.tobytes(), self.sizes.tobytes(), self.entries, forms

    def put(self, page: int, entry: bytes | None) -> None:
        """Replace the entry of a page; ``None`` removes it."""
        at = bisect_left(self.pages, page)
        start = end = sum(self.sizes[:at])
        last = self.pages[at - 1] if at else 0
        old = last  # that the distance of the next page is from
        if at < len(self.pages) and self.pages[at] == page:
            end += self.sizes[at]
            old = page
            del self.pages[at], self.sizes[at]
        new = last if entry is None else page
        made = b"" if entry is None else distance(page - last) + entry
        size = len(made)
        if at < len(self.pages) and old != new:
            before, after = (distance(self.pages[at] - each) for each in (old, new))
            self.sizes[at] += len(after) - len(before)
            end += len(before)
            made += after
        self.entries = self.entries[:start] + made + self.entries[end:]
        if entry is not None:
            self.pages.insert(at, page)
            self.sizes.insert(at, size)


def encoded(word: str, pages: int, entries: bytes, forms: bytes) -> bytes:
    """Return what Pagefind's index has of a word, in CBOR.

    :param pages: their number
    :param entries: as in a row of the store
    :param forms: likewise
    """
    if forms != NOTHING:
        found = [[form, _distances(entry)] for form, entry in cbor2.loads(forms)]
        forms = cbor2.dumps(found)
    return b"".join([b"\x83", cbor2.dumps(word), head_of_array(pages), entries, forms])


@cache
def distance(pages: int) -> bytes:
    """Return the beginning of an entry: an array of three whose first item is this."""
    return b"\x83" + cbor2.dumps(pages)


def _distances(entries: Iterable[Entry]) -> list[Entry]:
    found, last = [], 0
    for page, *more in entries:
        found.append([page - last, *more])
        last = page
    return found


def positions_kept(number: int, positions: int, pages: int) -> int | None:
    """Return how many positions of a word the index keeps on each page; ``None`` for all of them.

    More of them say nothing about a page: their number counts for the order of results, but such a
    word is on every page. Where two such words follow each other only further down, a search
    for both in quotes does not find the page. Of a word on most pages none but those in headings
    are kept.

    :param number: number of the pages that have it
    :param positions: number of its positions on all of them
    :param pages: number of all pages
    """
    if positions <= POSITIONS:
        return None
    return 0 if 2 * number > pages else max(1, POSITIONS // number)


def first(positions: list[int], number: int | None) -> list[int]:
    """Return the first *number* positions, in headings before the text; 0 for those in headings.

    :param positions: a weight, which is negative, and its positions, each as the distance from the
        one before; and so on
    :param number: ``None`` for all of them
    """
    if not positions or number is None or (number and len(positions) <= number):
        return positions
    if min(positions[1:], default=0) >= 0:  # one weight, as nearly always
        if number:
            return positions[: number + 1]
        return positions if positions[0] < TEXT else []
    starts = [at for at, value in enumerate(positions) if value < 0 or at == 0]
    groups = [positions[at:end] for at, end in zip(starts, [*starts[1:], None], strict=True)]
    if not number:
        return [value for group in groups if group[0] < TEXT for value in group]
    found = []
    for group in sorted(groups, key=itemgetter(0)):  # the heaviest first
        if number > 0:
            found += group[: number + 1]
            number -= len(group) - 1
    return found


def entry_of(positions: list[int], fields: list[int]) -> bytes:
    """Return the entry of a page, in CBOR without the head of its array."""
    encoded_fields = cbor2.dumps(fields) if fields else NOTHING
    return head_of_array(len(positions)) + b"".join(map(_integer, positions)) + encoded_fields


#: Millions of integers, of which few differ.
_integer = cache(cbor2.dumps)


def only_in(forms: Forms, pages: Container[int]) -> list[int]:
    """Return the pages that have other forms of a word and are not among *pages*."""
    return sorted(
        {page for _form, entries in forms for page, *_rest in entries if page not in pages}
    )


def merged(old: Forms, gone: Container[int], new: Forms) -> Forms:
    """Return the forms of a word without the pages that are *gone*, with those of *new*."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for form, entries in old:
        found[form] += [entry for entry in entries if entry[0] not in gone]
    for form, entries in new:
        found[form] += entries
    return [(form, sorted(found[form])) for form in sorted(found) if found[form]]
