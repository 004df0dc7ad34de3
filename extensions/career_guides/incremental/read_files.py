"""Notice files that differ from those that a page was read from, also if they are older.

Sphinx reads a page again if its file is newer than the last reading. A file that was restored from
a copy, or moved here from elsewhere, comes with a time of its own.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from build_cache.stamps import stamp
from career_guides.domain import guides

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def files_of(env: BuildEnvironment, docname: str) -> list[tuple[int, int]]:
    """Return the stamps of a page's file and of the files that it includes or shows."""
    paths = [env.doc2path(docname), *sorted(env.dependencies.get(docname, ()))]
    return [_stamp(os.path.join(env.srcdir, path)) for path in paths]  # noqa: PTH118 - many


def _stamp(path: str) -> tuple[int, int]:
    try:
        return stamp(path)
    except OSError:
        return 0, 0


def note(env: BuildEnvironment, docname: str) -> None:
    """Remember the files that a page has just been read from."""
    guides(env).files[docname] = files_of(env, docname)


def differ(env: BuildEnvironment) -> set[str]:
    """Return the pages that were read from other files than are there now."""
    known = guides(env).files
    return {
        docname
        for docname in env.all_docs.keys() & env.found_docs
        if docname in known and known[docname] != files_of(env, docname)
    }
