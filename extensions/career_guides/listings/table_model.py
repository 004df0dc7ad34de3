"""A table as data: columns, rows and cells."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column.

    :param kind: ``text``, ``number``, ``choice`` (readers can filter by a value) or ``still`` (not
        sortable)
    :param is_extra: whether only sites have it, whose readers can filter by it: it has long texts
    :param steps: sort keys that readers can filter by as a minimum, each with its text
    """

    title: str
    kind: str = "text"
    is_extra: bool = False
    steps: tuple[tuple[float, str], ...] = ()


class Cell(NamedTuple):
    """A cell.

    :param text: its text
    :param sort: its sort key if that is not its text; cells with ``''`` are sorted last
    :param links: docnames and texts of links, in place of the text
    :param svg: a chart before the text, in HTML
    :param note: a text below it
    :param careers: folder and title of each career that readers can mark here to compare it
    :param is_empty: whether its text says why there is no value; readers do not filter by it
    """

    text: str = ""
    sort: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    svg: str = ""
    note: str = ""
    careers: tuple[tuple[str, str], ...] = ()
    is_empty: bool = False


class Table(NamedTuple):
    """A table.

    :param rows: their first cells are their headings
    :param parts: parts that a phone shows one at a time: the name of each, and the number of its
        first row
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    parts: tuple[tuple[str, int], ...] = ()
