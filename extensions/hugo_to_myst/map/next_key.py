"""The link that closes a page and leads on, as the `next` key of a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hugo_to_myst.read.html_tree import Element
from hugo_to_myst.read.start_tags import LINE

from . import urls
from .front_matter import clip

if TYPE_CHECKING:
    from hugo_to_myst.structure.page_parts import Next

    from .links import Target
    from .rewrite_links import Pointer
    from .site import Page


def following(pointer: Pointer, link: Next) -> tuple[dict[str, Any], list[Element]]:
    """Make the next key of a guide, or a paragraph where it leads nowhere."""
    target = pointer.links.find(pointer.page, link.href)
    label = clip(link.label)
    said = f"next: {link.label}" if not link.label.lower().startswith("next") else link.label
    page = target.page
    if target.external or page is pointer.page or target.fragment:
        away = target.external and link.href.startswith(("http://", "https://"))
        if away and len(link.href) <= 300:
            return {"next": {"to": link.href, "label": label}}, []
        paragraph = Element("p", {}, (Element("a", {"href": link.href}, (said,)),))
        return {}, pointer.block(paragraph)
    if page is None:
        page, to = _missing(pointer, link, target)
        if not (page or to):
            return {}, [Element("p", {LINE: str(link.line)}, (said,))]
    else:
        to = ""
        if target.mended:
            pointer.log("link-case", link.line, link.href, page.docname)
        page = _own_career(pointer, page, link)
    return {"next": {"to": _name(pointer, page) if page else to, "label": label}}, []


def _missing(pointer: Pointer, link: Next, target: Target) -> tuple[Page | None, str]:
    near = pointer.links.site.by_docname.get(target.suggestion)
    if near and pointer.fix:
        pointer.log("link-fixed", link.line, link.href, near.docname, near.docname)
        return near, ""
    path = urls.key(target.path)
    to = f"/{path}" if near else pointer.links.old_url(target.path)
    if not to and not pointer.fix:
        to = f"/{path}"
    pointer.log("link", link.line, link.href, f"next: {to}" if to else "its text only",
             target.suggestion)  # fmt: skip
    return None, to


def _own_career(pointer: Pointer, page: Page, link: Next) -> Page:
    """Suspect a chapter of another career that this one has, too."""
    last = page.docname.rpartition("/")[2]
    own = pointer.links.site.by_docname.get(f"{pointer.page.folder}/{last}")
    if not own or page.folder == pointer.page.folder or own is pointer.page or last == "index":
        return page
    became = own.docname if pointer.fix else page.docname
    pointer.log("next-elsewhere", link.line, link.href, f"next: {became}", own.docname)
    return own if pointer.fix else page


def _name(pointer: Pointer, page: Page) -> str:
    if page.folder == pointer.page.folder:
        return page.docname.rpartition("/")[2]
    return page.docname if "/" in page.docname else f"/{page.docname}"
