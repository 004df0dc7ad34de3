"""Versions of the software that made something."""

from __future__ import annotations

import platform
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING

from .digests import digest

if TYPE_CHECKING:
    from collections.abc import Iterable


def made_by(packages: Iterable[str]) -> str:
    """Return a digest of the versions of Python and of *packages*.

    :param packages: names of distributions, as pip knows them; they need not be installed
    """
    return digest([platform.python_version(), *map(version, packages)])


@cache
def version(package: str) -> str:
    """Return the version of a distribution, '' if it is not installed.

    It is looked up once in a process, which goes on with what it has loaded.
    """
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
