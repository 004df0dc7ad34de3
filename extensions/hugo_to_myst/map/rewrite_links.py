"""Make the links and images of a page point at guides and files of the output."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from markdown_it.common.normalize_url import validateLink

from hugo_to_myst.read.html_tree import Element, Node
from hugo_to_myst.read.start_tags import OURS
from hugo_to_myst.write.inline import line

from . import links, urls
from .front_matter import clip

if TYPE_CHECKING:
    from pathlib import Path

    from hugo_to_myst.findings import PageLog

    from .assets import Assets
    from .links import Links, Target
    from .site import Page


#: Alternative texts that say nothing.
_SILENT = {"alt", "image", "img", "picture", "photo"}


#: Schemes that MyST takes for external by itself, and those that no page can lead to.
MYST_SCHEMES = ("http", "https", "mailto", "ftp")
_NOWHERE = {"file", "data", "javascript", "vbscript", "about", "blob", "view-source"}


class Pointer:
    """Rewrites the links and images of one page.

    :param fix: whether what is broken is repaired by its suggestion.
    """

    def __init__(
        self, page: Page, links: Links, assets: Assets, log: PageLog, *, fix: bool
    ) -> None:
        self.page = page
        self.links = links
        self.assets = assets
        self.log = log
        self.fix = fix
        #: The files that the guide shows, by their places in the output.
        self.files: dict[str, Path] = {}
        self.lost: list[str] = []
        #: The schemes of links that MyST has to be told of.
        self.schemes: set[str] = set()

    def block(self, block: Element) -> list[Element]:
        """Rewrite a block and all in it; a comment tells of images that were repaired away."""
        made = [n for n in self._node(block) if isinstance(n, Element)]
        made = [b for b in made if b.children or b.tag not in ("p", "h2", "h3", "h4", "h5", "h6")]
        told = [Element("x-comment", {"made": ""}, (text,)) for text in self.lost]
        self.lost.clear()
        return [*told, *made]

    def _node(self, node: Node) -> list[Node]:
        if isinstance(node, str) or node.tag in ("x-comment", "x-raw", "pre", "x-literal"):
            return [node]
        if node.tag == "img":
            return self._image(node)
        if node.tag == "figure":
            return self._body_figure(node)
        made = node.having(n for child in node.children for n in self._node(child))
        if node.tag != "a":
            return [made]
        if node.children and not made.children:
            self.lost[-1:] = [f"{text}, a link to {node.get('href')}" for text in self.lost[-1:]]
            return []
        return self._link(made)

    def _link(self, node: Element) -> list[Node]:
        href = self.href(node.get("href"), node.line)
        if not href:
            return list(node.children)
        return [replace(node, attrs={**node.attrs, "href": href})]

    def href(self, href: str, at: int) -> str:
        """Give what a link says in the guide; nothing where only its text can stay."""
        if href.strip() in ("", "#"):
            self.log("link", at, f'href="{href}"', "its text only: it leads nowhere")
            return ""
        target = self.links.find(self.page, href)
        if target.external:
            return self._external(href, at)
        if target.page:
            return self._internal(href, target, at)
        found = self.assets.find(self.page, target.path or href)
        if found:
            return "/" + quote(self._use(found), safe="/@+~")
        return self._missing(href, target, at)

    def _external(self, href: str, at: int) -> str:
        """Write an address as MyST knows it for one, and remember a scheme that it does not."""
        plain = re.sub(r"[\t\n\r]", "", href.strip())
        if plain.startswith("//"):
            return f"https:{plain}"
        name, _, rest = plain.partition(":")
        scheme = name.lower()
        if scheme in MYST_SCHEMES:
            return f"{scheme}:{rest}"
        if scheme in _NOWHERE or not re.fullmatch(r"[a-z][a-z0-9+-]+", scheme):
            self.log("link", at, plain[:300], "its text only: no address for a web page")
            return ""
        self.schemes.add(scheme)
        return f"{scheme}:{rest}"

    def _internal(self, href: str, target: Target, at: int) -> str:
        page = target.page or self.page
        if target.mended:
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
        return links.written(self.page, page, fragment)

    def _missing(self, href: str, target: Target, at: int) -> str:
        shown = href.removeprefix("hugo-ref:")
        near = self.links.site.by_docname.get(target.suggestion)
        if near and self.fix:
            self.log("link-fixed", at, shown, near.docname, near.docname)
            return links.written(self.page, near)
        old = "" if near else self.links.old_url(target.path)
        self.log("link", at, shown, old or ("its text only" if self.fix else "left broken"),
                 target.suggestion)  # fmt: skip
        if old or self.fix:
            return old
        name = urls.key(target.path)
        page_like = "." not in name.rpartition("/")[2]
        return quote(f"/{name}.md" if page_like else f"/{name}", safe="/@+~:")

    def source(self, source: str, at: int) -> str:
        """Give the place of an image; nothing where there is none and it was repaired away."""
        parts = urlsplit(source) if "[" not in source else urlsplit("")
        own = parts.netloc and urls.host(source) == self.links.host
        if (parts.scheme or parts.netloc) and not own:
            if validateLink(source):
                return f"https:{source}" if source.startswith("//") else source
            self.log("image", at, source[:300], "dropped: MyST takes no such address")
            return ""
        found = self.assets.find(self.page, source)
        near = "" if found else self.assets.suggest(source)
        if near and self.fix:
            found = self.assets.find(self.page, near)
        if not found:
            became = "a comment" if self.fix else "left broken"
            self.log("image", at, source, became, near)
            # "./": what is decoded may look like an address of its own.
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
        return place

    def _image(self, node: Element) -> list[Node]:
        if not node.get("src").strip():
            self.log("image", node.line, f"<img> {node.get('alt')}", "dropped: it names no file")
            return []
        source = self.source(node.get("src"), node.line)
        alt = self._alt(node, "")
        if not source:
            said = f" ({node.get('alt')})" if node.get("alt").strip() else ""
            self.lost.append(f"missing image: {node.get('src')}{said}")
            return []
        kept = {k: v for k, v in node.attrs.items() if k not in ("align", "id", "name")}
        return [replace(node, attrs={**kept, "src": source, "alt": alt})]

    def _alt(self, node: Element, caption: str) -> str:
        """Give the alternative text of an image, and report one that has none."""
        alt = " ".join(node.get("alt").split())
        given = "alt" in node.attrs and OURS + "bare" not in node.attrs
        if given and alt.lower() not in _SILENT:
            return alt
        name = node.get("src").rpartition("/")[2].rpartition(".")[0]
        near = caption or " ".join(name.replace("-", " ").replace("_", " ").split())
        self.log("alt", node.line, node.get("src"), near if self.fix else "none", near)
        return near if self.fix else ""

    def _body_figure(self, node: Element) -> list[Node]:
        caption = [n for child in node.children for n in self._node(child)]
        found = self._image(Element("img", node.attrs))
        link = self.href(node.get("href"), node.line) if node.get("href") else ""
        image = found[0] if found else None
        if isinstance(image, Element):
            attrs = {k: v for k, v in image.attrs.items() if k != "href"}
            return [Element("figure", attrs | ({"href": link} if link else {}), tuple(caption))]
        return [Element("p", {}, tuple(caption))] if caption else []

    def figure(self, node: Element, generated_by: str) -> tuple[dict[str, Any], list[Element]]:
        """Make the figure key of a guide, or the blocks to write where the image is lost."""
        caption = node.having(n for child in node.children for n in self._node(child))
        text = line(caption.children).replace("\n", " ").strip()
        values: dict[str, Any] = {"generated_by": clip(generated_by)} if generated_by else {}
        source = self.source(node.get("src"), node.line)
        alt = self._alt(node, " ".join(caption.text.split()))
        if not source or len(text) > 2_000 or len(source) > 300:
            said = f"missing image: {node.get('src')} ({alt})"
            shown = [Element("p", {}, caption.children)] if text else []
            return values, [Element("x-comment", {"made": ""}, (said,)), *shown]
        own = source.startswith("/")
        figure: dict[str, Any] = {"image": unquote(source) if own else source}
        figure |= {"alt": clip(alt, 2_000)} if alt else {}
        figure |= {"decorative": True} if "alt" in node.attrs and not node.get("alt") else {}
        figure |= {"caption": text} if text else {}
        return {"figure": figure, **values}, []

    @staticmethod
    def near(word: str, options: list[str]) -> str:
        """Give the option that is spelled most like a word."""
        return next(iter(get_close_matches(word, options, n=1, cutoff=0.6)), "")
