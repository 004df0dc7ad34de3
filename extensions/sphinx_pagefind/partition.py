"""How the words of an index are divided into parts, of which a query loads one.

By letters, so that an edit changes few of them: where a word needs more room, no boundary moves but
those next to it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from .postings import positions_kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


#: Positions of words, and pages that have them, in a part of the index: about 10 kB at most, of
#: which words that are on every page take more.
PART = 8_000
#: Words that begin with the same letters stay together: Pagefind looks for the words that
#: continue what a reader has typed in one part.
LETTERS = 4

_LAST = chr(0x10FFFF)  # comes after every letter


def size(pages: int, positions: int) -> int:
    """Return how much of a part a word takes.

    :param pages: number of the pages that have it
    :param positions: number of its positions on all of them
    """
    kept = positions_kept(pages, positions)
    return pages + (min(positions, kept * pages) if kept else positions)


def is_common(number: int, positions: int, pages: int) -> bool:
    """Return whether a word fills a part of the index, and is on most pages, so says little.

    :param number: number of the pages that have it
    :param positions: number of its positions on all of them
    :param pages: number of all pages
    """
    return 2 * number > pages and size(number, positions) > PART


def divide(words: Sequence[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """Yield where each part begins, and where it ends, as places in *words*.

    Words that begin with the same letter are one part, or several by their next letter, of which
    the small ones are put together.

    :param words: word and size, in alphabetical order
    """
    names = [word for word, _size in words]
    sums = [0, *accumulate(size for _word, size in words)]

    def groups(start: int, end: int, length: int) -> Iterator[tuple[int, int]]:
        """Yield the words with the same first letters: where they begin, and where they end."""
        while start < end:
            letters = names[start][:length]
            if len(letters) < length:  # the word itself; those that continue it are other groups
                high = bisect_right(names, letters, start, end)
            else:
                high = bisect_left(names, letters + _LAST, start, end)
            yield start, high
            start = high

    def inside(start: int, end: int, depth: int) -> Iterator[tuple[int, int]]:
        if sums[end] - sums[start] <= PART:
            yield start, end
            return
        if depth > LETTERS:  # a word that fills a part is alone in it: most who look for it mean it
            for _key, group in groupby(range(start, end), lambda at: words[at][1] > PART and at):
                found = list(group)
                yield found[0], found[-1] + 1
            return
        begin = start
        for low, high in groups(start, end, depth):
            if begin < low and sums[high] - sums[begin] > PART:
                yield begin, low
                begin = low
            if sums[high] - sums[low] > PART:
                yield from inside(low, high, depth + 1)
                begin = high
        if begin < end:
            yield begin, end

    yield from inside(0, len(words), 1)
