"""Run Pagefind's program over a folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from .file_format import ENTRY, PagefindError
from .languages import is_divided

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: The folder of the index, in the output folder of the site.
FOLDER = "_pagefind"

#: Packages that bring Pagefind's program.
_PLAIN, _EXTENDED = "pagefind_bin", "pagefind_bin_extended"

#: More bytes than Pagefind writes beside the index.
_PROGRAM = 10_000_000

#: Bytes of HTML that Pagefind indexes at once. It takes ten times as much memory.
AT_ONCE = 50_000_000


def run(site: Path, options: list[str], language: str, size: int = 0) -> dict[str, bytes]:
    """Run Pagefind over a folder, and return the files that it writes, path -> content.

    :param site: the folder; of all HTML files below it those that are marked are indexed
    :param options: of its command line
    :param language: of the pages, whatever they say themselves
    :param size: of the pages in bytes, as far as known
    :raises PagefindError: if it does not run, or fails
    """
    with tempfile.TemporaryDirectory(dir=in_memory(size)) as name:
        out = Path(name) / FOLDER
        command = [*_program(language), "--quiet", *options, "--force-language", language]
        # In an empty folder and without its variables: Pagefind takes settings from both.
        done = subprocess.run(  # noqa: S603 - no word of the command is an author's
            [*command, "--site", str(site.resolve()), "--output-path", str(out)],
            cwd=name,
            env={key: value for key, value in os.environ.items() if key[:9] != "PAGEFIND_"},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode or not (out / ENTRY).is_file():
            lines = (done.stderr or done.stdout).strip().splitlines() or ["it says nothing"]
            raise PagefindError(lines[-1].strip().removeprefix(f"{sys.executable}: "))
        files = [file for file in out.rglob("*") if file.is_file()]
        return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}


def in_memory(size: int) -> str | None:
    """Return the folder that Linux keeps in memory, if it has room for pages or their index.

    :param size: of the pages in bytes; an index is a part of it
    :returns: ``None`` for the folder that Python chooses
    """
    folder = "/dev/shm"  # noqa: S108 - the folder in it gets a unique name
    # Thousands of small files are written, read once and deleted: on a disk that takes up to a
    # twentieth of a build.
    try:
        free = shutil.disk_usage(folder).free
        has_room = free > size + _PROGRAM and os.access(folder, os.W_OK)
    except OSError:  # another system
        has_room = False
    return folder if has_room else None


def divided(sizes: Mapping[str, int]) -> Iterator[dict[str, int]]:
    """Divide pages among runs of Pagefind: each of at most :data:`AT_ONCE` bytes, or of one page.

    :param sizes: page -> size in bytes
    :returns: the same of each run, in order
    """
    part: dict[str, int] = {}
    total = 0
    for page, size in sizes.items():
        if part and total + size > AT_ONCE:
            yield part
            part, total = {}, 0
        part[page] = size
        total += size
    yield part


def has_extended() -> bool:
    """Return whether the extended binary is installed."""
    return find_spec(_EXTENDED) is not None


def _program(language: str) -> list[str]:
    """Return the command: the program itself, or through Python, which takes 0.08 s longer.

    The extended one is ten times as large, so it is used only for the languages that need it.
    """
    packages = (_PLAIN, _EXTENDED)
    for package in reversed(packages) if is_divided(language) else packages:
        with suppress(ImportError, OSError):
            return [str(import_module(package).get_executable())]
    return [sys.executable, "-m", "pagefind"]
