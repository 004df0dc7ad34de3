"""Where the source folder is in its repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def source_folder(srcdir: Path, confdir: Path) -> str | None:
    """Return the source folder's path in its repository: ``docs``, ``''`` for all of it.

    The repository is the nearest folder above ``conf.py`` that Git knows; without Git, that of
    ``conf.py`` itself. So the links are right wherever a fork keeps its guides.

    :returns: ``None`` where the sources are not in it: nobody can edit them there
    """
    found = (folder for folder in (confdir, *confdir.parents) if (folder / ".git").exists())
    top = next(found, confdir)
    if not srcdir.is_relative_to(top):
        return None
    path = srcdir.relative_to(top).as_posix()
    return "" if path == "." else path
