"""Files that are in the output folder, or will be copied there."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from build_cache.files import is_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx


def is_there(app: Sphinx, path: str) -> bool:
    """Return whether the output folder has a file at *path*."""
    return is_file(f"{app.outdir}/{path}")


def are_there(app: Sphinx, paths: Iterable[str]) -> bool:
    """Return whether the output folder has files at all *paths*, tens of thousands of a site.

    Each folder is listed once.
    """
    listed = cache(_names_in)
    parts = (f"{app.outdir}/{path}".rpartition("/") for path in paths)
    return all(name in listed(folder) for folder, _slash, name in parts)


def _names_in(folder: str) -> set[str]:
    """Return the names of the files in a folder; none if there is no such folder."""
    try:
        with os.scandir(folder) as found:
            return {entry.name for entry in found if entry.is_file()}
    except OSError:
        return set()


def files_in(app: Sphinx, folder: str) -> list[str]:
    """Return the paths of the files in a folder of the output that nobody else writes into.

    Those that no build accounts for are left by one that was interrupted.
    """
    return [f"{folder}/{name}" for name in sorted(_names_in(f"{app.outdir}/{folder}"))]


def has_own(app: Sphinx, path: str) -> bool:
    """Return whether the project's ``html_extra_path`` has a file that Sphinx copies to *path*."""
    entries = [Path(app.confdir, entry) for entry in app.config.html_extra_path]
    return any(
        (entry / path).is_file() or (entry.name == path and entry.is_file()) for entry in entries
    )
