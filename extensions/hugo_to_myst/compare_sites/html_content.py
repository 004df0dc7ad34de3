"""What a reader gets of a piece of HTML: its words, ids, links and images."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hugo_to_myst.verify_text.html_words import word_list

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


#: The numbers of footnotes and the arrows that lead back, which Hugo and Sphinx each write.
_FOOTNOTE_MARKS = "sup[id^=fnref], a.footnote-ref, a.footnote-backref"
#: The numbers of lines of code, with classes and without, which nobody copies.
_LINE_NUMBERS = ".highlight .lnt, .highlight .ln, .highlight [style*='user-select:none']"
_HEADING = re.compile(r"h[1-6]")


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader gets.

    :param words: in lower case, in order.
    :param heading_ids: the ids of the headings, in order.
    :param anchors: all ids that a link can name.
    :param links: the targets of the links as written, in order.
    :param images: the addresses of the images as written, in order.
    """

    words: tuple[str, ...] = ()
    heading_ids: tuple[str, ...] = ()
    anchors: frozenset[str] = frozenset()
    links: tuple[str, ...] = ()
    images: tuple[str, ...] = ()


def content_of(node: LexborNode) -> Content:
    """Return what a reader gets of an element; marks and numbers of lines are removed from it."""
    for mark in node.css(f"{_FOOTNOTE_MARKS}, {_LINE_NUMBERS}"):
        mark.decompose()
    headings: list[str] = []
    anchors: set[str] = set()
    links: list[str] = []
    images: list[str] = []
    for element in node.traverse():
        attributes = element.attributes
        name = attributes.get("id")
        if name:
            anchors.add(name)
            if _HEADING.fullmatch(element.tag or ""):
                headings.append(name)
        if element.tag == "a":
            if named := attributes.get("name"):
                anchors.add(named)
            if href := (attributes.get("href") or "").strip():
                links.append(href)
        elif element.tag == "img" and (source := (attributes.get("src") or "").strip()):
            images.append(source)
    words = word_list(node)
    return Content(tuple(words), tuple(headings), frozenset(anchors), tuple(links), tuple(images))
