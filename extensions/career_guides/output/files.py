"""Files that are in the output folder, or will be copied there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx


def are_there(app: Sphinx, paths: Iterable[str]) -> bool:
    """Return whether the output folder has files at all *paths*."""
    top = str(app.outdir)  # Path takes four times as long, and there are tens of thousands of files
    return all(os.path.isfile(os.path.join(top, path)) for path in paths)  # noqa: PTH113, PTH118


def files_in(app: Sphinx, folder: str) -> list[str]:
    """Return the paths of the files in a folder of the output that nobody else writes into.

    Those that no build accounts for are left by one that was interrupted.
    """
    top = Path(app.outdir, folder)
    return [f"{folder}/{file.name}" for file in sorted(top.iterdir())] if top.is_dir() else []


def has_own(app: Sphinx, path: str) -> bool:
    """Return whether the project's ``html_extra_path`` has a file that Sphinx copies to *path*."""
    entries = [Path(app.confdir, entry) for entry in app.config.html_extra_path]
    return any(
        (entry / path).is_file() or (entry.name == path and entry.is_file()) for entry in entries
    )
