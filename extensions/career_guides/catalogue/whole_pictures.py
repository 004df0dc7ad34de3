"""Pictures whose end is missing, because a download or a copy was interrupted.

Only the structure of the files is looked at, since decoding a photograph takes as long as reading a
hundred pages.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from build_cache.stamps import Stamp, is_older, latest_told, stamp

if TYPE_CHECKING:
    from pathlib import Path

#: The message about such a picture.
CUT = "{} ends too early; save or copy the picture again"


def is_cut(file: Path) -> bool:
    """Return whether the end of a PNG, JPEG, WebP, GIF or SVG file is missing.

    A picture may be on several pages, and in the catalogue: its file is read once.
    """
    try:
        now = stamp(file)
        return (_is_cut if is_older(now, latest_told()) else _is_cut.__wrapped__)(file, now)
    except OSError:
        return False


@lru_cache(maxsize=10_000)
def _is_cut(file: Path, now: Stamp) -> bool:
    """Return the same of a file with the stamp *now*."""
    data = file.read_bytes()
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return not _has_last_chunk(data)
    if data.startswith(b"\xff\xd8"):
        return data.rfind(b"\xff\xd9", _scan(data)) < 0  # nearly always at the end
    if data.startswith(b"RIFF"):
        return len(data) < int.from_bytes(data[4:8], "little") + 8
    if data.startswith(b"GIF8"):
        return b";" not in data[-64:]
    return file.suffix.lower() == ".svg" and not data.rstrip(b"\0\r\n\t ").endswith(b">")


def _has_last_chunk(data: bytes) -> bool:
    """Return whether a PNG has all of its chunks: each has its length, a type and a checksum."""
    at = 8
    while at + 12 <= len(data):
        if data[at + 4 : at + 8] == b"IEND":
            return True
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return False


def _scan(data: bytes) -> int:
    """Return where the picture itself begins in a JPEG, after its preview and its other data."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return at
