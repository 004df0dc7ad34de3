"""Comments in LaTeX that say which line of which page a text comes from.

TeX runs after the build and knows only the lines of the ``.tex`` file. ``career-guides check-pdf``
finds the author's line through these comments.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.addnodes import start_of_file

from career_guides.domain import guides

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_MARK = "% career-guides: "


class Place(NamedTuple):
    """Where a text comes from.

    :param path: of the source file, from the source folder
    :param line: in that file, from 1
    :param kind: ``text``, ``heading``, ``table`` or ``code``
    :param word: the longest run of characters without a space
    """

    path: str
    line: int
    kind: str
    word: str


def read_comment(line: str) -> Place | None:
    """Return what a line of a ``.tex`` file says if it is one of these comments."""
    if not line.startswith(_MARK):
        return None
    return Place(*json.loads(line.removeprefix(_MARK)))


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Add the comments to a book of guides that becomes LaTeX."""
    if app.builder.name != "latex" or not guides(app.env).build.catalogue.entries:
        return
    for node in filter(_is_marked, [*doctree.findall(nodes.Element)]):
        place = _place(app.env, node, docname)
        # "%" ends the line before, so that no empty line begins a new paragraph.
        text = f"%\n{_MARK}{json.dumps(place, ensure_ascii=False)}\n"
        comment = nodes.raw("", text, format="latex")
        if place.kind == "text":
            node.insert(0, comment)
        else:  # nothing may stand in a heading, in code, or before the columns of a table
            parent: Element = node.parent
            parent.insert(parent.index(node), comment)


def _is_marked(node: Element) -> bool:
    """Return whether TeX breaks *node* into lines by itself; a table counts as one."""
    if isinstance(node, nodes.table):
        return True
    is_block = isinstance(node, nodes.TextElement) and not isinstance(node, nodes.Inline)
    return is_block and not isinstance(node, nodes.raw | nodes.label) and not _is_in_table(node)


def _is_in_table(node: nodes.Node) -> bool:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.table):
            return True
    return False


def _place(env: BuildEnvironment, node: Element, docname: str) -> Place:
    kind = "text"
    blocks = [node]
    if isinstance(node, nodes.table):
        kind = "table"
        blocks = [*node.findall(nodes.paragraph)] or blocks
    elif isinstance(node, nodes.FixedTextElement):
        kind = "code"
    elif isinstance(node, nodes.title):
        kind = "heading"
    words = [max(_text(block).split(), key=len, default="") for block in blocks]
    word = max(words, key=len)
    line = _line(blocks[words.index(word)])
    return Place(_path(env, node, docname), line, kind, word)


def _text(block: Element) -> str:
    """Return the text of *block* without the footnotes, which Sphinx puts where they are used."""
    text = block.astext()
    for footnote in block.findall(nodes.footnote):
        text = text.replace(footnote.astext(), " ")
    return text


def _line(node: Element) -> int:
    """Return the line of *node* or of the nearest one around it; 1 if none is known."""
    while node.line is None and node.parent is not None:
        node = node.parent
    return node.line or 1


def _path(env: BuildEnvironment, node: Element, docname: str) -> str:
    """Return the file that a node was read from: that of its page, or one included in it."""
    source = Path(node.source or "")
    if source.is_relative_to(env.srcdir):
        return source.relative_to(env.srcdir).as_posix()
    page: nodes.Node | None = node
    while page is not None and not isinstance(page, start_of_file):
        page = page.parent
    name = page["docname"] if page is not None else docname
    return str(env.doc2path(name, base=False))
