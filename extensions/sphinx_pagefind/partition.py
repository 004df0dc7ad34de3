"""How the words of an index are divided into parts, of which a query loads one.

By letters, so that an edit changes few of them: where a word needs more room, no boundary moves but
those next to it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from os.path import commonprefix
from typing import TYPE_CHECKING

from . import postings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


#: Positions of words, and pages that have them, in a part of the index: about 10 kB at most, of
#: which words that are on every page take more.
PART = 8_000
#: Words that begin with the same letters stay together: Pagefind looks for the words that
#: continue what a reader has typed in one part.
LETTERS = 4

#: Letters that a form has and its stem has not, at most: as ``experiment`` and ``experi``.
_ENDING = 4

LAST = chr(0x10FFFF)  # comes after every letter
_AFTER_ASCII = "~"  # likewise of ASCII; a byte instead of four


def size(number: int, positions: int, pages: int) -> int:
    """Return how much of a part a word takes.

    :param number: number of the pages that have it
    :param positions: number of its positions on all of them
    :param pages: number of all pages
    """
    if positions <= postings.POSITIONS:  # as of nearly all words
        return number + positions
    kept = postings.positions_kept(number, positions, pages)
    return number + (positions if kept is None else min(positions, kept * number))


def most_of(pages: int) -> float:
    """Return the number of pages above which a word says little: half of those of a large site.

    :param pages: number of all pages
    """
    return max(pages, PART) / 2


def divide(words: Sequence[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """Yield where each part begins, and where it ends, as places in *words*.

    A word that fills half a part is alone in one: most who look for it mean it, and those who look
    for its neighbors do not load it. Others that begin with the same letter are one part, or
    several by their next letter, of which the small ones are put together.

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
                high = bisect_left(names, letters + LAST, start, end)
            yield start, high
            start = high

    def inside(start: int, end: int, depth: int) -> Iterator[tuple[int, int]]:
        if sums[end] - sums[start] <= PART or depth > LETTERS:
            yield start, end
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

    start = 0
    for at, (_word, size) in enumerate(words):
        if 2 * size > PART:
            if start < at:
                yield from inside(start, at, 1)
            yield at, at + 1
            start = at + 1
    if start < len(words):
        yield from inside(start, len(words), 1)


def end_of(last: str, following: str) -> str:
    """Return a short text that is not before *last*, and before all that begins other words.

    :param last: the last word of a part
    :param following: the first word of the next one
    """
    start = last[: len(commonprefix([last, following])) + 1]  # noqa: RUF071 - characters
    if start == last and (following.startswith(last) or not last.isalnum()):  # "#" has no forms
        return last
    return start + (_AFTER_ASCII if last < start + _AFTER_ASCII else LAST)


def end_of_forms(word: str, following: str, stem: Callable[[str], str]) -> str:
    """Return the longest beginning of *following* that is a form of *word*; else *word*.

    Readers type ``nurse``. Pagefind loads the part of this and that of its stem, ``nurs``; if there
    is such a word as ``nurseri``, these were two parts.

    :param word: the only word of a part, a stem
    :param following: the first word of the next part, which begins with it
    :param stem: form -> stem
    """
    longest = min(len(following) - 1, len(word) + _ENDING)
    forms = (following[:length] for length in range(longest, len(word), -1))
    return next((form for form in forms if form.isalpha() and stem(form) == word), word)


def starts_of(ends: Iterable[str]) -> Iterator[str]:
    """Yield where the part after each of these begins: without a gap.

    For a word in no part, Pagefind would load all whose words begin like it.

    :param ends: see :func:`end_of`
    """
    # No word ends with these, so that the same text in both ranges puts none into two parts; and a
    # repetition compresses better.
    for end in ends:
        yield end if end.endswith((_AFTER_ASCII, LAST)) else f"{end} "
