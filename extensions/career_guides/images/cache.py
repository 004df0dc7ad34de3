"""A cache of variants and social cards that outlives the output folder and the doctrees.

There is one file for each picture and each card. Its name is a digest of what is drawn and of
everything that draws it, so no entry can be out of date, and projects, clones and builds that run
at the same time can share the folder. Entries are written whole, and each has a digest of itself:
one that is damaged is not used.
"""

from __future__ import annotations

import json
import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from build_cache.digests import digest_of_bytes
from build_cache.files import write_whole
from build_cache.user_cache import user_cache

from .encode import FORMATS, Drawn, made_by

if TYPE_CHECKING:
    from sphinx.application import Sphinx


#: Number of bytes that the cache may have; about 10,000 photographs.
LARGEST = 2_000_000_000
#: Seconds after which an entry that no build has used is removed.
LONGEST = 90 * 86_400
#: Seconds after which an entry counts as used again.
_DAY = 86_400
#: Size of digests, in bytes.
_SIZE = 20
_SUFFIXES = (".variants", ".card")
# Our files: the folder may be one that has others. Those with ".part" are half written.
_OURS = re.compile(r"[0-9a-f]{24,40}\.(variants|card)|\.[0-9a-f]{16}\.part")


def folder_of(app: Sphinx) -> Path | None:
    """Return the folder of the cache; ``None`` if there is no place for one."""
    if named := app.config.guides_image_cache:
        return Path(app.confdir, named)
    with suppress(RuntimeError):  # a user without a home
        return user_cache() / "career-guides" / "pictures"
    return None


def load(folder: Path, name: str) -> bytes | None:
    """Return what the cache has under a name; ``None`` if that is nothing, or damaged."""
    file = folder / name
    try:
        status = file.stat()
        if status.st_mtime < time.time() - _DAY:
            os.utime(file)
        seal, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if seal == _seal(content, name) else None


def keep(folder: Path, name: str, content: bytes) -> None:
    """Write an entry. A folder that cannot be written costs time, no more.

    :param name: a digest of all that the content depends on, and one of :data:`_SUFFIXES`
    """
    with suppress(OSError):
        write_whole(folder / name, _seal(content, name) + b"\n" + content, wait=False)


def _seal(content: bytes, name: str) -> bytes:
    """Return what an entry begins with: a digest of its content, for this name only."""
    return digest_of_bytes(content, _SIZE, name).encode()


def name_of(content: bytes) -> str:
    """Return the name of the variants of a picture with this content."""
    return f"{digest_of_bytes(content, _SIZE, made_by())}.variants"


def read(folder: Path, content: bytes) -> Drawn | None:
    """Return the variants of a picture; ``None`` if the cache has none, or damaged ones."""
    data = load(folder, name_of(content))
    try:
        return _parsed(data) if data is not None else None
    except (ValueError, TypeError, RecursionError):
        return None


def write(folder: Path, content: bytes, drawn: Drawn) -> None:
    """Keep the variants of a picture.

    Nothing is kept of a picture that could not be drawn: there may have been too little memory.
    """
    if not drawn.width:
        return
    files = [
        (format_name, width, len(variant))
        for format_name, variants in drawn.files.items()
        for width, variant in variants.items()
    ]
    head = json.dumps([drawn.width, drawn.height, files]).encode()
    parts = [variant for variants in drawn.files.values() for variant in variants.values()]
    keep(folder, name_of(content), b"\n".join((head, b"".join(parts))))


def _parsed(data: bytes) -> Drawn:
    """Return the variants that an entry has.

    :raises ValueError: if it has something else
    """
    head, _, rest = data.partition(b"\n")
    width, height, sizes = json.loads(head)
    files: dict[str, dict[int, bytes]] = {}
    start = 0
    for format_name, variant, size in sizes:
        # They become the names of files.
        if format_name not in FORMATS or type(variant) is not int or size < 0:
            raise ValueError(data[:80])
        files.setdefault(format_name, {})[variant] = rest[start : start + size]
        start += size
    if start != len(rest):
        raise ValueError(data[:80])
    return Drawn(int(width), int(height), files)


def clean(folder: Path) -> None:
    """Remove entries that no build has used for long, and the oldest of a cache that is too large.

    What writers left that were killed goes, too.
    """
    now, total = time.time(), 0
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name):
                with suppress(OSError):  # another build has removed it
                    status = entry.stat(follow_symlinks=False)
                    found.append((status.st_mtime, status.st_size, entry.name))
    for used, size, name in sorted(found, reverse=True):
        total += size
        age = now - used
        if total > LARGEST or age > (LONGEST if name.endswith(_SUFFIXES) else _DAY):
            with suppress(OSError):
                (folder / name).unlink()
