"""The folder in which programs of a user keep what they can make again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def user_cache() -> Path:
    """Return the user's cache folder, which need not exist.

    See https://specifications.freedesktop.org/basedir-spec/latest/ for ``XDG_CACHE_HOME``.

    :raises RuntimeError: if the user has no home
    """
    local = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None
    home = os.environ.get("XDG_CACHE_HOME") or local
    return Path(home) if home else Path.home() / ".cache"
