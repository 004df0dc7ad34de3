"""Links in the text of a page: whether their page and their heading exist."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from career_guides.catalogue.targets import (
    Target,
    TargetError,
    find_target,
    is_local_path,
    no_heading,
    why_no_heading,
)
from career_guides.diagnostics.problem import shorten

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from career_guides.content.page import Page


def broken_link(
    written: str,
    docname: str,
    documents: Collection[str],
    pages: Mapping[str, Page],
    drafts: Collection[str] = (),
) -> tuple[str, str]:
    """Return subtype and message for a Markdown link that leads nowhere.

    :param written: its target as MyST reports it: a path, or the name of a heading of the page
    :param docname: the page with the link
    :param documents: docnames of all pages that are built
    :param pages: docname -> page, for Markdown files
    :param drafts: docnames of pages that are left out
    """
    path, _, heading = unquote(written).partition("#")
    if is_local_path(path):
        return "", ""  # reported by its line
    is_page = path.endswith(".md") or ("/" in path and not posixpath.splitext(path)[1])
    if not path or (path == written and not is_page and "." not in path):
        page = pages.get(docname)
        names = page.names if page else {}
        reason = no_heading(heading or path, "", names)
        return "anchor", f"a link leads to {shorten(heading or path)}, but {reason}"
    if not is_page:
        return "target", f"a link leads to the file {shorten(path)}, which does not exist"
    folder = docname.rpartition("/")[0]
    try:
        find_target(path, folder, documents, drafts)
    except TargetError as error:
        return "target", f"a link leads to {shorten(error.target)}, {error}"
    right = posixpath.relpath(find_target(path, folder, documents).docname, folder or ".")
    return "target", f"a link leads to {shorten(path)}; write {shorten(f'{right}.md')}"


def missing(
    written: str,
    docname: str,
    documents: Collection[str],
    pages: Mapping[str, Page],
    drafts: Collection[str] = (),
) -> tuple[str, str] | None:
    """Return subtype and message for a Markdown link if it leads nowhere.

    :param written: its target as in the text; addresses of other sites are none of ours
    """
    path, mark, heading = unquote(written).partition("#")
    if is_elsewhere(path) or (not mark and not path.endswith(".md") and "/" not in path):
        return None
    page = pages.get(docname)
    if not path:
        own = page.names if page else {}
        everywhere = any(pages[name].names.get(heading.lower()) == 0 for name in pages)
        is_there = heading in own or everywhere or not heading
        return None if is_there else broken_link(written, docname, documents, pages, drafts)
    target = posixpath.normpath(
        path.lstrip("/") if path.startswith("/") else posixpath.join(docname, "..", path)
    )
    name = re.sub(r"\.md$", "", target)
    if posixpath.splitext(target)[1] not in {"", ".md"}:
        return None
    if name not in documents:
        return broken_link(path, docname, documents, pages, drafts)
    return _no_part(name, heading, pages)


def _no_part(docname: str, heading: str, pages: Mapping[str, Page]) -> tuple[str, str] | None:
    if reason := why_no_heading(Target(docname, heading=heading), pages):
        return "anchor", f"a link leads to a heading that is not there: {reason}"
    return None


def is_elsewhere(path: str) -> bool:
    """Return whether *path* has a scheme or a host, and so is not a file of the site."""
    return bool(re.match(r"[\w+.-]{2,}:|//", path))
