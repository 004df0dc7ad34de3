"""Rewrite the links and images of a page, so that they lead to guides and files of the output."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urljoin, urlsplit

from markdown_it.common.normalize_url import validateLink

from hugo_to_myst.read.html_tree import PREFIX, Element, Node

from . import urls
from .links import address

if TYPE_CHECKING:
    from pathlib import Path

    from hugo_to_myst.findings import PageLog

    from .assets import Assets
    from .links import Links, Target
    from .site import Page


_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
#: Alternative texts that say nothing.
_MEANINGLESS = {"alt", "image", "img", "picture", "photo"}


#: Schemes of links that MyST takes as external by default, and schemes that no page may lead to.
MYST_SCHEMES = ("http", "https", "mailto", "ftp")
_FORBIDDEN_SCHEMES = {"file", "data", "javascript", "vbscript", "about", "blob", "view-source"}


class LinkRewriter:
    """Rewrites the links and images of one page.

    :param fix: whether broken ones are repaired by their suggestions.
    :ivar files: the files that the guide shows, by their places in the output.
    :ivar used: those files, and others whose content is the same.
    :ivar schemes: the schemes of its links that MyST does not take as external by default.
    """

    def __init__(
        self, page: Page, links: Links, assets: Assets, log: PageLog, *, fix: bool
    ) -> None:
        self.page = page
        self.links = links
        self.assets = assets
        self.log = log
        self.fix = fix
        self.files: dict[str, Path] = {}
        self.used: set[Path] = set()
        self.schemes: set[str] = set()
        #: The images of the present block that were removed, as texts for comments.
        self._removed: list[str] = []

    def block(self, block: Element) -> list[Element]:
        """Rewrite a block and all in it; a comment names each image that was removed."""
        blocks = [n for n in self.node(block) if isinstance(n, Element)]
        blocks = [b for b in blocks if b.children or b.tag not in ("p", *_HEADINGS)]
        comments = [comment(text) for text in self._removed]
        self._removed.clear()
        return [*comments, *blocks]

    def node(self, node: Node) -> list[Node]:
        """Rewrite a node and all in it."""
        if isinstance(node, str) or node.tag in ("x-comment", "x-raw", "pre", "x-literal"):
            return [node]
        if node.tag == "img":
            return self._image(node)
        if node.tag == "figure":
            return self._figure(node)
        rewritten = node.with_children(n for child in node.children for n in self.node(child))
        if node.tag != "a":
            return [rewritten]
        if node.children and not rewritten.children:  # a link around an image that was removed
            last = self._removed[-1:]
            self._removed[-1:] = [f"{text}, a link to {node.get('href')}" for text in last]
            return []
        return self._link(rewritten)

    def _link(self, node: Element) -> list[Node]:
        href = self.href(node.get("href"), node.line)
        if not href:
            return list(node.children)
        return [Element("a", {**node.attrs, "href": href}, node.children)]

    def href(self, href: str, at: int) -> str:
        """Return the address of a link in the guide; empty if only its text can stay."""
        if href.strip() in ("", "#"):
            self.log("link", at, f'href="{href}"', "its text only: it leads nowhere")
            return ""
        target = self.links.find(self.page, href)
        if target.external:
            return self._external(href, at)
        if target.page:
            return self._internal(href, target, at)
        found = self.assets.find(self.page, href) or self.assets.find(self.page, target.path)
        if found:
            return "/" + quote(self._use(found), safe="/@+~")
        return self._missing(href, target, at)

    def _external(self, href: str, at: int) -> str:
        """Return an address that MyST takes as external; note a scheme that it does not know."""
        plain = re.sub(r"[\t\n\r]", "", href.strip())
        if plain.startswith("//"):
            return f"https:{plain}"
        name, _, rest = plain.partition(":")
        scheme = name.lower()
        if scheme in MYST_SCHEMES:
            return f"{scheme}:{rest}"
        if scheme in _FORBIDDEN_SCHEMES or not re.fullmatch(r"[a-z][a-z0-9+-]+", scheme):
            self.log("link", at, plain[:300], "its text only: not an address of a web page")
            return ""
        self.schemes.add(scheme)
        return f"{scheme}:{rest}"

    def _internal(self, href: str, target: Target, at: int) -> str:
        page = target.page or self.page
        if target.case_differs:
            self.log("link-case", at, href, page.docname)
        fragment, near = self.links.fragment(target)
        if target.fragment and not fragment:
            here = page is self.page
            became = "its text only" if here else f"{page.docname}, without the heading"
            if near and self.fix:
                fragment, became = near, f"#{near}"
            self.log("link-fragment", at, href, became, near)
            if page is self.page and not fragment:
                return ""
        return address(self.page, page, fragment)

    def _missing(self, href: str, target: Target, at: int) -> str:
        shown = href.removeprefix("hugo-ref:")
        near = self.links.site.by_docname.get(target.suggestion)
        if near and self.fix:
            self.log("link-fixed", at, shown, near.docname, near.docname)
            return address(self.page, near)
        old = "" if near else self.links.old_url(target.path)
        self.log("link", at, shown, old or ("its text only" if self.fix else "left broken"),
                 target.suggestion)  # fmt: skip
        if old or self.fix:
            return old
        name = urls.key(target.path)
        page_like = "." not in name.rpartition("/")[2]
        return quote(f"/{name}.md" if page_like else f"/{name}", safe="/@+~:")

    def source(self, source: str, at: int) -> str:
        """Return the address of an image in the guide; empty if there is none and it is removed."""
        parts = urlsplit(source) if "[" not in source else urlsplit("")
        own = parts.netloc and urls.host(source) == self.links.host
        if (parts.scheme or parts.netloc) and not own:
            if validateLink(source):
                return f"https:{source}" if source.startswith("//") else source
            self.log("image", at, source[:300], "dropped: MyST does not accept the address")
            return ""
        found = self.assets.find(self.page, source)
        near = "" if found else self.assets.suggest(source)
        if near and self.fix:
            found = self.assets.find(self.page, near)
        if not found:
            became = "a comment" if self.fix else "left broken"
            self.log("image", at, source, became, near)
            # "./", since the decoded path may look like an address with a scheme.
            path = unquote(parts.path) or source
            path = path if path.startswith("/") else f"./{path}"
            served = urljoin(f"{self.page.url.rstrip('/')}/", path)
            return "" if self.fix else quote(posixpath.normpath(served), safe="/@+~")
        if near:
            self.log("image", at, source, near, near)
        return "/" + quote(self._use(found), safe="/@+~")

    def _use(self, path: Path) -> str:
        place, first = self.assets.place(path)
        if first != path and place not in self.files:
            self.log("image-copied", 0, path.name, f"the same as {first.name}: {place}")
        self.files[place] = first
        self.used |= {path, first}
        return place

    def _image(self, node: Element) -> list[Node]:
        if not node.get("src").strip():
            self.log("image", node.line, f"<img> {node.get('alt')}", "dropped: it names no file")
            return []
        source = self.source(node.get("src"), node.line)
        alt = self.alt(node, "")
        if not source:
            shown = f" ({node.get('alt')})" if node.get("alt").strip() else ""
            self._removed.append(f"missing image: {node.get('src')}{shown}")
            return []
        kept = {k: v for k, v in node.attrs.items() if k not in ("align", "id", "name")}
        return [Element("img", {**kept, "src": source, "alt": alt}, node.children)]

    def alt(self, node: Element, caption: str) -> str:
        """Return the alternative text of an image, and report one that has none.

        :param caption: what is suggested; else it is the name of the file.
        """
        alt = " ".join(node.get("alt").split())
        given = "alt" in node.attrs and PREFIX + "bare" not in node.attrs
        if given and alt.lower() not in _MEANINGLESS:
            return alt
        name = node.get("src").rpartition("/")[2].rpartition(".")[0]
        near = caption or " ".join(name.replace("-", " ").replace("_", " ").split())
        self.log("alt", node.line, node.get("src"), near if self.fix else "none", near)
        return near if self.fix else ""

    def _figure(self, node: Element) -> list[Node]:
        caption = [n for child in node.children for n in self.node(child)]
        found = self._image(Element("img", node.attrs))
        link = self.href(node.get("href"), node.line) if node.get("href") else ""
        image = found[0] if found else None
        if isinstance(image, Element):
            attrs = {k: v for k, v in image.attrs.items() if k != "href"}
            return [Element("figure", attrs | ({"href": link} if link else {}), tuple(caption))]
        return [Element("p", {}, tuple(caption))] if caption else []


def comment(text: str) -> Element:
    """Return a comment of the importer's own."""
    return Element("x-comment", {"generated": ""}, (text,))
