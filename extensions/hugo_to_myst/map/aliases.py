"""Aliases: the old addresses of a page lead to its guide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .sphinx_names import RESERVED
from .urls import alias_paths, key

if TYPE_CHECKING:
    from hugo_to_myst.findings import PageLog
    from hugo_to_myst.read.front_matter import Content

    from .site import Page, Site


class Aliases:
    """The aliases of a site; each address belongs to one guide, the first that names it.

    :ivar owners: address, in lower case -> docname of the guide.
    """

    def __init__(self, site: Site) -> None:
        self.owners = {key(page.docname).casefold(): page.docname for page in site.pages}
        for page in site.pages:  # the address of a page is not free, although it has a new one
            self.owners.setdefault(key(page.url).casefold(), page.docname)
        for alias, page in site.aliases:
            self.owners.setdefault(key(alias).casefold(), page.docname)

    def add(self, page: Page, content: Content, values: dict[str, Any], log: PageLog) -> None:
        """Add the aliases of a page to the keys of its guide."""
        old = alias_paths(page.url, content.values)
        moved = page.url != "/" and key(page.url) != key(page.docname)
        line_of = content.lines.get("aliases", content.lines.get("url", 1))
        kept: list[str] = []
        for alias in [*([page.url] if moved else []), *old]:
            path = "/" + key(alias)
            owner = self.owners.get(key(alias).casefold(), page.docname)
            odd = bool(re.search(r"[^\S ]|[?#\\:]", path)) or path == "/" or path[1:] in RESERVED
            odd = odd or not {".", ".."}.isdisjoint(path.split("/"))
            if owner != page.docname or odd:
                why = "no guide can have it" if odd else f"it belongs to {owner}"
                log("alias-lost", line_of, alias, f"dropped: {why}")
            elif path not in kept and key(alias) != key(page.docname):
                kept.append(path)
        if moved and "/" + key(page.url) in kept:
            log("alias", line_of, page.url, f"/{key(page.docname)}, with an alias")
        if kept:
            values["aliases"] = kept
