"""What the index says of one word: page by page, so that one page can say something else. Pure."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import cbor2

from .file_format import head_of_array

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from .pagefind_output import Entry, Forms


@dataclass
class Item:
    """What the index says of a word.

    :ivar pages: numbers of the pages that have it, in order
    :ivar sizes: for each of them, how many bytes there are about it in *entries*
    :ivar entries: in CBOR, for each page places in headings and text, and places in fields
    :ivar forms: the same of other forms of the word
    """

    pages: array[int] = field(default_factory=lambda: array("I"))
    sizes: array[int] = field(default_factory=lambda: array("I"))
    entries: bytes = b""
    forms: Forms = field(default_factory=list)

    @classmethod
    def of(cls, pages: bytes, sizes: bytes, entries: bytes, forms: bytes) -> Item:
        """Return the item of a row."""
        return cls(array("I", pages), array("I", sizes), entries, cbor2.loads(forms))

    def columns(self) -> tuple[bytes, bytes, bytes, bytes]:
        """Return its row."""
        forms = cbor2.dumps(self.forms)
        return self.pages.tobytes(), self.sizes.tobytes(), self.entries, forms

    def put(self, page: int, entry: bytes | None) -> None:
        """Say *entry* of a page; nothing if it is ``None``."""
        at = bisect_left(self.pages, page)
        start = sum(self.sizes[:at])
        end = start
        if at < len(self.pages) and self.pages[at] == page:
            end += self.sizes[at]
            del self.pages[at], self.sizes[at]
        self.entries = self.entries[:start] + (entry or b"") + self.entries[end:]
        if entry is not None:
            self.pages.insert(at, page)
            self.sizes.insert(at, len(entry))

    def encoded(self, word: str) -> bytes:
        """Return what Pagefind has of the word, in CBOR."""
        found, start, last = [], 0, 0
        for page, size in zip(self.pages, self.sizes, strict=True):
            found += [_distance(page - last), self.entries[start : start + size]]
            start += size
            last = page
        forms = [[form, _distances(entries)] for form, entries in self.forms]
        parts = [b"\x83", cbor2.dumps(word), head_of_array(len(self.pages)), *found]
        return b"".join([*parts, cbor2.dumps(forms)])


@cache
def _distance(pages: int) -> bytes:
    """Return the beginning of an entry: an array of three whose first item is this."""
    return b"\x83" + cbor2.dumps(pages)


def _distances(entries: Iterable[Entry]) -> list[Entry]:
    found, last = [], 0
    for page, *more in entries:
        found.append([page - last, *more])
        last = page
    return found


def entry_of(places: list[int], fields: list[int]) -> bytes:
    """Return what an item holds of a page."""
    if len(places) == 1 and not fields:  # as most have it
        return _single(places[0])
    return cbor2.dumps([places, fields])[1:]


@cache
def _single(place: int) -> bytes:
    return cbor2.dumps([[place], []])[1:]


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
