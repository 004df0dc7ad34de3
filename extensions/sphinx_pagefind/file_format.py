"""The form of the files of an index, as Pagefind 1.5 writes and reads them.

Each is CBOR after a mark, compressed. What Pagefind's program reads of an index is in its
``pagefind_web/src/lib.rs``.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any

import cbor2
from zlib_ng import zlib_ng

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


#: The file that names all others.
ENTRY = "pagefind-entry.json"

#: Of zlib-ng: an edit compresses hundreds of files, in half the time that zlib takes for the same
#: size. With 7, this takes three times as long, and the files are 2 % smaller.
LEVEL = 5

#: Of the one that every first query loads; with 8, it would be 0.1 % smaller.
SMALLEST = 7

#: Pages of a site whose first query is large: their lengths are rounded more.
MANY = 2_000

#: Of the names of files, five bits each: without l, n and o, for Windows has no files named con,
#: nul or lpt1; and without a, for there are filters that take "ads" for advertising.
_LETTERS = "0123456789bcdefghijkmpqrstuvwxyz"

#: In the name of a file, at least.
LETTERS = 3

#: Names of so many letters that a file may have, of which it takes the first that is free.
_TRIES = 8

_MARK = b"pagefind_dcd"  # Pagefind's program finds out by it that a file has been decompressed


class PagefindError(Exception):
    """There can be no index; the message says why."""


def unpack(data: bytes) -> bytes:
    """Return the content of a file of the index, undecoded."""
    return gzip.decompress(data).removeprefix(_MARK)


def decode(data: bytes) -> Any:
    """Return the content of a file of the index."""
    return cbor2.loads(unpack(data))


def encode(prefix: str, content: bytes, level: int = LEVEL) -> tuple[str, bytes]:
    """Return the name of a file of the index, derived from its content, and the file.

    :param prefix: what its name begins with: the language
    :param content: in CBOR
    :param level: of zlib-ng
    """
    data = _MARK + content
    digest = hashlib.blake2b(data, digest_size=5).hexdigest()
    # As gzip makes it, without a time.
    return f"{prefix}_{digest}", zlib_ng.compress(data, level, zlib.MAX_WBITS | 16)


def array_of(items: Sequence[bytes]) -> bytes:
    """Return an array in CBOR of items that are in CBOR already."""
    return head_of_array(len(items)) + b"".join(items)


@cache
def head_of_array(length: int) -> bytes:
    """Return the beginning of an array of *length* items in CBOR.

    https://www.rfc-editor.org/rfc/rfc8949.html#section-3
    """
    if length < 24:
        return bytes([0x80 + length])
    size = 1 if length < 1 << 8 else 2 if length < 1 << 16 else 4
    return {1: b"\x98", 2: b"\x99", 4: b"\x9a"}[size] + length.to_bytes(size, "big")


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Return name -> short name: of three letters, if one of several that it may have is free.

    All have the same length, as far as possible: what the table of pages has between two names then
    compresses to next to nothing. The smallest digest chooses first, so that the result depends on
    the names alone, and that another name changes few.

    :param names: language, ``_`` and a digest each, or a digest
    """
    found: dict[str, str] = {}
    taken: set[tuple[int, int]] = set()
    for number, name in sorted((int(name.rpartition("_")[2], 16), name) for name in names):
        length, bits = next(
            place
            for length in count(LETTERS)
            for at in range(_TRIES)
            if (place := (length, number >> 3 * at & (1 << 5 * length) - 1)) not in taken
        )
        taken.add((length, bits))
        found[name] = "".join([_LETTERS[bits >> 5 * at & 31] for at in range(length)])
    return found


def rounded(words: int, pages: int) -> int:
    """Return the length of a page, which only orders results: to 1/32, of many pages to 1/8.

    :param pages: the number of all pages
    """
    step = 1 << max(0, words.bit_length() - (3 if pages > MANY else 5))
    return (words + step // 2) // step * step
