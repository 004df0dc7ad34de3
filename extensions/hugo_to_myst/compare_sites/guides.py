"""Read the guides as Sphinx and MyST show them: their addresses, and what their links lead to."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from hugo_to_myst.verify_text.myst_guide import front_matter, github_slug, guide_html

from .built_site import Destination, digest
from .html_content import Content, content_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide.

    :param docname: its name, as Sphinx has it.
    :param values: its front matter.
    """

    docname: str
    values: dict[str, Any]
    content: Content

    @property
    def order(self) -> tuple[float, str, str]:
        """Return what decides its place among the guides of its folder."""
        weight, title = self.values.get("weight"), str(self.values.get("title"))
        place = float(weight) if isinstance(weight, int) else float("inf")
        return (place, title.casefold(), self.docname)


@dataclass(slots=True)
class Guides:
    """The guides of a folder that are published.

    :param by_name: the guides by docname.
    :param addresses: the docname that answers at each address, without slashes at its ends.
    :param lists: the addresses of lists, which any page may answer.
    """

    root: Path
    base_url: str
    by_name: dict[str, Guide] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)

    def at(self, address: str) -> str | None:
        """Return the docname that answers at an address of the old site; None if none does."""
        return self.addresses.get(stem(address))

    def resolve(self, guide: Guide, href: str) -> Destination | None:
        """Return where a link or an image of a guide leads; None if it is broken."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            # The address of the old site will be that of the new one.
            own = "://" in self.base_url and href.startswith(self.base_url.rstrip("/") + "/")
            path = urlsplit(href).path.removeprefix(urlsplit(self.base_url).path.rstrip("/"))
            docname = self.at(path) if own else None
            return Destination("page", docname) if docname else Destination("external", href)
        path, fragment = unquote(parts.path), unquote(parts.fragment)
        folder = guide.docname.rpartition("/")[0]
        name = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
        docname = guide.docname if not path else name.removesuffix(".md")
        if docname in self.by_name and (not path or name.endswith(".md")):
            known = fragment in self.by_name[docname].content.anchors
            return Destination("page", docname, fragment if known else "")
        file = self.root / name
        return Destination("file", digest(file)) if file.is_file() else None


def read_guides(root: Path, base_url: str, redirects: Iterable[tuple[str, str]] = ()) -> Guides:
    """Read the guides of a folder, except those that are not published.

    :param base_url: the address of the old site.
    :param redirects: old addresses and the docnames that they lead to, besides `aliases`.
    """
    guides = Guides(root, base_url)
    for file in sorted(root.rglob("*.md")):
        docname = file.relative_to(root).as_posix().removesuffix(".md")
        text = file.read_text("utf-8")
        values, _body = front_matter(text)
        if values.get("draft") is True:
            continue
        body = LexborHTMLParser(f"<!doctype html><body>{guide_html(text)}").body
        content = content_of(body) if body is not None else Content()
        # The heading of the title has an id too.
        anchors = content.anchors | {github_slug(str(values.get("title", "")))}
        content = replace(content, anchors=anchors)
        guides.by_name[docname] = Guide(docname, values, content)
    for docname in guides.by_name:
        guides.addresses[stem(docname)] = docname
    for docname, guide in guides.by_name.items():
        for alias in guide.values.get("aliases") or ():
            guides.addresses.setdefault(stem(str(alias)), docname)
    # Sphinx has a page of its own there.
    guides.addresses["search"] = "search-page" if "search-page" in guides.by_name else "search"
    for address, docname in redirects:
        guides.addresses.setdefault(stem(address), docname)
        guides.lists.add(stem(address))
    return guides


def stem(address: str) -> str:
    """Return an address without what Sphinx's builders and hosts add to it."""
    return re.sub(r"(^|/)index(\.html)?$|\.html$", "", unquote(address).strip("/"))
