"""A table as data: columns, rows and cells."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column.

    :param kind: ``text``, ``number``, ``choice`` (readers can filter by a value) or ``still`` (not
        sortable)
    :param is_extra: whether only sites have it, whose readers can filter by it: it has long texts
    """

    title: str
    kind: str = "text"
    is_extra: bool = False


class Cell(NamedTuple):
    """A cell.

    :param text: its text
    :param sort: its sort key if that is not its text; cells with ``''`` are sorted last
    :param links: docnames and texts of links, in place of the text
    :param svg: a chart before the text, in HTML
    """

    text: str = ""
    sort: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    svg: str = ""


class Table(NamedTuple):
    """A table: its name, columns and rows; the first cell of a row is its heading."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
