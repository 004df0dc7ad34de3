"""Read the folder that Hugo wrote: its pages, its redirects and its files."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from hugo_to_myst.verify_text.html_words import word_list

from .html_content import Content, content_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from selectolax.lexbor import LexborNode

Kind = Literal["page", "file", "external"]
#: Pages that Hugo writes for hosts, which nobody links to.
_FOR_HOSTS = {"/404.html"}
#: The shortest run of equal words that says where the content of a page is.
_SURE = 4


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link or an image leads.

    :param kind: a page, a file, or outside the site.
    :param at: the address of the page, the digest of the file, or the whole address outside.
    :param fragment: the id on the page, if the page has it.
    """

    kind: Kind
    at: str
    fragment: str = ""


@dataclass(slots=True)
class BuiltSite:
    """What Hugo wrote.

    :param root: the folder.
    :param base_url: the address of the site.
    :param pages: the files of pages by address, such as `/nurse/history/`.
    :param redirects: the address that each redirect leads to.
    :param selector: the CSS selector of the element that holds the content of a page; if empty,
        it is the smallest one that holds all words of the guide.
    """

    root: Path
    base_url: str
    selector: str = ""
    pages: dict[str, Path] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)

    def content(self, address: str, words: Sequence[str]) -> Content:
        """Return the content of a page.

        :param words: the words of its guide, which show what of the page is content and what
            belongs to the theme.
        """
        body = _body(self.pages[address])
        if body is None:
            return Content()
        if self.selector:
            element = body.css_first(self.selector)
            return content_of(element) if element is not None else Content()
        start = body.css_first("main") or body
        return content_of(_smallest(start, words))

    def children(self, address: str) -> list[str]:
        """Return the pages right below a page, in the order of its links to them.

        :returns: nothing unless the page links to all of them.
        """
        below = [a for a in self.pages if a != address and a.startswith(address)]
        below = [a for a in below if "/" not in a[len(address) :].strip("/")]
        if len(below) < 2 or not address.endswith("/"):
            return []
        body = _body(self.pages[address])
        content = body.css_first(self.selector) if body and self.selector else None
        if content is not None:  # the list is not in the text
            content.decompose()
        links = content_of(body).links if body is not None else ()
        found = (self.resolve(address, href) for href in links)
        listed = list(dict.fromkeys(d.at for d in found if d and d.kind == "page"))
        listed = [a for a in listed if a in below]
        return listed if len(listed) == len(below) else []

    def resolve(self, address: str, href: str) -> Destination | None:
        """Return where a link on a page leads; None if it is broken.

        :param address: the address of the page.
        """
        href = re.sub(r"[\t\n\r]", "", href.strip())
        base = self.base_url.rstrip("/")
        try:
            whole = urljoin(base + address, href)
            parts, own = urlsplit(whole), urlsplit(base)
            inside = urljoin("https://site.invalid" + own.path + address, href)
            is_own = urlsplit(inside).netloc == "site.invalid" or _host(whole) == _host(base)
        except ValueError:
            return None
        if not is_own:
            return Destination("external", href)
        path, fragment = unquote(parts.path), unquote(parts.fragment)
        if own.path.strip("/"):
            path = path.removeprefix(own.path.rstrip("/"))
        found = self.at(path or "/", fragment)
        if found and found.kind == "page" and fragment and not found.fragment:
            return None  # the page does not have the heading
        return found

    def at(self, path: str, fragment: str = "") -> Destination | None:
        """Return what answers at a path of the site; None if nothing does."""
        path = re.sub(r"/index\.html$", "/", path)
        for _ in range(10):
            for name in (path, f"{path}/"):
                if name in self.pages:
                    known = fragment and fragment in self.anchors_of(name)
                    return Destination("page", name, fragment if known else "")
            target = self.redirects.get(path) or self.redirects.get(f"{path}/")
            if target is None:
                break
            path, _, more = target.partition("#")
            fragment = more or fragment
        file = self.root / path.lstrip("/")
        if ".." in path.split("/") or not file.is_file():
            return None
        return Destination("file", digest(file))

    def anchors_of(self, address: str) -> frozenset[str]:
        """Return the ids on a page."""
        if address not in self.anchors:
            body = _body(self.pages[address])
            self.anchors[address] = content_of(body).anchors if body else frozenset()
        return self.anchors[address]


def read_built_site(root: Path, base_url: str, selector: str = "") -> BuiltSite:
    """Find the pages and redirects in the folder that Hugo wrote.

    :param base_url: the address of the site.
    :param selector: as in :class:`BuiltSite`.
    """
    site = BuiltSite(root, base_url, selector)
    for file in sorted([*root.rglob("*.html"), *root.rglob("*.htm")]):
        address = "/" + re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(root).as_posix())
        if address in _FOR_HOSTS or file.is_dir():  # the folder of a page `a.html.md`
            continue
        target = _redirect(file)
        if target is None:
            site.pages[address] = file
        else:
            path = urlsplit(target)
            base = urlsplit(base_url).path.rstrip("/")
            fragment = f"#{path.fragment}" if path.fragment else ""
            place = urljoin(address, path.path).removeprefix(base)
            site.redirects[address] = unquote(place) + fragment
    return site


def digest(file: Path) -> str:
    """Return a digest of a file's content."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _redirect(file: Path) -> str | None:
    """Return the target of a page that only redirects. https://gohugo.io/content-management/urls/."""
    start = file.read_bytes()[:2000].decode("utf-8", "replace")
    if "http-equiv" not in start.lower():
        return None
    head = LexborHTMLParser(start).css_first("meta[http-equiv=refresh i]")
    found = re.search(r"url\s*=\s*(.*)", (head.attributes.get("content") or "") if head else "")
    return found[1].strip("'\" ") if found else None


def _body(file: Path) -> LexborNode | None:
    return LexborHTMLParser(file.read_bytes().decode("utf-8", "replace")).body


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _smallest(body: LexborNode, words: Sequence[str]) -> LexborNode:
    """Return the smallest element that holds all words of a page that its guide has too."""
    element = body
    known = {*words}
    while True:
        inside = _matched(word_list(element), words, known)
        child = element.child
        best = None
        while child is not None:
            following = child.next
            if child.is_element_node and child.tag not in ("script", "style"):
                best = child if _matched(word_list(child), words, known) >= inside else best
            child = following
        if best is None or not inside or _is_of_content(best):
            return element
        element = best


def _is_of_content(element: LexborNode) -> bool:
    """Return whether an element is part of the content, which may be one heading or list."""
    return element.tag not in ("main", "article", "section", "div", "body", "header")


def _matched(page: list[str], guide: Sequence[str], known: set[str]) -> int:
    """Count the words that a guide and part of a page share in runs that are no coincidence."""
    if not known.intersection(page):
        return 0
    matcher = SequenceMatcher(None, page, guide, autojunk=False)
    shortest = min(_SURE, len(guide))
    return sum(block.size for block in matcher.get_matching_blocks() if block.size >= shortest)
