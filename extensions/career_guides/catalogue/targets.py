"""Resolve links between guides."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from career_guides.diagnostics.problem import shorten
from career_guides.diagnostics.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Mapping

    from career_guides.content.page import Page


class Target(NamedTuple):
    """The target of a link: a page of the site, or a web address.

    :param docname: name of the page, if it is a page of the site
    :param url: the address otherwise
    :param label: text to show instead of the target's title
    :param heading: name of a heading of the page, as in ``history#the-court``
    """

    docname: str = ""
    url: str = ""
    label: str | None = None
    heading: str = ""


class TargetError(ValueError):
    """A target does not exist; the message says so and suggests one that does.

    :param documents: docnames to suggest from, searched only if the message is read
    """

    def __init__(self, target: str, message: str, documents: Collection[str] = ()) -> None:
        super().__init__(message)
        self.target = target
        self.documents = documents

    def __str__(self) -> str:
        return f"{super().__str__()}{suggest(self.target, sorted(self.documents))}"


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def find_target(
    written: str, folder: str, documents: Collection[str], drafts: Collection[str] = ()
) -> Target:
    """Return the target that an author refers to as *written*.

    :param written: ``day-in-the-life`` (in this folder), ``liaison/history`` or
        ``/liaison/history`` (from the root of the site), ``liaison`` (its landing page), each
        with ``#heading`` or without, or an address
    :param folder: folder of the page with the link
    :param documents: docnames of all pages that are built
    :param drafts: docnames of pages that are left out
    :raises TargetError: if there is no such page
    """
    if is_local_path(written):
        raise TargetError(written, "which is on your own computer; readers cannot open it")
    if _SCHEME.match(written):
        if not is_address(written):
            raise TargetError(written, "which is neither a guide nor an https:// address")
        return Target(url=written)
    if "\\" in written:
        right = written.replace("\\", "/")
        raise TargetError(written, f"which has a backslash; write {shorten(right)}")
    path, _, heading = written.partition("#")
    names = candidates(path, folder)
    for name in names:
        if name in documents:
            return Target(name, heading=heading)
        if name in drafts:
            raise TargetError(name, "which is a draft")
    raise TargetError(names[0], "which does not exist", documents)


def why_no_heading(target: Target, pages: Mapping[str, Page]) -> str:
    """Return what is wrong with the heading of *target*; ``''`` if the page has it.

    :param pages: docname -> page, for Markdown files; the headings of others are not known
    """
    page = pages.get(target.docname)
    if not target.heading or page is None or target.heading in page.names:
        return ""
    return no_heading(target.heading, target.docname, page.names)


def no_heading(heading: str, docname: str, names: Mapping[str, int]) -> str:
    """Return the message for a heading that is none of *names*, with those that there are."""
    parts = [name for name, level in names.items() if level != 1]
    shown = f" (headings: {', '.join(parts[:_MOST_NAMED])}{', …' * (len(parts) > _MOST_NAMED)})"
    where = f"'{docname}' has" if docname else "this page has"
    return f"{where} no heading {shorten(heading)}{suggest(heading, names)}{shown if parts else ''}"


_MOST_NAMED = 8
_LOCAL_PATH = re.compile(r"[A-Za-z]:[\\/](?!/)|\\\\|file:|/(?:Users|home)/[^/]+/", re.IGNORECASE)


def is_local_path(written: str) -> bool:
    r"""Return whether *written* is a path of a computer's own disk: ``C:\Users``, ``file://``."""
    return bool(_LOCAL_PATH.match(unquote(written)))


def is_address(text: str) -> bool:
    """Return whether *text* is a web address that a browser can follow."""
    try:
        host = urlsplit(text).netloc
    except ValueError:  # such as https://[
        return False
    return bool(host and re.fullmatch(r"https?://[^\s<>\"]+", text))


def candidates(written: str, folder: str) -> list[str]:
    """Return the pages that *written* could refer to on a page of *folder*, the likeliest first."""
    path = _path(written)
    here = posixpath.normpath(posixpath.join(folder, path))
    site = posixpath.normpath(path.lstrip("/")) if path.strip("/") else "."
    if written.startswith("/"):
        names = [site]
    else:
        # A name without a folder is first looked up in this career, then among the site's folders.
        names = [site, here] if "/" in path and not path.startswith(".") else [here, site]
    return [page for name in names for page in (name, f"{name}/index".removeprefix("./"))]


def may_mean(written: str, ends: Container[str]) -> bool:
    """Return whether an author may refer to one of some pages as *written*, in whatever folder.

    :param ends: the last two parts of the names of these pages
    """
    end = _path(written).rpartition("/")[2]
    return end in ends or end in {"", ".", ".."}


def _path(written: str) -> str:
    return re.sub(r"(\.md|\.html|/)$", "", unquote(written.partition("#")[0]))


#: Pages that Sphinx generates, overwriting a source page of the same name.
SPHINX_PAGES = {"search", "genindex"}
