"""The ids of headings, and other anchors, that links can name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mdit_py_plugins.anchors.index import slugify

from .sphinx_names import RESERVED, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hugo_to_myst.findings import PageLog
    from hugo_to_myst.read.html_tree import Element

    from .site import Site


#: The deepest headings that get ids of their own in MyST (`myst_heading_anchors`).
DEFAULT_LEVELS = 3
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class HeadingIds:
    """The ids in the guides of a site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def levels(self, blocks: Sequence[Element]) -> int:
        """Return how deep the headings of a page need ids: as deep as links name them."""
        linked = [
            int(b.tag[1])
            for b in blocks
            if b.tag in _HEADINGS and label(b.text) in self.site.fragments
        ]
        return max([DEFAULT_LEVELS, *linked])

    def is_kept(self, name: str) -> bool:
        """Return whether an anchor becomes a label.

        Only one that a link names does. Sphinx has one namespace for the labels of all pages.
        """
        name = label(name)
        free = name[:1].isalpha() and name not in RESERVED
        return free and self.site.ids[name] == 1 and name in self.site.fragments

    def of_page(self, blocks: Sequence[Element]) -> frozenset[str]:
        """Return all ids in a guide that links can name."""
        known: set[str] = set()
        levels = self.levels(blocks)
        for block in blocks:
            if block.tag in _HEADINGS and int(block.tag[1]) <= levels:
                slug = base = slugify(block.text)
                for n in range(1, 1000):
                    if slug not in known:
                        break
                    slug = f"{base}-{n}"
                known.add(slug)
            if block.tag in (*_HEADINGS, "x-target") and self.is_kept(block.get("id")):
                known.add(label(block.get("id")))
        return frozenset(known)

    def without_needless_id(self, block: Element, log: PageLog) -> Element:
        """Remove the id of a heading that MyST gives it anyway, or that nothing links to."""
        name = block.get("id")
        if not name or block.tag not in _HEADINGS:
            return block
        bare = {k: v for k, v in block.attrs.items() if k != "id"}
        if name == slugify(block.text):
            return replace(block, attrs=bare)
        if not self.is_kept(name):
            log(
                "heading", block.line, f"{{#{name}}}", "dropped: not linked, or used more than once"
            )
            return replace(block, attrs=bare)
        return block
