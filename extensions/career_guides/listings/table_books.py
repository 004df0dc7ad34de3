"""Tables in an EPUB: a wide one is a list, because reading programs cannot scroll sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from .table_rendering import to_html, without_extra

if TYPE_CHECKING:
    from collections.abc import Callable

    from .table_model import Cell, Table

#: The most columns that fit on a phone.
_MOST_COLUMNS = 4
#: The most rows whose cells have a line each.
_MOST_LINES = 20


def to_book_html(table: Table, uri: Callable[[str], str]) -> Markup:
    """Return *table* as HTML for a book: as a table, or if it is too wide as a list of its rows.

    :param uri: returns the address of a page
    """
    table = without_extra(table)
    if len(table.columns) <= _MOST_COLUMNS:
        return to_html(table, uri, is_in_book=True)
    titles = [column.title for column in table.columns]
    lines = []
    for name, *cells in table.rows:
        note = Markup(" ({})").format(name.note) if name.note else ""
        lines.append(Markup("<dt>{}{}</dt>\n").format(_content(name, uri), note))
        # What a list does not have needs no reason.
        parts = [
            Markup("{}: {}").format(title, _content(cell, uri))
            for title, cell in zip(titles[1:], cells, strict=True)
            if not cell.is_empty
        ]
        if len(table.rows) > _MOST_LINES:
            parts = [Markup("; ").join(parts)]
        lines += [Markup("<dd>{}</dd>\n").format(part) for part in parts]
    return Markup('<dl class="guide-records">\n{}</dl>\n').format(Markup("").join(lines))


def _content(cell: Cell, uri: Callable[[str], str]) -> Markup:
    links = Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(uri(docname), text) for docname, text in cell.links
    )
    return links or Markup("{}").format(cell.text)
