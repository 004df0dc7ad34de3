"""The HTML of a tree of links, and the places in it that a current page changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

Span = tuple[int, int]

_TAGS = re.compile(
    r"(?P<list><ul>)|(?P<list_end></ul>\n?)"
    r'|(?P<item><li class="toctree-l\d+(?: has-children)?">)|(?P<item_end></li>)'
    r'|(?P<link><a class="reference internal" href="[^"]*">)'
    r'|(?P<checkbox><input [^>]*class="toctree-checkbox"[^>]*>)'
    r"|(?P<other><(?:ul|li|input)\b)"
)
_LEVEL = re.compile(r"toctree-l\d+")


class Unusable(Exception):  # noqa: N818 - not an error: Sphinx makes the navigation
    """What a current page changes in a tree is not known."""


class Link(NamedTuple):
    """A link of a tree: the name of the page, and ``#id`` of a place in it or nothing."""

    page: str
    anchor: str


@dataclass(eq=False)
class Item:
    """An item of a list, and where its parts are in the text.

    :ivar tag: its start tag
    :ivar list_tag: the start tag of the list that it is in
    :ivar checkbox: of Furo, which shows the lists below it
    :ivar lists: the lists below it
    """

    tag: Span
    list_tag: Span
    parent: Item | None
    checkbox: Span | None = None
    lists: list[Span] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


class NavigationText:
    """The HTML of a tree without a current page.

    :param text: HTML
    :param links: its internal links, in their order
    :param is_furo: whether it has Furo's classes and checkboxes
    :raises Unusable: if it has other tags than such a tree has
    """

    def __init__(self, text: str, links: list[Link], is_furo: bool) -> None:
        self.text = text
        self.is_furo = is_furo
        self.items: list[Item] = []
        self.links: dict[str, list[tuple[Item, Span, str]]] = {}
        item: Item | None = None
        lists: list[Span] = []
        number = 0
        for match in _TAGS.finditer(text):
            kind, span = match.lastgroup, match.span()
            if kind == "list":
                lists.append(span)
            elif kind == "list_end" and lists:
                start, _end = lists.pop()
                if item:
                    item.lists.append((start, span[1]))
            elif kind == "item" and lists:
                item = Item(span, lists[-1], item)
                (item.parent.items if item.parent else self.items).append(item)
            elif kind == "item_end" and item:
                item = item.parent
            elif kind == "checkbox" and item:
                item.checkbox = span
            elif kind == "link" and item and number < len(links):
                page, anchor = links[number]
                number += 1
                self.links.setdefault(page, []).append((item, span, anchor))
            else:
                raise Unusable
        if item or lists or number != len(links):
            raise Unusable

    def html(self, page: str, is_collapsed: bool, depth: int) -> str:
        """Return the HTML with a current page.

        :param is_collapsed: whether only the branches that lead to the page are open
        :param depth: number of levels, at most; 0 or less for all
        """
        edits: dict[Span, str] = {}
        current: dict[Item, None] = {}
        opened: dict[Item, None] = {}
        for found, span, anchor in self.links.get(page, ()):
            classes = "reference internal" if anchor else "current reference internal"
            edits[span] = f'<a class="{classes}" href="{anchor or "#"}">'
            item: Item | None = found
            while item:
                opened[item] = None
                if not anchor:
                    current[item] = None
                item = item.parent
        last = max(current, key=lambda item: item.tag, default=None)
        for item in current:
            edits[item.list_tag] = '<ul class="current">'
            tag = _LEVEL.sub(r"\g<0> current", self._at(item.tag))
            if self.is_furo and item is last:
                tag = tag.replace('">', ' current-page">')
            edits[item.tag] = tag
            if item.checkbox:
                edits[item.checkbox] = self._at(item.checkbox).replace(
                    ' class="toctree-checkbox"', ' checked="" class="toctree-checkbox"'
                )
        if is_collapsed or depth > 0:
            self._close(self.items, opened if is_collapsed else None, depth - 1, edits)
        return self._edited(edits)

    def _close(
        self, items: list[Item], opened: dict[Item, None] | None, depth: int, edits: dict[Span, str]
    ) -> None:
        for item in items:
            if depth and (opened is None or item in opened):
                self._close(item.items, opened, depth - 1, edits)
            else:
                edits.update(dict.fromkeys(item.lists, ""))

    def _at(self, span: Span) -> str:
        return self.text[slice(*span)]

    def _edited(self, edits: dict[Span, str]) -> str:
        parts, end = [], 0
        for span in sorted(edits, key=lambda span: (span[0], -span[1])):  # outer ones first
            if span[0] < end:  # in a list that is not shown
                continue
            parts += [self.text[end : span[0]], edits[span]]
            end = span[1]
        return "".join([*parts, self.text[end:]])
