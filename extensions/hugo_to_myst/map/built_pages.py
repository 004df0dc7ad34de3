"""What only the site as Hugo built it can say: the pages of content adapters, and parts of lists.

https://gohugo.io/content-management/content-adapters/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from hugo_to_myst.findings import source_name
from hugo_to_myst.read.content_files import ContentFile
from hugo_to_myst.read.front_matter import Content
from hugo_to_myst.safe_files import safe_path

from . import urls
from .site import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from .site import Site

ADAPTER = "_content.gotmpl"
_PART = re.compile(r"(.*?/)page/\d+/")
_REFRESH = re.compile(r"<meta[^>]*http-equiv=[\"']?refresh", re.I)


def add_built_pages(site: Site, public: Path, selector: str) -> dict[str, int]:
    """Add the pages that content adapters made to the index of a site.

    :param public: the folder that Hugo wrote.
    :param selector: the CSS selector of the content on its pages; if empty, it is `main`,
        `article` or all of the body.
    :returns: the number of pages that each adapter made, by its name in the report.
    """
    counts: dict[str, int] = {}
    for adapter in site.resources:
        if adapter.path.name != ADAPTER:
            continue
        name = source_name(adapter.path, site.config.root)
        section = urls.hugo_path(adapter.logical.rpartition("/")[0], lower=site.config.lower)
        above = "/".join(part for part in (adapter.language.prefix, section) if part)
        for url, file in _pages(public, above):
            docname = safe_path(url.strip("/"))
            if urls.key(url) in site.by_url or not docname or docname in site.by_docname:
                continue
            logical = docname.removeprefix(f"{adapter.language.prefix}/")
            source = ContentFile(file, logical, "page", adapter.language)
            content = _content(file.read_bytes().decode("utf-8", "replace"), selector)
            site.add(Page(source, name, url, docname), content)
            counts[name] = counts.get(name, 0) + 1
    return counts


def part_redirects(
    site: Site, public: Path, redirects: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Return the addresses of the parts of long lists, `/tags/pay/page/2/`, with what answers now.

    :param redirects: the redirects of the site, which say what answers for its lists.
    """
    lists = {old.strip("/"): new for old, new in redirects}
    found: list[tuple[str, str]] = []
    for file in sorted(public.rglob("page/*/index.html")):
        url = f"/{file.parent.relative_to(public).as_posix()}/"
        part = _PART.fullmatch(url)
        if part is None or urls.key(url) in site.by_url:
            continue
        page = site.by_url.get(urls.key(part[1]))
        target = page.docname if page else lists.get(part[1].strip("/"))
        if target:
            found.append((url, target))
    return found


def _pages(public: Path, folder: str) -> Iterator[tuple[str, Path]]:
    """Return the addresses and files of the pages below a folder, except redirects and parts."""
    for file in sorted((public / folder).rglob("index.html")):
        url = f"/{file.parent.relative_to(public).as_posix()}/"
        start = file.read_bytes()[:2000].decode("utf-8", "replace")
        is_below = url.strip("/") not in (".", folder)
        if is_below and not _PART.fullmatch(url) and not _REFRESH.search(start):
            yield url, file


def _content(text: str, selector: str) -> Content:
    """Return the title and the content of a page that Hugo built."""
    document = LexborHTMLParser(text)
    title = document.css_first("title")
    found = (document.css_first(name) for name in (selector, "main", "article", "body") if name)
    body = next((node for node in found if node is not None), None)
    values = {"title": " ".join(title.text().split())} if title is not None else {}
    return Content(values, (body.html or "") if body is not None else "", 1)
