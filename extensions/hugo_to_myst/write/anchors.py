"""Write anchors: the ids that headings and texts had in Hugo, where MyST gives them others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

if TYPE_CHECKING:
    from hugo_to_myst.map.heading_ids import HeadingIds


def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark").enable("strikethrough")
    myst_role_plugin(md)
    attrs_plugin(md, spans=True)
    return md


_MYST = _parser()


class AnchorWriter:
    """Writes the anchors of one guide.

    :param title: its title, which is one line.
    """

    def __init__(self, ids: HeadingIds, title: str) -> None:
        self.ids = ids
        #: The ids on the page so far, and those of them that MyST gives to headings.
        self.taken: set[str] = set()
        self.slugs: set[str] = set()
        self._add(title)

    def of_heading(self, name: str, text: str) -> list[str]:
        """Return the lines before a heading that give it an id.

        :param name: the id; empty if it needs none.
        :param text: the heading as it is written; empty if it is not a heading of MyST.
        """
        lines = [] if name in self.taken else self._lines(name)
        if text and self._slug(text) == name:
            return []
        self.taken.add(name)
        return lines

    def if_linked(self, name: str) -> list[str]:
        """Return the lines of another anchor, which is kept if a link names it."""
        if not self.ids.is_linked(name) or name in self.taken:
            return []
        self.taken.add(name)
        return self._lines(name)

    def _lines(self, name: str) -> list[str]:
        if not name or re.search(r"[\s<>\"'`{}]", name):
            return []
        if self.ids.is_label(name) and self.ids.is_linked(name):
            return [f"({name})="]
        return [f"```{{anchor}} {name}", "```"]

    def _slug(self, text: str) -> str:
        """Return the id that MyST gives to a heading, by its text as it is written."""
        children = _MYST.parseInline(text)[0].children or ()
        return self._add("".join(c.content for c in children if c.type in ("text", "code_inline")))

    def _add(self, shown: str) -> str:
        """Return the id that MyST gives to a heading, by its text as it is shown.

        https://github.com/executablebooks/MyST-Parser/blob/master/myst_parser/slugs.py
        """
        slug = re.sub(r"[^\w\u4e00-\u9fff\- ]", "", shown.lower().replace(" ", "-"))
        first = slug
        for n in range(1, 10_000):
            if slug not in self.slugs:
                break
            slug = f"{first}-{n}"
        self.slugs.add(slug)
        self.taken.add(slug)
        return slug
