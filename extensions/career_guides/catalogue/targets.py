"""Where links between guides lead, and which old paths redirect to them. Pure."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from career_guides.diagnostics.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Collection


class Target(NamedTuple):
    """Where a link leads: a page of the site, or an address.

    :param docname: the page, if it is one of the site
    :param url: the address otherwise
    :param label: text to show instead of the target's title
    """

    docname: str = ""
    url: str = ""
    label: str | None = None


class TargetError(ValueError):
    """A target does not exist; the message says so and suggests what does.

    :param documents: what may have been meant, looked through only if somebody reads the message
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
    """Return what an author means by *written*.

    :param written: ``day-in-the-life`` (this folder), ``liaison/history`` or
        ``/liaison/history`` (the site), ``liaison`` (its landing page), or an address
    :param folder: the folder of the page that links
    :param documents: every page that is built
    :param drafts: pages that are left out
    :raises TargetError: if there is no such page
    """
    if _SCHEME.match(written):
        if not is_address(written):
            raise TargetError(written, "which is neither a guide nor an https:// address")
        return Target(url=written)
    names = candidates(written, folder)
    for name in names:
        if name in documents:
            return Target(name)
        if name in drafts:
            raise TargetError(name, "which is a draft")
    raise TargetError(names[0], "which does not exist", documents)


def is_address(text: str) -> bool:
    """Return whether *text* is an address of the web that a browser can follow."""
    try:
        host = urlsplit(text).netloc
    except ValueError:  # such as https://[
        return False
    return bool(host and re.fullmatch(r"https?://[^\s<>\"]+", text))


def candidates(written: str, folder: str) -> list[str]:
    """Return the pages that *written* could mean in a page of *folder*, the likeliest first."""
    path = re.sub(r"(\.md|\.html|/)$", "", unquote(written))
    here = posixpath.normpath(posixpath.join(folder, path))
    site = posixpath.normpath(path.lstrip("/")) if path.strip("/") else "."
    if written.startswith("/"):
        names = [site]
    else:
        # A name alone is a chapter of this career before it is a folder of the site.
        names = [site, here] if "/" in path and not path.startswith(".") else [here, site]
    return [page for name in names for page in (name, f"{name}/index".removeprefix("./"))]


#: Pages that Sphinx writes over those of a source file.
SPHINX_PAGES = {"search", "genindex"}
