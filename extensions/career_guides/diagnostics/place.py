"""Name files and lines as messages do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os


def shown(path: str | os.PathLike[str]) -> str:
    """Return *path* relative to the current folder if it is inside it, else as it is.

    For example ``docs/liaison/overview.md``.
    """
    file = Path(path)
    if file.is_relative_to(Path.cwd()):
        file = file.relative_to(Path.cwd())
    return str(file)


def place(path: str | os.PathLike[str], line: int | None) -> str:
    """Return a location for a message, such as ``docs/liaison/overview.md:6``."""
    return f"{shown(path)}:{line or 1}"
