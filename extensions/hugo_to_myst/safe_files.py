"""Names of files that are safe everywhere, and paths that stay inside a folder."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path, PurePosixPath

#: Names that Windows reserves for devices, with any extension.
#: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
_FORBIDDEN = '<>:"|?*\\'
#: Longest name that every file system takes, in bytes, with room for `.md` and a temporary suffix.
_MAX_BYTES = 200


class OutsideError(ValueError):
    """A path that would leave the output folder."""


def safe_part(name: str) -> str:
    """Make one part of a path safe on Linux, macOS and Windows.

    A name that is safe already is returned as it is.
    """
    name = unicodedata.normalize("NFC", name)
    name = "".join("-" if c in _FORBIDDEN or ord(c) < 32 else c for c in name)
    name = "-".join(name.split()).strip().rstrip(". ")
    if name.split(".")[0].lower() in _DEVICES:
        stem, dot, rest = name.partition(".")
        name = f"{stem}_{dot}{rest}"
    if len(name.encode()) > _MAX_BYTES:
        short = hashlib.sha256(name.encode()).hexdigest()[:8]
        stem, dot, suffix = name.rpartition(".")
        suffix = dot + suffix if stem and len(suffix.encode()) < 8 else ""
        room = _MAX_BYTES - len(f"-{short}{suffix}".encode())
        name = name.encode()[:room].decode(errors="ignore") + f"-{short}{suffix}"
    return name or "_"


def safe_path(path: str) -> str:
    """Make every part of a `/`-separated relative path safe; drop `..`, so that it cannot climb."""
    parts = [safe_part(p) for p in path.split("/") if p not in ("", ".", "..")]
    return "/".join(parts)


def inside(root: Path, relative: str) -> Path:
    """Join a relative path to a folder.

    :raises OutsideError: if the result is not inside the folder once links are followed.
    """
    path = root / PurePosixPath(relative)
    # Strings, since it is done for every file: with Path, this took a tenth of an import.
    parent, top = os.path.realpath(path.parent), os.path.realpath(root)
    is_in = parent == top or parent.startswith(top.rstrip(os.sep) + os.sep)
    if not (path.name and is_in) or path.name == "..":
        raise OutsideError(f"{relative!r} leaves {root}")
    return path


def why_not_read(path: Path, root: Path) -> str:
    """Say why a file of a site must not be read; empty if it may be.

    A link may lead to any file of the computer, and reading a pipe never ends.

    :param root: the folder of the site.
    """
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            return "not read: a symbolic link out of the site"
    except (OSError, RuntimeError):
        return "not read: a symbolic link that leads nowhere"
    # Path.is_file() raises on names that are too long.
    return "" if os.path.isfile(path) else "not read: not a file, or a link to nothing"  # noqa: PTH113


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
