"""What Pagefind 1.5 has written about some pages, read word by word."""

from __future__ import annotations

import json
from contextlib import contextmanager
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from .file_format import ENTRY, PagefindError, decode, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


# What Pagefind has of one word on one page, in its own form: the number of the page, positions in
# headings and text, and positions in fields, each after the number of its field, from -1 downwards.
Entry = list[Any]
# Other forms of a word, such as with an accent, each with its entries.
Forms = list[tuple[str, list[Entry]]]


@contextmanager
def known_form() -> Iterator[None]:
    """Turn the errors that files of another form than Pagefind 1.5's cause into one.

    :raises PagefindError: if there is such an error
    """
    try:
        yield
    except (LookupError, ValueError, TypeError, OSError, EOFError) as error:
        raise PagefindError(f"its index is of an unknown form ({error})") from error


class Output:
    """What Pagefind has written about some pages.

    :param files: path -> content
    :raises PagefindError: if they have another form than those of Pagefind 1.5

    :ivar pages: as Pagefind shows them in results: ``url``, ``word_count``, ``filters``, ``meta``
    :ivar names: names of their fragments, in the same order
    :ivar fields: names of the fields
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        with known_form():
            self.entry = json.loads(files[ENTRY])
            (self.about,) = self.entry["languages"].values()
            meta = decode(files[f"pagefind.{self.about['hash']}.pf_meta"])
            self.version, pages, self._chunks, _filters, self._sorts, self.fields = meta
            self.names = [name for name, _length in pages]
            self.pages = [json.loads(unpack(self.fragment(name))) for name in self.names]
            self.urls = [page["url"] for page in self.pages]
            self.prefix = self.about["hash"].rpartition("_")[0]

    def fragment(self, name: str) -> bytes:
        """Return the file that shows a page in results."""
        return self.files[f"fragment/{name}.pf_fragment"]

    def program(self) -> dict[str, bytes]:
        """Return the files of Pagefind's program that a site serves."""
        names = ("pagefind.js", f"wasm.{self.about['wasm'] or 'unknown'}.pagefind")
        with known_form():
            return {name: self.files[name] for name in names}

    def sorts(self, numbers: Mapping[str, int]) -> list[tuple[str, list[int]]]:
        """Return the orders in which results may be shown: a name, and pages in that order.

        :param numbers: address -> number of the page in the index that is served
        """
        with known_form():
            urls = self.urls
            return [(name, [numbers[urls[page]] for page in pages]) for name, pages in self._sorts]

    def words(
        self, numbers: Mapping[str, int], fields: list[str]
    ) -> Iterator[tuple[str, list[Entry], Forms]]:
        """Yield each word, its entries in the order of pages, and its other forms, in order.

        :param numbers: address -> number of the page in the index that is served
        :param fields: names of the fields there
        """
        with known_form():
            order = [numbers[url] for url in self.urls]
            known = [-1 - fields.index(name) for name in self.fields]

            def renumbered(entries: list[Entry]) -> list[Entry]:
                page = 0
                for entry in entries:
                    page += entry[0]  # the distance from the page before
                    entry[0] = order[page]
                    if entry[2] and fields != self.fields:
                        entry[2] = [known[-1 - at] if at < 0 else at for at in entry[2]]
                entries.sort(key=itemgetter(0))
                return entries

            for _first, _last, name in self._chunks:
                (words,) = decode(self.files[f"index/{name}.pf_index"])
                for word, entries, forms in words:
                    more = [(form, renumbered(found)) for form, found in sorted(forms)]
                    yield word, renumbered(entries), more
