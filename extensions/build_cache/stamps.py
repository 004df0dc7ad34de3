"""Stamps that show whether a file has changed: its modification time and size."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


#: Seconds within which two changes may have the same modification time.
MOMENT = 2.0


Stamp = tuple[int, int]


def latest_told() -> float:
    """Return the time, in nanoseconds, before which a modification time is a reliable stamp."""
    return (time.time() - MOMENT) * 1e9


def stamp(path: Path | str) -> Stamp:
    """Return the stamp of a file: modification time in nanoseconds, and size in bytes.

    :raises OSError: if there is no such file
    """
    status = os.stat(path)  # noqa: PTH116 - Path is slower, and there are ten thousand files
    return status.st_mtime_ns, status.st_size
