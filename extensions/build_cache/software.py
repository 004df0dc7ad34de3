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
    return digest([platform.python_version(), *map(_version, packages)])


@cache  # each is asked for by several caches, and pip replaces none of them in a running build
def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
