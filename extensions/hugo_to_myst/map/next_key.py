"""The `next` key of a guide: the link that ends the page and leads to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hugo_to_myst.read.html_tree import LINE, Element

from . import urls
from .values import MAX_LINE, clip

if TYPE_CHECKING:
    from hugo_to_myst.structure.page_parts import NextLink

    from .links import Target
    from .rewrite_links import LinkRewriter
    from .site import Page


def next_key(rewriter: LinkRewriter, link: NextLink) -> tuple[dict[str, Any], list[Element]]:
    """Return the `next` key of a guide, or a paragraph if the link does not lead to a page."""
    target = rewriter.links.find(rewriter.page, link.href)
    label = clip(link.label)
    text = f"next: {link.label}" if not link.label.lower().startswith("next") else link.label
    page = target.page
    if target.external or page is rewriter.page or target.fragment:
        is_web = target.external and link.href.startswith(("http://", "https://"))
        if is_web and len(link.href) <= MAX_LINE:
            return {"next": {"to": link.href, "label": label}}, []
        paragraph = Element("p", {}, (Element("a", {"href": link.href}, (text,)),))
        return {}, rewriter.block(paragraph)
    if page is None:
        to = _missing(rewriter, link, target)
        if not to:
            return {}, [Element("p", {LINE: str(link.line)}, (text,))]
    else:
        if target.case_differs:
            rewriter.log("link-case", link.line, link.href, page.docname)
        to = _name(rewriter.page, _same_career(rewriter, page, link))
    return {"next": {"to": to, "label": label}}, []


def _missing(rewriter: LinkRewriter, link: NextLink, target: Target) -> str:
    """Report a link to a page that does not exist; return what the key says; empty for none."""
    near = rewriter.links.site.by_docname.get(target.suggestion)
    if near and rewriter.fix:
        rewriter.log("link-fixed", link.line, link.href, near.docname, near.docname)
        return _name(rewriter.page, near)
    path = urls.key(target.path)
    to = f"/{path}" if near else rewriter.links.old_url(target.path)
    if not to and not rewriter.fix:
        to = f"/{path}"
    became = f"next: {to}" if to else "its text only"
    rewriter.log("link", link.line, link.href, became, target.suggestion)
    return to


def _same_career(rewriter: LinkRewriter, page: Page, link: NextLink) -> Page:
    """Report a link to a chapter of another career, if this career has that chapter too."""
    here = rewriter.page
    last = page.docname.rpartition("/")[2]
    own = rewriter.links.site.by_docname.get(f"{here.folder}/{last}")
    if not own or page.folder == here.folder or own is here or last == "index":
        return page
    became = own.docname if rewriter.fix else page.docname
    rewriter.log("next-elsewhere", link.line, link.href, f"next: {became}", own.docname)
    return own if rewriter.fix else page


def _name(page: Page, target: Page) -> str:
    """Return the name of a guide as the key of another has it."""
    if target.folder == page.folder:
        return target.docname.rpartition("/")[2]
    return target.docname if "/" in target.docname else f"/{target.docname}"
