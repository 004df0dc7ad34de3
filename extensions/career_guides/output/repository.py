"""The path of the source folder in its Git repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def source_folder(srcdir: Path, confdir: Path) -> str | None:
    """Return the source folder's path in its repository.

    The repository is the nearest folder around ``conf.py`` with a ``.git``; without one, the folder
    of ``conf.py`` itself. This makes the links right wherever a fork keeps its guides.

    :returns: for example ``docs``; ``''`` if the source folder is the whole repository; ``None`` if
        it is outside, where its pages cannot be edited
    """
    found = (folder for folder in (confdir, *confdir.parents) if (folder / ".git").exists())
    top = next(found, confdir)
    if not srcdir.is_relative_to(top):
        return None
    path = srcdir.relative_to(top).as_posix()
    return "" if path == "." else path
