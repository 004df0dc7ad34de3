"""Notice files that differ from those that a page was read from, also if they are older.

Sphinx reads a page again if its file is newer than the last reading. A file that was restored from
a copy, or moved here from elsewhere, comes with a time of its own.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_cache.digests import digest_of_bytes
from build_cache.stamps import ABSENT, stamp
from career_guides.domain import guides

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.environment import BuildEnvironment

    from build_cache.stamps import Stamp
    from career_guides.build import Build


class Files:
    """The files that pages are read from, each looked at once in a build.

    :ivar inputs: path -> stamp of each file that was there when the build began
    """

    def __init__(self, build: Build) -> None:
        self._stamps: dict[str, Stamp] = {}
        self._digests: dict[str, str] = {}
        self.inputs: Mapping[str, Stamp] = {}

    def stamp(self, path: str) -> Stamp:
        """Return the stamp of a file, which may not exist."""
        if path not in self._stamps:
            try:
                self._stamps[path] = stamp(path)
            except (OSError, ValueError):  # no file can have such a name
                self._stamps[path] = ABSENT
        return self._stamps[path]

    def digest(self, path: str) -> str:
        """Return a digest of the content of a file, '' if it cannot be read."""
        if path not in self._digests:
            try:
                self._digests[path] = digest_of_bytes(Path(path).read_bytes())
            except (OSError, ValueError):
                self._digests[path] = ""
        return self._digests[path]

    def is_same(self, path: str, known: Stamp, digest: str) -> bool:
        """Return whether a file is still what it was.

        With the same time and size it may still be another one, or another copy of the same one.
        """
        if path in self.inputs:
            self._stamps.setdefault(path, self.inputs[path])
        now = self.stamp(path)
        return now == known or (now[:2] == known[:2] and self.digest(path) == digest)


def files_of(env: BuildEnvironment, docname: str) -> list[str]:
    """Return the paths of a page's file and of the files that it includes or shows."""
    # Our speed-ups keep them as text in a UserDict, whose items would be paths.
    known: Mapping[str, Iterable[Any]] = getattr(env.dependencies, "data", env.dependencies)
    paths = [str(env.doc2path(docname)), *sorted(map(str, known.get(docname, ())))]
    return [path if path[0] == "/" else os.path.join(env.srcdir, path) for path in paths]  # noqa: PTH118 - many


def note(env: BuildEnvironment, docname: str) -> None:
    """Remember the files that a page has just been read from."""
    domain = guides(env)
    files = domain.build.of(Files)
    domain.files[docname] = [
        (files.stamp(path), files.digest(path)) for path in files_of(env, docname)
    ]


def differ(env: BuildEnvironment) -> set[str]:
    """Return the pages that were read from other files than are there now."""
    domain = guides(env)
    files = domain.build.of(Files)
    found = set()
    for docname in env.all_docs.keys() & env.found_docs & domain.files.keys():
        known, paths = domain.files[docname], files_of(env, docname)
        if len(known) != len(paths) or not all(
            files.is_same(path, *was) for path, was in zip(paths, known, strict=True)
        ):
            found.add(docname)
    return found
