"""Write the content of a line as MyST."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from hugo_to_myst.read.html_tree import Element, Node

from .escape import code_span, destination, escape, size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_COMMONMARK = MarkdownIt("commonmark").enable("strikethrough")
#: Delimiters, roles and classes by element.
_DELIMITERS = {"strong": "**", "em": "*", "s": "~~"}
_ROLES = {"strong": "strong", "em": "emphasis"}
_CLASSES = {"u": "underline", "mark": "mark"}
_MARKED = re.compile(r"[`\\&]")
_AUTOLINK = re.compile(r"(?:https?|ftp|mailto):[^\s<>\x00-\x20]+")


@dataclass(slots=True)
class _Piece:
    """A part of a line: text, or an emphasis.

    :param delimiter: what goes around an emphasis.
    :param plain: whether it has no other markup in it.
    :param is_text: whether it is text of the page, not markup.
    """

    text: str
    delimiter: str = ""
    tag: str = ""
    plain: bool = True
    is_text: bool = False


def write_line(nodes: Iterable[Node], *, within: str = "") -> str:
    """Write inline nodes; emphasis that Markdown would not recognise is left out.

    :param within: `link` inside the text of a link, `cell` inside a pipe table, `head` inside a
        heading.
    """
    nodes = tuple(nodes)
    written = _line(nodes, within)
    elements = (e for n in nodes if isinstance(n, Element) for e in n.walk())
    emphasised = any(e.tag in _DELIMITERS for e in elements)
    if emphasised and _delimiters_shown(written) != _delimiters_in(nodes):
        return _line(tuple(_without_emphasis(nodes)), within)
    return written


def _delimiters_in(nodes: Iterable[Node]) -> Counter[str]:
    return Counter(c for n in nodes for c in (n if isinstance(n, str) else n.text) if c in "*_~")


def _delimiters_shown(written: str) -> Counter[str]:
    """Count the characters of delimiters that a Markdown parser takes as text."""
    children = _COMMONMARK.parseInline(written)[0].children or ()
    return Counter(c for t in children if t.type in ("text", "code_inline") for c in t.content
                   if c in "*_~")  # fmt: skip


def _without_emphasis(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag in _DELIMITERS:
            yield from _without_emphasis(node.children)
        else:
            yield node.with_children(_without_emphasis(node.children))


def _line(nodes: tuple[Node, ...], within: str) -> str:
    pieces = [p for node in nodes for p in _pieces(node, within)]
    out = ""
    for n, piece in enumerate(pieces):
        after = pieces[n + 1] if n + 1 < len(pieces) else None
        following = ((after.delimiter or after.text)[:1] if after else "") or "\n"
        text = _delimited(piece, out[-1:] or "\n", following) if piece.delimiter else piece.text
        if out[-1:] == "`" and text[:1] == "`":
            text = f"&NoBreak;{text}"  # a word joiner keeps two code spans apart
        if out[-1:] == "!" and text[:1] == "[":  # or the link would be an image
            out = out[:-1] + "\\!"
        is_text = piece.is_text and text == piece.text  # an emphasis may have become a role
        if is_text and text[:1] == "{" and out[-1:] in ("`", ")", "]"):
            text = "\\" + text  # or it would be attributes of what is before
        out += text.lstrip(" ") if out[-1:] in (" ", "\n") else text
    return out


def _pieces(node: Node, within: str) -> list[_Piece]:
    if isinstance(node, str):
        return [_Piece(escape(node, within=within), is_text=True)] if node else []
    if node.tag == "a" and within == "link":  # no link inside a link
        return [p for child in node.children for p in _pieces(child, within)]
    if node.tag in _DELIMITERS:
        return _emphasis(node, within)
    return [_Piece(_element(node, within))]


def _emphasis(node: Element, within: str) -> list[_Piece]:
    """Write an emphasis; blanks at its ends move out of it, and one inside the same kind goes."""
    children: list[Node] = []
    for child in node.children:
        same = isinstance(child, Element) and child.tag == node.tag
        children += child.children if isinstance(child, Element) and same else [child]
    inside = _line(tuple(children), within)
    stripped = inside.strip()
    left = inside[: len(inside) - len(inside.lstrip())]
    right = inside[len(inside.rstrip()) :]
    bare = all(isinstance(c, str) for c in children) and not _MARKED.search(stripped)
    is_text = _begins_with_text(node)
    piece = _Piece(stripped, _DELIMITERS[node.tag], node.tag, bare, is_text=is_text)
    return [p for p in (_Piece(left), piece, _Piece(right)) if p.text]


def _begins_with_text(node: Node) -> bool:
    """Return whether what a node shows first is written as text, and not as a role."""
    if isinstance(node, str) or node.tag not in _DELIMITERS:
        return isinstance(node, str)
    return bool(node.children) and _begins_with_text(node.children[0])


def _delimited(piece: _Piece, before: str, after: str) -> str:
    """Put delimiters around a text such that Markdown recognises them.

    https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
    """
    first, last = piece.text[0], piece.text[-1]
    mark = piece.delimiter
    if mark[0] == "*" and "*" in (before, after, first, last):
        mark = mark.replace("*", "_")
    opens = _flanks(before, first)
    closes = _flanks(after, last)
    if mark[0] == "_":
        opens = opens and (not _flanks(first, before) or _is_punctuation(before))
        closes = closes and (not _flanks(last, after) or _is_punctuation(after))
        opens = opens and first != "_" and before != "_"
        closes = closes and last != "_" and after != "_"
    if mark[0] == "~" and "~" in (before, after, first, last):
        opens = False
    if opens and closes:
        return mark + piece.text + mark
    if piece.plain and piece.tag in _ROLES:
        return f"{{{_ROLES[piece.tag]}}}`{piece.text}`"
    return piece.text


def _flanks(outer: str, inner: str) -> bool:
    if inner.isspace():
        return False
    return not _is_punctuation(inner) or outer.isspace() or _is_punctuation(outer, sure=True)


def _is_punctuation(char: str, *, sure: bool = False) -> bool:
    """Return whether a character is punctuation.

    :param sure: whether it must be in all versions of CommonMark, where only ASCII symbols are.
    """
    kind = unicodedata.category(char)[0]
    return kind == "P" or (kind == "S" and (not sure or char.isascii()))


def _element(node: Element, within: str) -> str:
    match node.tag:
        case "br":
            text = " " if within else "\\\n"
        case "img":
            text = _image(node)
        case "a":
            text = _link(node, within)
        case "hugo-note-ref":
            text = f"[^{node.get('data-hugo-label')}]"
        case "code" | "x-shortcode":
            text = code_span(node.text, within)
        case "x-math":
            text = f"{{math}}{code_span(node.text, within)}"
        case _:
            text = _styled(node, within)
    return text


def _styled(node: Element, within: str) -> str:
    """Write an element that MyST has a role or a class for."""
    text = node.text
    if node.tag in _CLASSES:
        return f"[{_line(node.children, within or 'link')}]{{.{_CLASSES[node.tag]}}}"
    title = node.get("title")
    if node.tag == "abbr" and title and not re.search(r"[()`\\]", text + title):
        return f"{{abbr}}`{text.strip()} ({title})`"
    if node.tag in ("kbd", "sub", "sup") and not re.search(r"[`\\]", text):
        left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{left}{{{node.tag}}}`{text.strip()}`{right}"
    return escape(text, within=within)


def _link(node: Element, within: str) -> str:
    href = node.get("href")
    text = node.text.strip()
    bare = all(isinstance(c, str) for c in node.children)
    if bare and href in (text, f"mailto:{text}") and _AUTOLINK.fullmatch(href) and "%" not in href:
        return f"<{text}>"
    inside = _line(node.children, "link")
    stripped = inside.strip()
    left = inside[: len(inside) - len(inside.lstrip())]
    right = inside[len(inside.rstrip()) :]
    if within == "cell":
        stripped = re.sub(r"(?<!\\)\|", r"\\|", stripped)
    title = f' "{_quoted(node.get("title"))}"' if node.get("title").strip() else ""
    return f"{left}[{stripped}]({destination(href)}{title}){right}"


def _quoted(text: str) -> str:
    return escape(" ".join(text.split())).replace('"', '\\"')


def _image(node: Element) -> str:
    """Write an image in a line, with its size if it has one."""
    alt = escape(" ".join(node.get("alt").split()), within="link")
    title = f' "{_quoted(node.get("title"))}"' if node.get("title").strip() else ""
    sizes = [f'{k}="{v}"' for k in ("width", "height") if (v := size(node.get(k)))]
    attrs = f"{{{' '.join(sizes)}}}" if sizes else ""
    return f"![{alt}]({destination(node.get('src'))}{title}){attrs}"
