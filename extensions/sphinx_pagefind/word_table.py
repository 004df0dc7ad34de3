"""The words of an index, with the pages that have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import postings
from .postings import Postings, positions_kept
from .renumbering import MOST, Renumberings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence


#: Of a word: the number of its pages, of its positions, the columns of :class:`.Postings`, and how
#: often pages had been renumbered when it was written: see :class:`.Renumberings`.
TABLES = """
create table if not exists words (
    word text primary key, number integer, positions integer,
    pages blob, sizes blob, entries blob, forms blob, renumbered integer) without rowid;
create table if not exists renumberings (place integer primary key, numbers blob);
"""

_COLUMNS = "pages, sizes, entries, forms, renumbered"
_ROW = f"select number, positions, {_COLUMNS} from words where word = ?"  # noqa: S608 - constants
_REPLACE = "replace into words values (?, ?, ?, ?, ?, ?, ?, ?)"
_UPDATE = "update words set pages = ?, sizes = ?, entries = ?, forms = ? where word = ?"
# A few thousand words at a time: one query for each word takes longer, all at once more memory.
_SOME = f"select word, {_COLUMNS} from words where word > ? order by word limit 2000"  # noqa: S608
_BETWEEN = f"select word, number, {_COLUMNS} from words where word > ? and word <= ? order by word"  # noqa: S608


class Words:
    """The table of words.

    :ivar touched: words whose postings differ from those in the parts that are served
    :ivar is_renumbered: whether pages have other numbers than in these parts
    """

    def __init__(self, data: sqlite3.Connection) -> None:
        self._data = data
        self._renumberings = Renumberings(data)
        self.touched: set[str] = set()
        self.is_renumbered = False

    def fill(self, rows: Iterable[tuple[str, int, int, Postings]]) -> None:
        """Replace all words: each with the numbers of its pages and positions, and postings."""
        self._data.execute("delete from words")
        self._renumberings.clear()
        columns = ((*numbers, *found.columns(), 0) for *numbers, found in rows)
        self._data.executemany(_REPLACE, columns)

    def get(self, word: str) -> tuple[int, int, Postings, tuple[bytes, ...]]:
        """Return the numbers of a word's pages and positions, its postings, and their row.

        :returns: nothing for a word that no page has
        """
        row: Any = self._data.execute(_ROW, [word]).fetchone()
        if not row:
            return 0, 0, Postings(), ()
        number, positions, *columns, count = row
        now = self._renumberings.up_to_date(count, *columns) or Postings.of(*columns)
        return number, positions, now, tuple(columns)

    def put(
        self, word: str, number: int, positions: int, found: Postings, old: tuple[bytes, ...]
    ) -> None:
        """Replace a word; remove it if no page has it.

        :param number: of its pages; *positions* likewise
        :param found: its postings
        :param old: their row until now
        """
        columns = found.columns()
        if columns != old:
            self.touched.add(word)
        if found.pages or found.forms:
            count = self._renumberings.count
            self._data.execute(_REPLACE, (word, number, positions, *columns, count))
        else:
            self._data.execute("delete from words where word = ?", [word])

    def renumber(self, numbers: Sequence[int | None], pages: int) -> bool:
        """Give the pages other numbers, in the same order.

        :param numbers: the new number of each page by its old one; ``None`` if the page has gone,
            and no word has it any more
        :param pages: number of all pages from now on
        :returns: whether the index keeps as many positions of each word as before
        """
        query = "select number, positions from words where positions > ?"
        for number, positions in self._data.execute(query, [postings.POSITIONS]):
            kept = positions_kept(number, positions, len(numbers))
            if kept != positions_kept(number, positions, pages):
                return False
        if self._renumberings.count == MOST:
            self._write_numbers()
        self._renumberings.add(numbers)
        self.is_renumbered = True
        return True

    def _write_numbers(self) -> None:
        """Write all words with the numbers that pages have now."""
        last = ""
        while rows := self._data.execute(_SOME, [last]).fetchall():
            found = [
                (*now.columns(), word)
                for word, *columns, count in rows
                if (now := self._renumberings.up_to_date(count, *columns))
            ]
            self._data.executemany(_UPDATE, found)
            last = rows[-1][0]
        self._data.execute("update words set renumbered = 0")
        self._renumberings.clear()

    def between(self, start: str, last: str) -> tuple[list[tuple[str, int, bytes, bytes]], bool]:
        """Return the words after *start* up to *last*, and whether pages have other numbers there.

        :returns: of each word, what :func:`.postings.encoded` takes
        """
        found, is_renumbered = [], False
        for word, number, *columns, count in self._data.execute(_BETWEEN, (start, last)):
            found.append((word, number, *self._renumberings.served(count, *columns)))
            is_renumbered = is_renumbered or (
                self.is_renumbered and self._renumberings.has_moved(count, columns[0], columns[3])
            )
        return found, is_renumbered
