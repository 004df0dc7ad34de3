"""Check aliases: old paths that redirect to pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from career_guides.diagnostics.problem import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set


#: Files and folders that the build itself writes, which no alias may replace.
_RESERVED = re.compile(
    r"(genindex|search|py-modindex|404|_static|_images|_sources|_downloads|_pagefind"
    r"|front-matter\.schema\.json|sitemap\.xml|objects\.inv|searchindex\.js|robots\.txt|feed\.xml|llms(-full)?\.txt"
    r"|careers(\.schema)?\.json|_redirects)(/|$)|\.|.*\.html/"
)


def _is_name(part: str) -> bool:
    """Return whether *part* is a valid file name on every system and does not change the folder."""
    return part not in {"", ".", ".."} and len(part.encode()) <= 200


def is_free(path: str) -> bool:
    """Return whether an old path, without slashes at its ends, can lead to a page."""
    parts = path.split("/")
    return bool(path) and not _RESERVED.match(path) and all(map(_is_name, parts))


def find_aliases(
    aliases: Mapping[str, Iterable[str]], documents: Set[str]
) -> tuple[dict[str, str], list[tuple[str, int, str]]]:
    """Return the valid aliases as old path -> page, and the problems with the others.

    :param aliases: page -> old paths as written
    :param documents: docnames of all pages that are built
    :returns: the aliases without ``/`` at either end, and ``(page, index, message)`` for each alias
        that collides with a page or another alias, or leads out of the site
    """
    taken: dict[str, str] = {}
    clashes = []
    for docname, paths in aliases.items():
        for index, written in enumerate(paths):
            path = unquote(written).strip("/")
            stem = re.sub(r"(^|/)index(\.html)?$|\.html$", "", path)
            page = next(
                (name for name in (stem, f"{stem}/index".lstrip("/")) if name in documents), None
            )
            if page:
                message = f"is the address of the page '{page}'"
            elif taken.get(stem, docname) != docname:
                message = f"is an alias of '{taken[stem]}' already"
            elif not stem or _RESERVED.match(stem) or not all(map(_is_name, path.split("/"))):
                message = "cannot be an alias: it is no path of this site's own pages"
            else:
                taken[stem] = docname
                continue
            clashes.append((docname, index, f"'aliases': {shorten(written)} {message}"))
    return taken, clashes
