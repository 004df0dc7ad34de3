"""What is kept from build to build, in files beside the documents.

A file that is missing, damaged, or made from anything else is as none: what it would save is done
again.
"""

from __future__ import annotations

import hashlib
import os
import threading
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LENGTH = hashlib.sha256().digest_size


def digest(made_from: str, content: bytes) -> bytes:
    """Return the digest of what a file holds and of what that was made from."""
    return hashlib.sha256(made_from.encode("utf-8", "surrogatepass") + content).digest()


def load(file: Path, made_from: str) -> bytes | None:
    """Return what :func:`store` has put into a file, if it was made from the same."""
    with suppress(OSError):
        found = file.read_bytes()
        if found[:_LENGTH] == digest(made_from, found[_LENGTH:]):
            return found[_LENGTH:]
    return None


def store(file: Path, made_from: str, content: bytes) -> None:
    """Put *content* into a file, with the digest of it and of what it was made from."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(digest(made_from, content) + content)


def forget_oldest(folder: Path, most: int) -> None:
    """Delete the half of the files that were written first, if there are more than *most*."""
    with suppress(OSError):
        files = [*os.scandir(folder)]
        if len(files) > most:
            for entry in sorted(files, key=lambda entry: entry.stat().st_mtime)[: len(files) // 2]:
                os.remove(entry.path)  # noqa: PTH107 - of its folder, as the system names it


def is_alone() -> bool:
    """Return whether no other thread runs, whose warnings :func:`warned` would catch, too."""
    return threading.active_count() == 1


def warned(make: Callable[[], None]) -> list[warnings.WarningMessage]:
    """Call *make*; return what Python would warn of, which a file would not warn of again."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        make()
    return caught
