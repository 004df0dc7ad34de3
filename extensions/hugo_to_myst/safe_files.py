"""Files: names that are safe everywhere, paths that stay inside, writing whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
import unicodedata
from contextlib import suppress
from functools import lru_cache
from pathlib import Path, PurePosixPath

#: Names that Windows keeps for devices, with any extension.
#: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
_FORBIDDEN = '<>:"|?*\\'
#: Longest name that every file system takes, in bytes, with room for `.md` and a temporary suffix.
_LONGEST = 200


class OutsideError(ValueError):
    """A path that would leave the output folder."""


def safe_part(name: str) -> str:
    """Make one part of a path safe on Linux, macOS and Windows; the same in, the same out."""
    name = unicodedata.normalize("NFC", name)
    name = "".join("-" if c in _FORBIDDEN or ord(c) < 32 else c for c in name)
    name = "-".join(name.split()).strip().rstrip(". ")
    if name.split(".")[0].lower() in _DEVICES:
        stem, dot, rest = name.partition(".")
        name = f"{stem}_{dot}{rest}"
    if len(name.encode()) > _LONGEST:
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        stem, dot, suffix = name.rpartition(".")
        suffix = dot + suffix if stem and len(suffix.encode()) < 8 else ""
        room = _LONGEST - len(f"-{digest}{suffix}".encode())
        name = name.encode()[:room].decode(errors="ignore") + f"-{digest}{suffix}"
    return name or "_"


def safe_path(path: str) -> str:
    """Make every part of a `/`-separated relative path safe, and keep it from climbing."""
    parts = [safe_part(p) for p in path.split("/") if p not in ("", ".", "..")]
    return "/".join(parts)


def inside(root: Path, relative: str) -> Path:
    """Join a path to a folder.

    :raises OutsideError: if the result is not inside the folder, links followed.
    """
    path = root / PurePosixPath(relative)
    parent = _resolved(path.parent)
    if not (path.name and parent.is_relative_to(_resolved(root))) or path.name == "..":
        raise OutsideError(f"{relative!r} leaves {root}")
    return path


@lru_cache(maxsize=1024)
def _resolved(path: Path) -> Path:
    return path.resolve()


def fault(path: Path, root: Path) -> str:
    """Say why a file of a site must not be read, or nothing.

    A link may lead to any file of the computer, and a pipe is never read to its end.
    """
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(_resolved(root)):
            return "not read: a link that leads out of the site"
    except (OSError, RuntimeError):
        return "not read: a link that leads nowhere"
    # Path.is_file() raises on names that are too long.
    return "" if os.path.isfile(path) else "not read: no file, or a link that leads to none"  # noqa: PTH113


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".import-", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def digest(path: Path) -> str:
    """Give the SHA-256 of a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
