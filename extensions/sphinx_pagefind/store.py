"""The index of a site, kept beside the doctrees so that an edit takes the time of a page.

Pagefind indexes folders, not changes. What it has written is kept here, word by word and page by
page: after an edit it indexes the pages that have changed alone, and their new entries replace the
old ones.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

from .page_markup import IMAGE
from .postings import Postings, entry_of, first, merged, only_in, positions_kept
from .word_table import TABLES, Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from .pagefind_output import Entry, Forms, Output

    # The words of a page, and of each the number that the table of pages has.
    _Words = tuple[list[str], array[int]]


#: Changes when what the tables hold has another form.
FORM = 7

#: Of a page: its address, the digest of its fragment, the name as it is served, its length in
#: words, its fields, its filters but for that of pictures; then its words, and of each one more
#: than the number of its positions, or 0 where the page has other forms of it alone.
#: Of a part of the index: its last word, the name of its file, and that name as it is served.
#: Large pages halve the time to write a word that is on all pages of a site.
_TABLES = """
pragma page_size = 32768;
pragma synchronous = off;
create table if not exists pages (
    url text primary key, name text, served text, length integer, fields text, filters text,
    words text, positions blob) without rowid;
create table if not exists parts (
    last text primary key, name text, served text) without rowid;
create table if not exists site (key text primary key, value text) without rowid;
"""


class Index:
    """An index in a file.

    :param path: the file, or ``:memory:``
    :raises sqlite3.Error: if the file is not a database, or one of another form
    """

    def __init__(self, path: Path | str) -> None:
        self.data = sqlite3.connect(path)
        try:
            ((tables,),) = self.data.execute("select count(*) from sqlite_master")
            ((form,),) = self.data.execute("pragma user_version")
            if tables and form != FORM:
                message = f"its form is {form}, not {FORM}"
                raise sqlite3.DatabaseError(message)
            self.data.executescript(f"{_TABLES}{TABLES}pragma user_version = {FORM};")
            #: What else is known about the site, for the caller to keep.
            self.site: dict[str, str] = dict(self.data.execute("select key, value from site"))
        except sqlite3.Error:
            self.data.close()
            raise
        self.words = Words(self.data)

    def save(self) -> None:
        """Write the changes to the file."""
        self.data.execute("delete from site")
        self.data.executemany("insert into site values (?, ?)", self.site.items())
        self.data.commit()

    def fill(self, output: Output) -> None:
        """Replace everything by *output*, that of all pages."""
        numbers = {url: number for number, url in enumerate(sorted(output.urls))}
        words_of: dict[int, _Words] = {page: ([], array("I")) for page in numbers.values()}

        def rows() -> Iterator[tuple[str, int, int, Postings]]:
            for word, entries, forms in output.words(numbers, output.fields):
                positions = _note(words_of, word, entries, forms)
                number = positions_kept(len(entries), positions, len(numbers))
                postings = Postings.of_entries(entries, number, forms)
                yield word, len(entries), positions, postings

        self.data.execute("delete from pages")
        self.data.execute("delete from parts")
        self.words.fill(rows())
        self.site["fields"] = json.dumps(output.fields)
        self.site["sorts"] = json.dumps(output.sorts(numbers))
        self._put(output, {url: words_of[page] for url, page in numbers.items()})

    def change(self, output: Output, gone: Collection[str] = ()) -> bool:
        """Replace or add some pages: *output* is that of these pages.

        :param gone: addresses of the pages that are no longer there
        :returns: whether that is possible; if not, all pages have to be indexed again
        """
        is_possible = self._change_pages(output, gone)
        if not is_possible:
            self.data.rollback()
        return is_possible

    def _change_pages(self, output: Output, gone: Collection[str]) -> bool:
        urls = [url for (url,) in self.data.execute("select url from pages order by url")]
        before = {url: number for number, url in enumerate(urls)}
        after = sorted(before.keys() - {*gone} | {*output.urls})
        numbers = {url: number for number, url in enumerate(after)}
        known: list[str] = json.loads(self.site["fields"])
        if not before.keys() >= {*gone} or not {*known} >= {*output.fields}:
            return False
        if output.sorts(numbers) or self.site["sorts"] != "[]":  # of all pages at once
            return False
        if self._replace(gone, before, {}) is None:
            return False
        self.data.executemany("delete from pages where url = ?", [(url,) for url in gone])
        if urls != after and not self.words.renumber([*map(numbers.get, urls)], len(after)):
            return False
        new = {word: (found, forms) for word, found, forms in output.words(numbers, known)}
        words_of = self._replace(output.urls, numbers, new)
        if words_of is None:
            return False
        self._put(output, {url: words_of[numbers[url]] for url in output.urls})
        every = self.data.execute("select distinct fields from pages")
        return {name for (names,) in every for name in json.loads(names)} == {*known}

    def _replace(
        self,
        urls: Collection[str],
        numbers: Mapping[str, int],
        new: Mapping[str, tuple[list[Entry], Forms]],
    ) -> dict[int, _Words] | None:
        """Replace the entries of some pages in all words.

        :param numbers: address -> number of the page, for all pages
        :param new: word -> its entries on these pages, and its other forms there
        :returns: number of each page -> its words now; ``None`` if the entries of other pages
            cannot stay as they are
        """
        gone: dict[str, dict[int, int]] = defaultdict(dict)
        for url in urls:
            query = "select words, positions from pages where url = ?"
            words, counts = self.data.execute(query, [url]).fetchone() or ("", b"")  # a new page
            for word, count in zip(words.split("\n"), array("I", counts), strict=bool(words)):
                gone[word][numbers[url]] = count
        nothing: tuple[list[Entry], Forms] = ([], [])
        words_of: dict[int, _Words] = {numbers[url]: ([], array("I")) for url in urls}
        for word in sorted({*gone, *new}):
            entries, forms = new.get(word, nothing)
            if not self._change(word, gone.get(word, {}), entries, forms, len(numbers)):
                return None
            _note(words_of, word, entries, forms)
        return words_of

    def _change(
        self, word: str, gone: Mapping[int, int], entries: list[Entry], forms: Forms, number: int
    ) -> bool:
        """Replace the entries of some pages for a word.

        :param gone: number of page -> what the table of pages has of the word
        :param entries: the new ones
        :param forms: those of other forms of the word
        :param number: number of all pages
        :returns: whether the entries of all other pages can stay as they are
        """
        pages, positions, postings, old = self.words.get(word)
        before = positions_kept(pages, positions, number)
        removed = [count - 1 for count in gone.values() if count]
        pages += len(entries) - len(removed)
        positions += sum(len(found) for _page, found, _fields in entries) - sum(removed)
        kept = positions_kept(pages, positions, number)
        if kept != before and pages > len(entries):
            return False
        new: dict[int, bytes | None] = dict.fromkeys(gone)
        new |= {page: entry_of(first(found, kept), fields) for page, found, fields in entries}
        for page, entry in new.items():
            postings.put(page, entry)
        postings.forms = merged(postings.forms, gone, forms)
        self.words.put(word, pages, positions, postings, old)
        return True

    def _put(self, output: Output, words_of: Mapping[str, _Words]) -> None:
        """Put *output*'s pages into the table of pages."""
        for name, page in zip(output.names, output.pages, strict=True):
            words, counts = words_of[page["url"]]
            fields = json.dumps(sorted(page["meta"]))
            # A result comes with its own picture.
            shared = {label: found for label, found in page["filters"].items() if label != IMAGE}
            filters = json.dumps(shared)
            about = (page["url"], name, "", page["word_count"], fields, filters)
            values = (*about, "\n".join(words), counts.tobytes())
            self.data.execute("replace into pages values (?, ?, ?, ?, ?, ?, ?, ?)", values)


def _note(words_of: Mapping[int, _Words], word: str, entries: list[Entry], forms: Forms) -> int:
    """Add a word to those of the pages that have it; return the number of its positions."""
    positions = 0
    for page, found, _fields in entries:
        number = len(found)
        positions += number
        words, counts = words_of[page]
        words.append(word)
        counts.append(number + 1)
    for page in only_in(forms, {page for page, *_rest in entries}) if forms else ():
        words, counts = words_of[page]
        words.append(word)
        counts.append(0)
    return positions
