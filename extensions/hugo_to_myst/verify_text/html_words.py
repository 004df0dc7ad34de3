"""The words of HTML as a browser shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


WORD = re.compile(r"[^\W_]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u2060]")
#: The same for ASCII, which most texts are: what goes, and what is between words.
_ASCII = {
    number: None if _CONTROL.match(chr(number)) else " "
    for number in range(128)
    if not chr(number).isalnum()
}
_INVISIBLE = {"script", "style", "template", "title", "head", "noframes", "iframe"}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "acronym",
}  # fmt: skip
#: Below this depth of nesting, blocks are no longer kept apart, to limit the recursion.
_MAX_DEPTH = 200


class Change(Protocol):
    """Changes a text of the HTML before it is split into words."""

    def __call__(self, text: str, *, code: bool) -> str:
        """Return the text as it is shown.

        :param code: whether it is inside code.
        """


def words(html: str, change: Change | None = None) -> list[str]:
    """Return the words of HTML, in lower case."""
    return _words(texts(html, change))


def word_list(node: LexborNode) -> list[str]:
    """Return the words in an element, in lower case."""
    out: list[str] = []
    _collect(node, out, None, code=False, depth=0)
    return _words(out)


def _words(found: list[str]) -> list[str]:
    text = "".join(found)
    if text.isascii():  # in less than half the time
        return text.lower().translate(_ASCII).split()
    return WORD.findall(_CONTROL.sub("", text).casefold())


def texts(html: str, change: Change | None = None) -> list[str]:
    """Return the texts of HTML, with a blank between blocks."""
    body = LexborHTMLParser(f"<!doctype html><body>{html}").body
    out: list[str] = []
    if body is not None:
        _collect(body, out, change, code=False, depth=0)
    return out


def _collect(
    node: LexborNode, out: list[str], change: Change | None, *, code: bool, depth: int
) -> None:
    child = node.child
    while child is not None:
        tag = child.tag or ""
        if child.is_text_node:
            text = child.text_content or ""
            out.append(change(text, code=code) if change else text)
        elif child.is_element_node and tag not in _INVISIBLE:
            inline = tag in _INLINE
            if not inline:
                out.append(" ")
            if tag == "details" and not child.css("summary"):
                out.append(" Details ")
            if depth > _MAX_DEPTH:
                out.append(child.text(separator=" "))
            else:
                inside = code or tag in ("code", "pre", "textarea")
                _collect(child, out, change, code=inside, depth=depth + 1)
            if not inline:
                out.append(" ")
        child = child.next
