"""Write files atomically: whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under a temporary name in its folder, then rename it.

    A process that is stopped at any moment leaves either the old file or the new one. The folder is
    created if necessary; the permissions of an existing file are kept.

    :raises OSError: if the file cannot be written; the old one is then still there
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{os.getpid()}.part")
    try:
        part.write_bytes(data)
        with suppress(FileNotFoundError):
            shutil.copymode(path, part)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
