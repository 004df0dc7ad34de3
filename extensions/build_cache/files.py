"""Write files atomically: whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


def is_file(path: Path | str) -> bool:
    """Return whether there is a file; ``False`` for a name that no file can have.

    Such is one with a part of over 255 bytes, or with a NUL.
    """
    try:
        return os.path.isfile(path)  # noqa: PTH113 - Path's method raises an error for such a name
    except ValueError:
        return False


def write_whole(path: Path, data: bytes, *, wait: bool = True) -> None:
    """Write a file under a temporary name in its folder, then rename it.

    A process that is stopped at any moment leaves either the old file or the new one. The folder is
    created if necessary; the permissions of an existing file are kept.

    :param wait: whether to wait until the disk has the file. For many files that can be written
        again, this takes longer than all else; without it, a power failure may leave one empty
    :raises OSError: if the file cannot be written; the old one is then still there
    """
    write_all({path: data}, wait=wait)


def write_all(
    files: Mapping[Path, bytes],
    *,
    new: Collection[Path] = (),
    seal: Path | None = None,
    wait: bool = True,
) -> None:
    """Write several files, all or none.

    All are first written under temporary names, which is where a full disk or a missing permission
    shows; then they are renamed. If that fails or is interrupted, the old files are put back.

    :param files: path -> content; they are renamed in this order
    :param new: those of *files* that must not exist yet
    :param seal: the last of *files*, without which the others are not used. It is removed before
        the first of them is renamed, so that a process that is killed never leaves old and new
        files together under one seal; :func:`restore` then brings the old ones back
    :param wait: as for :func:`write_whole`
    :raises OSError: naming the file that cannot be written; nothing has then been changed
    """
    made: list[Path] = []
    parts: dict[Path, Path] = {}
    kept: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            _make_folder(path.parent, made)
            parts[path] = _temporary(path)
            _write_part(parts[path], data, path, wait=wait)
        for path in new:
            if os.path.lexists(path):
                raise FileExistsError(f"{path} is there already")
        for path in files if len(files) > 1 else ():  # one file needs no way back
            if os.path.lexists(path):
                kept[path] = _temporary(path)
                _keep(path, kept[path])
        if seal:
            _write_journal(seal, parts, kept)
        _rename_all(parts, kept, seal)
        parts.clear()  # they have their names: there is nothing to remove
        made.clear()
    finally:
        if seal:
            with suppress(OSError):  # it does no harm where all files, or none, are new
                _journal(seal).unlink(missing_ok=True)
        for part in (*parts.values(), *kept.values()):
            part.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):  # others have written into it
                folder.rmdir()


def restore(seal: Path) -> bool:
    """Bring back the files of a process that was killed while it wrote them under *seal*.

    :returns: whether there were such files; if all were already written, they stay
    :raises OSError: if one cannot be brought back; a further call goes on from there
    """
    try:
        found = json.loads(_journal(seal).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    folder = seal.parent
    is_complete = seal.exists()  # it is renamed last
    # The seal comes back last, so that a process that is killed here leaves none.
    for name, (part, kept) in sorted(found.items(), key=lambda item: item[0] == seal.name):
        if not is_complete and kept and (folder / kept).exists():
            (folder / kept).replace(folder / name)
        elif not is_complete and not kept:
            (folder / name).unlink(missing_ok=True)
        for left in filter(None, (part, kept)):
            (folder / left).unlink(missing_ok=True)
    _journal(seal).unlink()
    return not is_complete


def _journal(seal: Path) -> Path:
    """Return the file that is there while files are written under *seal*."""
    return seal.with_name(f".{seal.name}.part")


def _write_journal(seal: Path, parts: Mapping[Path, Path], kept: Mapping[Path, Path]) -> None:
    """Note for :func:`restore` where the new and the old files are."""
    folder = seal.parent

    def name(path: Path | None) -> str:
        return path.relative_to(folder).as_posix() if path else ""

    found = {name(path): (name(part), name(kept.get(path))) for path, part in parts.items()}
    write_whole(_journal(seal), json.dumps(found).encode())


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Create a folder and those around it; add to *made* those that did not exist."""
    if not folder.is_dir():
        _make_folder(folder.parent, made)
        made.append(folder)
        folder.mkdir(exist_ok=True)


def _temporary(path: Path) -> Path:
    """Return a name for a temporary file in the folder of *path*.

    It is random, so that nobody can put a link there, and short enough for any *path*.
    """
    return path.with_name(f".{os.urandom(8).hex()}.part")


def _write_part(part: Path, data: bytes, path: Path, *, wait: bool) -> None:
    """Write *data*, which is to become *path*; wait until the disk has it."""
    try:
        with part.open("xb") as stream:
            stream.write(data)
            if wait:
                stream.flush()
                os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(path, part)
    except OSError as error:
        # Its author knows the file, not the temporary name.
        raise type(error)(error.errno, error.strerror, str(path)) from error


def _keep(path: Path, copy: Path) -> None:
    try:
        os.link(path, copy, follow_symlinks=False)
    except OSError:  # a file system without hard links
        shutil.copy2(path, copy, follow_symlinks=False)


def _rename_all(parts: Mapping[Path, Path], kept: Mapping[Path, Path], seal: Path | None) -> None:
    try:
        if seal:
            seal.unlink(missing_ok=True)
        for path, part in parts.items():
            part.replace(path)
    except BaseException:
        for path, part in parts.items():
            if path in kept:
                kept[path].replace(path)
            elif not part.exists():
                path.unlink(missing_ok=True)
        raise
