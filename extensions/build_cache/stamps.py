"""Stamps that show whether a file has changed.

The modification time and the size are not enough: a tool that preserves times, such as ``cp -p``,
can replace a picture by another of the same size. Nobody can set the time of the last change of
the file's status, and another file has another inode.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


#: Seconds within which two changes may have the same modification time.
MOMENT = 2.0


#: Modification time in nanoseconds, size in bytes, time of the status change in nanoseconds, inode.
Stamp = tuple[int, int, int, int]
#: The stamp of a file that does not exist.
ABSENT: Stamp = (0, 0, 0, 0)


def latest_told() -> float:
    """Return the time, in nanoseconds, before which a change gives a reliable stamp."""
    return (time.time() - MOMENT) * 1e9


def is_older(stamp: Stamp, latest: float) -> bool:
    """Return whether the last change of a file was before *latest*, see :func:`latest_told`."""
    return max(stamp[0], stamp[2]) < latest


def of_status(status: os.stat_result) -> Stamp:
    """Return the stamp of a file whose status is known."""
    return status.st_mtime_ns, status.st_size, status.st_ctime_ns, status.st_ino


def stamp(path: Path | str) -> Stamp:
    """Return the stamp of a file.

    :raises OSError: if there is no such file
    """
    return of_status(os.stat(path))  # noqa: PTH116 - Path is slower, and there are many files
