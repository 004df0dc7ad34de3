"""The files of Pagefind's index (1.5): their form, and what makes those that a site serves small.

Each is CBOR after a sign, compressed. What Pagefind's program reads of an index is in its
``pagefind_web/src/lib.rs``. Pure.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import Counter
from itertools import accumulate, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import cbor2

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


#: Places of one word that the index keeps, and at least one on each page.
PLACES = 6_000
#: Places of words, and pages that have them, in a part of the index: about 10 kB at most, of
#: which words that are on every page take more.
PART = 8_000
#: Words that begin with the same letters stay together: Pagefind looks for the words that
#: continue what a reader has typed in one part.
LETTERS = 4

_MARK = b"pagefind_dcd"  # Pagefind's sign that a file has been decompressed


class SearchError(Exception):
    """The index cannot be made; says why."""


def unpack(data: bytes) -> bytes:
    """Return what is in a file of Pagefind's form, undecoded."""
    return gzip.decompress(data).removeprefix(_MARK)


def decode(data: bytes) -> Any:
    """Return what is in a file of Pagefind's form."""
    return cbor2.loads(unpack(data))


def encode(prefix: str, content: bytes) -> tuple[str, bytes]:
    """Return the name of a file, made from its content, and the file in Pagefind's form.

    :param prefix: what its name begins with: the language
    :param content: in CBOR
    """
    data = _MARK + content
    digest = hashlib.blake2b(data, digest_size=5).hexdigest()
    return f"{prefix}_{digest}", gzip.compress(data, 6, mtime=0)


def array_of(items: Sequence[bytes]) -> bytes:
    """Return an array in CBOR of items that are in CBOR already."""
    return head_of_array(len(items)) + b"".join(items)


def head_of_array(length: int) -> bytes:
    """Return what an array of *length* items begins with in CBOR."""
    return cbor2.dumps([0] * length)[: -length or None]


def short_names(names: list[str]) -> dict[str, str]:
    """Return name -> its beginning, where no other name begins so.

    Four hexadecimal digits after the language: of a page that changes, one reader in 65,000 who
    has its fragment in a cache is shown the old one; 10,000 pages load 16 kB less.
    """
    length = names[0].rindex("_") + 5
    number = Counter(name[:length] for name in set(names))
    return {name: name if number[name[:length]] > 1 else name[:length] for name in names}


def rounded(words: int) -> int:
    """Return the length of a page, which only orders results, to about one in twenty."""
    step = 1 << max(0, words.bit_length() - 5)
    return (words + step // 2) // step * step


def places_kept(pages: int, places: int) -> int:
    """Return how many places of a word the index keeps on each page; 0 for all of them.

    More of them say nothing of a page: their number counts for the order of results, but such a
    word is on every page. Where two such words follow each other only further down, a search
    for both in quotes does not find the page.

    :param pages: number of those that have it
    :param places: number of places on all of them
    """
    return max(1, PLACES // pages) if places > PLACES else 0


def first(places: list[int], number: int) -> list[int]:
    """Return *number* places, 0 for all: the first in headings, then in the text.

    :param places: a weight, which is negative, and its places, each from the one before; and so on
    """
    if not number or len(places) <= number:
        return places
    if min(places[1:]) >= 0:  # one weight, as nearly always
        return places[: number + 1]
    starts = [at for at, value in enumerate(places) if value < 0 or at == 0]
    groups = [places[at:end] for at, end in zip(starts, [*starts[1:], None], strict=True)]
    found = []
    for group in sorted(groups, key=itemgetter(0)):  # the heaviest first
        if number > 0:
            found += group[: number + 1]
            number -= len(group) - 1
    return found


def size(pages: int, places: int) -> int:
    """Return how much of a part a word takes, by the number of its pages and places."""
    number = places_kept(pages, places)
    return pages + (min(places, number * pages) if number else places)


def divide(words: Sequence[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """Yield where parts of the index begin and end.

    By letters, so that a word that grows moves no boundary but those next to it: words that
    begin alike are one part, or several by their next letter, of which the small are put together.

    :param words: word and size, in order
    """
    sums = [0, *accumulate(more for _word, more in words)]

    def inside(start: int, end: int, depth: int) -> Iterator[tuple[int, int]]:
        if sums[end] - sums[start] <= PART:
            yield start, end
            return
        if depth > LETTERS:  # a word that fills a part stands alone: most who look for it mean it
            for _key, group in groupby(range(start, end), lambda at: words[at][1] > PART and at):
                found = list(group)
                yield found[0], found[-1] + 1
            return
        begin = start
        for _key, group in groupby(range(start, end), lambda at: words[at][0][:depth]):
            found = list(group)
            low, high = found[0], found[-1] + 1
            if begin < low and sums[high] - sums[begin] > PART:
                yield begin, low
                begin = low
            if sums[high] - sums[low] > PART:
                yield from inside(low, high, depth + 1)
                begin = high
        if begin < end:
            yield begin, end

    yield from inside(0, len(words), 1)
