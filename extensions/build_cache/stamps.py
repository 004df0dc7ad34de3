"""What tells that a file has not changed: its time of change and its size."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


#: Seconds for which the time of a change may not tell it from the next.
MOMENT = 2.0


Stamp = tuple[int, int]


def latest_told() -> float:
    """Return the time, in nanoseconds, before which a change is told by its time."""
    return (time.time() - MOMENT) * 1e9


def stamp(path: Path | str) -> Stamp:
    """Return what a file's content is told by: time of change in nanoseconds, and size.

    :raises OSError: if there is no such file
    """
    status = os.stat(path)  # noqa: PTH116 - of ten thousand files, whose Path takes longer
    return status.st_mtime_ns, status.st_size
