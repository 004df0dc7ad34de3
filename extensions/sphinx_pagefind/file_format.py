"""The form of the files of an index, as Pagefind 1.5 writes and reads them.

Each is CBOR after a mark, compressed. What Pagefind's program reads of an index is in its
``pagefind_web/src/lib.rs``.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from functools import cache
from itertools import pairwise
from os.path import commonprefix
from typing import TYPE_CHECKING, Any

import cbor2

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


#: The file that names all others.
ENTRY = "pagefind-entry.json"

#: Of gzip: an edit compresses some 200 files. With 6, the usual level, this takes twice as long,
#: and the files are 2 % smaller.
LEVEL = 5

#: Pages of a site whose first query is large: their lengths are rounded more.
MANY = 2_000

#: Of the digest in the name of a page's file, at least.
DIGITS = 4

_MARK = b"pagefind_dcd"  # Pagefind's program finds out by it that a file has been decompressed


class PagefindError(Exception):
    """There can be no index; the message says why."""


def unpack(data: bytes) -> bytes:
    """Return the content of a file of the index, undecoded."""
    return gzip.decompress(data).removeprefix(_MARK)


def decode(data: bytes) -> Any:
    """Return the content of a file of the index."""
    return cbor2.loads(unpack(data))


def encode(prefix: str, content: bytes, *, is_of_names: bool = False) -> tuple[str, bytes]:
    """Return the name of a file of the index, derived from its content, and the file.

    :param prefix: what its name begins with: the language
    :param content: in CBOR
    :param is_of_names: whether it is mostly names of files. They are digests, in which a shorter
        repetition says nothing: not to look for one makes the file 4 % smaller
    """
    data = _MARK + content
    digest = hashlib.blake2b(data, digest_size=5).hexdigest()
    if is_of_names:
        level, gzip_format = LEVEL + 1, zlib.MAX_WBITS | 16
        packer = zlib.compressobj(level, zlib.DEFLATED, gzip_format, 9, zlib.Z_FILTERED)
        return f"{prefix}_{digest}", packer.compress(data) + packer.flush()
    return f"{prefix}_{digest}", gzip.compress(data, LEVEL, mtime=0)


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
    """Return name -> the beginning of its digest, where no other digest begins with that.

    Four hexadecimal digits at least: of a page that changes, one reader in 65,000 who has its
    fragment in a cache is shown the old one; 10,000 pages load 20 kB less.

    :param names: language, ``_`` and a digest each
    """
    digests = {name: name.rpartition("_")[2] for name in names}
    lengths = dict.fromkeys(digests.values(), DIGITS)
    for one, other in pairwise(sorted(lengths)):
        different = len(commonprefix([one, other])) + 1  # noqa: RUF071 - characters
        lengths[one] = max(lengths[one], different)
        lengths[other] = max(lengths[other], different)
    return {name: digest[: lengths[digest]] for name, digest in digests.items()}


def rounded(words: int, pages: int) -> int:
    """Return the length of a page, which only orders results: to 1/32, of many pages to 1/8.

    :param pages: the number of all pages
    """
    step = 1 << max(0, words.bit_length() - (3 if pages > MANY else 5))
    return (words + step // 2) // step * step
