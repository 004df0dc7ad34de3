"""Write pictures with a palette as PNG files.

Pillow can, too, but its wheels for Linux load the system's zlib, which takes five times as long as
zlib-ng. And pictures that have most of their rows in common, such as cards for social networks,
share the blocks of these rows here: each is compressed once.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

from zlib_ng import zlib_ng

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Type of colour: an index into the palette (https://www.w3.org/TR/png-3/#3colourType).
_INDEXED = 3
#: Level of compression. Higher ones make cards 3 to 15 % smaller in up to four times the time.
_LEVEL = 2
#: Rows of a block. More would be memory that is asked from the system for each block, which takes
#: longer than to compress them.
_ROWS = 45
# What is before and after the blocks of a zlib stream: https://www.rfc-editor.org/rfc/rfc1950
_FIRST, _LAST = b"\x78\x01", b"\x03\x00"


class Block(NamedTuple):
    """Some rows of a picture.

    :param rows: each after the number of its filter
    :param compressed: the same, without reference to other blocks
    """

    rows: bytes
    compressed: bytes


def blocks(
    picture: Image.Image, before: Sequence[Block] = (), top: int = 0, bottom: int = 0
) -> list[Block]:
    """Return the blocks of a picture.

    :param picture: of Pillow's mode ``P``, with a palette in RGB
    :param before: the blocks of one that is the same, except for the rows from *top* to *bottom*
    """
    width, height = picture.size
    # No stream of zlib with a header and a checksum: these are for all blocks.
    compressed = zlib_ng.compressobj(_LEVEL, zlib_ng.DEFLATED, -zlib_ng.MAX_WBITS)
    found = []
    for number, start in enumerate(range(0, height, _ROWS)):
        if before and (start >= bottom or start + _ROWS <= top):
            found.append(before[number])
            continue
        # Each row begins with the number of its filter: 0, which a crop has outside the picture.
        rows = picture.crop((-1, start, width, min(start + _ROWS, height))).tobytes()
        data = compressed.compress(rows) + compressed.flush(zlib_ng.Z_FULL_FLUSH)
        found.append(Block(rows, data))
    return found


def png(picture: Image.Image, found: Sequence[Block]) -> bytes:
    """Return the content of a PNG file.

    :param picture: of Pillow's mode ``P``, with a palette in RGB
    :param found: its blocks
    """
    width, height = picture.size
    checksum = 1
    for block in found:
        checksum = zlib_ng.adler32(block.rows, checksum)
    header = struct.pack(">2I5B", width, height, 8, _INDEXED, 0, 0, 0)
    data = [_FIRST, *(block.compressed for block in found), _LAST, struct.pack(">I", checksum)]
    return _SIGNATURE + b"".join([
        *_chunk(b"IHDR", header),
        *_chunk(b"PLTE", bytes(picture.getpalette() or ())),
        *_chunk(b"IDAT", b"".join(data)),
        *_chunk(b"IEND", b""),
    ])  # fmt: skip


def _chunk(kind: bytes, data: bytes) -> Iterator[bytes]:
    checksum = zlib_ng.crc32(data, zlib_ng.crc32(kind))
    yield from (struct.pack(">I", len(data)), kind, data, struct.pack(">I", checksum))
