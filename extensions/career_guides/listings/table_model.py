"""A table as data: columns, rows and cells."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column; ``kind`` is ``text``, ``number``, ``choice`` (readers choose one) or ``still``."""

    title: str
    kind: str = "text"


class Cell(NamedTuple):
    """A cell.

    :param text: what it says
    :param sort: what it is sorted by, where that is not its text; '' stands last
    :param links: pages and texts, in place of the text
    :param svg: a picture before the text, for HTML
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
