"""The index that a site serves, kept beside the doctrees so that an edit takes a page's time.

Pagefind indexes folders, not changes. Here is what it has said, word by word and page by page:
of a page that has changed it is asked alone, and what it says of its words takes the place of
what it said before.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

from .file_format import first, places_kept
from .postings import Item, entry_of, merged, only_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .pagefind_output import Entry, Forms, Output

    # The words of a page, and of each the number that the table of pages has.
    _Words = tuple[list[str], array[int]]


#: Of a page: its address, the name of its fragment and as it is shown, its length in words, its
#: fields, its filters; then its words, and of each one more than the number of its places, 0
#: where only other forms of it are there.
#: Of a word: number of its pages, of its places, and the columns of an :class:`Item`.
#: Of a part of the index: its last word and the name of its file.
_TABLES = """
pragma synchronous = off;
create table if not exists pages (
    url text primary key, name text, shown text, length integer, fields text, filters text,
    words text, places blob) without rowid;
create table if not exists words (
    word text primary key, number integer, places integer,
    pages blob, sizes blob, entries blob, forms blob) without rowid;
create table if not exists parts (last text primary key, name text) without rowid;
create table if not exists site (key text primary key, value text) without rowid;
"""


class Index:
    """An index in a file.

    :param path: the file, or ``:memory:``
    :raises sqlite3.Error: if there is another file
    """

    def __init__(self, path: Path | str) -> None:
        self.data = sqlite3.connect(path)
        self.data.executescript(_TABLES)
        #: What else is known of the site, for those who keep the index.
        self.site: dict[str, str] = dict(self.data.execute("select key, value from site"))
        #: Words of which something else is said than the parts say.
        self.touched: set[str] = set()

    def save(self) -> None:
        """Write what has changed to the file."""
        self.data.execute("delete from site")
        self.data.executemany("insert into site values (?, ?)", self.site.items())
        self.data.commit()

    def fill(self, output: Output) -> None:
        """Hold what Pagefind says of all pages, and nothing else."""
        numbers = {url: number for number, url in enumerate(sorted(output.urls))}
        said: dict[int, _Words] = {page: ([], array("I")) for page in numbers.values()}
        rows = []
        for word, entries, forms in output.words(numbers, output.fields):
            places = sum(len(found) for _page, found, _fields in entries)
            number = places_kept(len(entries), places)
            made = [entry_of(first(found, number), fields) for _page, found, fields in entries]
            pages = array("I", (page for page, *_rest in entries))
            item = Item(pages, array("I", map(len, made)), b"".join(made), forms)
            _note(said, word, entries, forms)
            rows.append((word, len(entries), places, *item.columns()))
        for table in ("pages", "words", "parts"):
            self.data.execute(f"delete from {table}")  # noqa: S608 - one of these three
        self.data.executemany("insert into words values (?, ?, ?, ?, ?, ?, ?)", rows)
        self.site["fields"] = json.dumps(output.fields)
        self.site["sorts"] = json.dumps(output.sorts(numbers))
        self._put(output, {url: said[page] for url, page in numbers.items()})

    def change(self, output: Output) -> bool:
        """Hold what Pagefind says of some pages in place of what it said of them before.

        :returns: whether that could be; if not, all pages have to be asked again
        """
        urls = self.data.execute("select url from pages order by url")
        numbers = {url: number for number, (url,) in enumerate(urls)}
        known: list[str] = json.loads(self.site["fields"])
        if not numbers.keys() >= set(output.urls) or not set(known) >= set(output.fields):
            return False
        if output.sorts(numbers) or self.site["sorts"] != "[]":  # of all pages at once
            return False
        gone: dict[str, dict[int, int]] = defaultdict(dict)
        for url in output.urls:
            query = self.data.execute("select words, places from pages where url = ?", [url])
            words, counts = query.fetchone()
            for word, count in zip(words.split("\n"), array("I", counts), strict=bool(words)):
                gone[word][numbers[url]] = count
        said = {word: (found, forms) for word, found, forms in output.words(numbers, known)}
        nothing: tuple[list[Entry], Forms] = ([], [])
        rows: dict[int, _Words] = {numbers[url]: ([], array("I")) for url in output.urls}
        for word in sorted({*gone, *said}):
            entries, forms = said.get(word, nothing)
            if not self._change(word, gone.get(word, {}), entries, forms):
                self.data.rollback()
                return False
            _note(rows, word, entries, forms)
        self._put(output, {url: rows[numbers[url]] for url in output.urls})
        every = self.data.execute("select distinct fields from pages")
        return {name for (names,) in every for name in json.loads(names)} == set(known)

    def _change(
        self, word: str, gone: Mapping[int, int], entries: list[Entry], forms: Forms
    ) -> bool:
        """Let some pages say something else of a word.

        :param gone: number of page -> of what it said, as the table of pages has it
        :param entries: what they say
        :param forms: and of other forms
        :returns: whether other pages can go on as they are
        """
        query = "select number, places, pages, sizes, entries, forms from words where word = ?"
        row = self.data.execute(query, [word]).fetchone()
        pages, places = row[:2] if row else (0, 0)
        before = places_kept(pages, places)
        removed = [count - 1 for count in gone.values() if count]
        pages += len(entries) - len(removed)
        places += sum(len(found) for _page, found, _fields in entries) - sum(removed)
        number = places_kept(pages, places)
        if number != before and pages > len(entries):
            return False
        item = Item.of(*row[2:]) if row else Item()
        new: dict[int, bytes | None] = dict.fromkeys(gone)
        new |= {page: entry_of(first(found, number), fields) for page, found, fields in entries}
        for page, entry in new.items():
            item.put(page, entry)
        item.forms = merged(item.forms, gone, forms)
        columns = item.columns()
        if not row or columns != row[2:]:
            self.touched.add(word)
        if item.pages or item.forms:
            values = (word, pages, places, *columns)
            self.data.execute("replace into words values (?, ?, ?, ?, ?, ?, ?)", values)
        else:
            self.data.execute("delete from words where word = ?", [word])
        return True

    def _put(self, output: Output, rows: Mapping[str, _Words]) -> None:
        """Hold *output*'s pages, with their words and the numbers of their places."""
        for name, page in zip(output.names, output.pages, strict=True):
            words, counts = rows[page["url"]]
            fields, filters = json.dumps(sorted(page["meta"])), json.dumps(page["filters"])
            about = (page["url"], name, "", page["word_count"], fields, filters)
            values = (*about, "\n".join(words), counts.tobytes())
            self.data.execute("replace into pages values (?, ?, ?, ?, ?, ?, ?, ?)", values)


def _note(rows: Mapping[int, _Words], word: str, entries: list[Entry], forms: Forms) -> None:
    """Add a word to the rows of the pages that have it."""
    for page, found, _fields in entries:
        words, counts = rows[page]
        words.append(word)
        counts.append(len(found) + 1)
    for page in only_in(forms, {page for page, *_rest in entries}) if forms else ():
        words, counts = rows[page]
        words.append(word)
        counts.append(0)
