"""What Pagefind 1.5 has written about some pages, read word by word."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from .file_format import ENTRY, PagefindError, decode, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


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


def about_page(fragment: bytes) -> tuple[str, dict[str, Any]]:
    """Return a digest, and what results show of a page: not its text, most of the memory.

    In the names that Pagefind gives, digests have 28 bits: of 30,000 pages a few had the same one.
    """
    content = unpack(fragment)
    page = json.loads(content)
    about = {key: page[key] for key in ("url", "word_count", "filters", "meta")}
    return hashlib.blake2b(content, digest_size=8).hexdigest(), about


class Output:
    """What Pagefind has written about some pages.

    :param files: path -> content
    :raises PagefindError: if they have another form than those of Pagefind 1.5

    :ivar pages: as Pagefind shows them in results: ``url``, ``word_count``, ``filters``, ``meta``
    :ivar fragments: the files that show them in results, in the same order
    :ivar names: digests of these files
    :ivar fields: names of the fields
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        with known_form():
            self.entry = json.loads(files[ENTRY])
            (self.about,) = self.entry["languages"].values()
            meta = decode(files[f"pagefind.{self.about['hash']}.pf_meta"])
            self.version, pages, self._chunks, _filters, self._sorts, self.fields = meta
            self.fragments = [files[f"fragment/{name}.pf_fragment"] for name, _length in pages]
            found = [about_page(fragment) for fragment in self.fragments]
            self.names = [name for name, _about in found]
            self.pages = [about for _name, about in found]
            self.urls = [page["url"] for page in self.pages]
            self.prefix = self.about["hash"].rpartition("_")[0]

    @property
    def has_sorts(self) -> bool:
        """Whether pages name values by which results may be sorted."""
        return bool(self._sorts)

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
            is_known = fields == self.fields

            def renumbered(entries: list[Entry]) -> list[Entry]:
                page = 0
                for entry in entries:
                    page += entry[0]  # the distance from the page before
                    entry[0] = order[page]
                    if entry[2] and not is_known:
                        entry[2] = [known[-1 - at] if at < 0 else at for at in entry[2]]
                entries.sort(key=itemgetter(0))
                return entries

            for _first, _last, name in self._chunks:
                (words,) = decode(self.files[f"index/{name}.pf_index"])
                for word, entries, forms in words:
                    more = [(form, renumbered(found)) for form, found in sorted(forms)]
                    yield word, renumbered(entries), more


class JoinedOutput(Output):
    """What several runs have written, each about other pages, as one run would have.

    :param outputs: that of each run, without orders of results, which are of all pages at once
    """

    def __init__(self, outputs: Sequence[Output]) -> None:
        self._outputs = outputs
        first = outputs[0]
        self.entry, self.about, self.version = first.entry, first.about, first.version
        self.prefix, self._sorts = first.prefix, []
        self.files = first.files
        self.fragments = [fragment for output in outputs for fragment in output.fragments]
        self.names = [name for output in outputs for name in output.names]
        self.pages = [page for output in outputs for page in output.pages]
        self.urls = [url for output in outputs for url in output.urls]
        self.fields = sorted({name for output in outputs for name in output.fields})

    def words(
        self, numbers: Mapping[str, int], fields: list[str]
    ) -> Iterator[tuple[str, list[Entry], Forms]]:
        """See :meth:`Output.words`."""
        runs = [output.words(numbers, fields) for output in self._outputs]
        for word, found in groupby(merge(*runs, key=itemgetter(0)), key=itemgetter(0)):
            entries: list[Entry] = []
            forms: dict[str, list[Entry]] = {}
            for _word, some, others in found:
                entries += some
                for form, more in others:
                    forms.setdefault(form, []).extend(more)
            entries.sort(key=itemgetter(0))
            yield word, entries, [(form, sorted(forms[form])) for form in sorted(forms)]
