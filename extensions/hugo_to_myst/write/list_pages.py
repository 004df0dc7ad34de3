"""The list pages that Hugo generates itself: the home page and that of each first-level section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hugo_to_myst.map.cascade import shared_values
from hugo_to_myst.map.site import Page
from hugo_to_myst.map.values import MAX_TEXT, clip
from hugo_to_myst.read.content_files import ContentFile

from .front_matter import write_front_matter

if TYPE_CHECKING:
    from pathlib import Path

    from hugo_to_myst.map.site import Site


def add_list_pages(site: Site, out: Path) -> None:
    """Add to the index of a site the list pages that it has no content files for.

    https://gohugo.io/templates/types/#section

    :param out: the output folder; a page that is there already and differs is the user's own.
    """
    language = site.config.languages[0]
    folders = {p.docname.partition("/")[0] for p in site.pages if "/" in p.docname}
    for folder in ("", *sorted(folders)):
        docname = f"{folder}/index" if folder else "index"
        text = _list_page(site, folder)
        if docname in site.by_docname or _differs(out / f"{docname}.md", text):
            continue
        source = ContentFile(site.config.root, folder, "section" if folder else "home", language)
        page = Page(source, site.config.file, f"/{folder}/".replace("//", "/"), docname)
        site.list_pages[docname] = text
        site.by_docname[docname] = page
        site.by_url.setdefault(folder, page)
        site.by_lower.setdefault(folder.casefold(), page)


def _differs(path: Path, text: str) -> bool:
    """Return whether a file is there already and has another text, or cannot be read."""
    try:
        return path.exists() and path.read_bytes() != text.encode()
    except OSError:
        return True


def _list_page(site: Site, folder: str) -> str:
    title = site.config.title if not folder else re.sub(r"[-_]+", " ", folder)
    values: dict[str, Any] = {"title": clip(title[:1].upper() + title[1:]) or "Guides"}
    description = site.config.params.get("description")
    if not folder and isinstance(description, str) and description.strip():
        values["description"] = clip(description, MAX_TEXT)
    if folder and (shared := shared_values(site, folder)):
        values["cascade"] = shared
    option = f":career: {folder}\n" if folder else ""
    return f"{write_front_matter(values)}\n```{{guides}}\n{option}```\n"
