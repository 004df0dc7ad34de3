"""Tables of pages in an EPUB: columns that are wide enough for their words, or a list of rows.

Reading programs on phones cut off what is wider than the window, so tables have to fit, and a
browser would then break words in narrow columns. Tables of figures are made in
``listings.table_books``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from career_guides.domain import guides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx

#: Characters of small text beside each other on a phone of 360 pixels.
_LINE = 46
#: What a cell adds to its text on both sides, in characters.
_PADDING = 1
#: How much wider a heading is, which is bold.
_BOLD = 1.2


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Give the tables widths of columns, unless their author has, or make lists of them."""
    if app.builder.name != "epub" or not guides(app.env).build.catalogue.entries:
        return
    for table in [*doctree.findall(nodes.table)]:
        rows = _rows(table)
        if "colwidths-given" in table["classes"] or not rows:
            continue
        heads, *cells = [[entry.astext() for entry in row] for row in rows]
        columns = [*table.findall(nodes.colspec)]
        widths = column_widths(heads, [*zip(*cells, strict=True)])
        for column, width in zip(columns, widths, strict=False):
            column["colwidth"] = width
        if widths:
            names = [name for name in table["classes"] if name != "colwidths-auto"]
            table["classes"] = [*names, "colwidths-given"]
        elif _is_text(table):
            table.replace_self(_as_list(heads, rows[1:], table["ids"]))


def _rows(table: nodes.table) -> list[list[nodes.entry]]:
    """Return the cells of each row, the headings first; nothing if it is not a simple table."""
    rows = [[*row.findall(nodes.entry)] for row in table.findall(nodes.row)]
    columns = [*table.findall(nodes.colspec)]
    entries = [entry for row in rows for entry in row]
    is_simple = (
        len(rows) > 1
        and [len(list(head.findall(nodes.row))) for head in table.findall(nodes.thead)] == [1]
        and all(len(row) == len(columns) for row in rows)
        and not any("morecols" in entry or "morerows" in entry for entry in entries)
    )
    return rows if is_simple else []


def column_widths(heads: Sequence[str], columns: Sequence[Sequence[str]]) -> list[int]:
    """Return a width for each column, in thousandths of the table; none if words do not fit.

    :param heads: the headings of the columns, which are bold
    :param columns: the texts of the other cells of each

    Each has room for its longest word. What is left of the line is shared by the length of texts.
    """
    words = [
        _PADDING + max(_BOLD * _longest_word([head]), _longest_word(column))
        for head, column in zip(heads, columns, strict=True)
    ]
    rest = _LINE - sum(words)
    if rest < 0:
        return []
    wishes = [max(map(len, column)) for column in columns]
    share = rest / (sum(wishes) or 1)
    widths = [word + share * wish for word, wish in zip(words, wishes, strict=True)]
    return [round(1000 * width / sum(widths)) for width in widths]


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _is_text(table: nodes.table) -> bool:
    """Return whether the table has no caption, and paragraphs alone in its cells."""
    blocks = [block for entry in table.findall(nodes.entry) for block in entry]
    return not any(table.findall(nodes.title)) and all(
        isinstance(block, nodes.paragraph) for block in blocks
    )


def _as_list(
    heads: Sequence[str], rows: Sequence[Sequence[nodes.entry]], ids: Sequence[str]
) -> nodes.definition_list:
    """Return the rows as a list like that of a wide table of figures."""
    records = nodes.definition_list(classes=["guide-records"], ids=[*ids])
    for first, *others in rows:
        definition = nodes.definition()
        for head, entry in zip(heads[1:], others, strict=True):
            if entry.astext():
                label = f"{head}: " if head else ""
                definition += nodes.paragraph("", "", nodes.Text(label), *_inline(entry))
        term = nodes.term("", "", *_inline(first))
        records += nodes.definition_list_item("", term, definition)
    return records


def _inline(entry: nodes.entry) -> list[nodes.Node]:
    return [child for block in entry.children for child in block.children]
