"""Files in the output that no page of the sources stands for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from career_guides.domain import guides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx


def are_there(app: Sphinx, paths: Iterable[str]) -> bool:
    """Return whether the output folder has all *paths*."""
    top = str(app.outdir)  # a Path takes four times as long, and there are ten thousands
    return all(os.path.isfile(os.path.join(top, path)) for path in paths)  # noqa: PTH113, PTH118


def write(app: Sphinx, path: str, text: str) -> None:
    """Write a file that no page of the sources stands for, if it differs, and account for it.

    :param path: in the output folder
    :raises OSError: if that cannot be
    """
    state = guides(app.env).state
    file = Path(app.outdir, path)
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    if state is not None:
        state.extra.add(path)


def has_own(app: Sphinx, path: str) -> bool:
    """Return whether the project's ``html_extra_path`` has a file that is copied to *path*."""
    entries = [Path(app.confdir, entry) for entry in app.config.html_extra_path]
    return any(
        (entry / path).is_file() or (entry.name == path and entry.is_file()) for entry in entries
    )


def remove(outdir: Path, paths: Iterable[str], start: float) -> None:
    """Delete *paths* from the output folder, and the folders that are empty then.

    :param start: what was written since then stays: a static file that shadowed one of the
        theme's has made way for it
    """
    top = outdir.resolve()
    for path in sorted(paths):
        file = outdir / path
        if not file.is_file() or not file.resolve().is_relative_to(top):
            continue
        # Sphinx gives a copy the date of its original; the change of its inode is now.
        if max(file.stat().st_mtime, file.stat().st_ctime) >= start:
            continue
        file.unlink()
        folder = file.parent
        while folder != outdir and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
