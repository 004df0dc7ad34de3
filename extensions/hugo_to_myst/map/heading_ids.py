"""The ids of headings, and other anchors, that links can name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .sphinx_names import RESERVED, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hugo_to_myst.read.html_tree import Element

    from .site import Site


#: The deepest headings that get ids of their own in MyST (`myst_heading_anchors`).
DEFAULT_LEVELS = 3
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class HeadingIds:
    """The ids in the guides of a site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def is_linked(self, name: str) -> bool:
        """Return whether a link of the site names an id."""
        return name in self.site.fragments

    def is_label(self, name: str) -> bool:
        """Return whether an id can be a label; Sphinx has one namespace for those of all pages."""
        free = name[:1].isalpha() and name not in RESERVED
        return free and label(name) == name and self.site.ids[name] == 1

    def of_page(self, blocks: Sequence[Element]) -> frozenset[str]:
        """Return all ids in a guide that links can name."""
        elements = (e for block in blocks for e in block.walk())
        found = (e.get("id") for e in elements if e.tag in (*HEADINGS, "x-target"))
        return frozenset(filter(None, found))


def levels(blocks: Sequence[Element]) -> int:
    """Return how deep the headings of a page need ids."""
    return max([DEFAULT_LEVELS, *(int(b.tag[1]) for b in blocks if b.tag in HEADINGS)])
