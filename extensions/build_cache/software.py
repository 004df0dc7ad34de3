"""Versions of the software that made something."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from .digests import digest
from .stamps import stamp
from .tables import dump, load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def made_by(packages: Iterable[str]) -> str:
    """Return a digest of the versions of Python and of *packages*.

    :param packages: names of distributions, as pip knows them; they need not be installed
    """
    import platform  # noqa: PLC0415 - see known_made_by

    return digest([platform.python_version(), *map(version, packages)])


def known_made_by(packages: Iterable[str], file: Path) -> str:
    """Return what :func:`made_by` does, without loading what reads the versions of packages.

    What was found is kept in *file* until a folder that Python imports from has changed: a package
    cannot be installed, removed or updated without that.
    """
    found = [*packages]
    folders = [(path, *stamp(path)) for path in sys.path if os.path.isdir(path)]  # noqa: PTH112
    key = (sys.version, found, folders)
    match load(file):
        case (known, str(name)) if known == key:
            return name
    name = made_by(found)
    with suppress(OSError):  # a folder that cannot be written costs time, not the answer
        dump(file, (key, name))
    return name


@cache
def version(package: str) -> str:
    """Return the version of a distribution, '' if it is not installed.

    It is looked up once in a process, which goes on with what it has loaded.
    """
    from importlib import metadata  # noqa: PLC0415 - it loads what reads mail

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
