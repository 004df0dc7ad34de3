"""The files that a site serves in ``_pagefind/``: the same for the same pages, and small.

Pagefind 1.5 numbers pages in the order of folders on the disk and filters in that of a hash
table, and names files by their contents. Here pages are in the order of their addresses, filters
in that of their names.

What a first query loads becomes smaller: the parts of the index, the positions of words that are
almost everywhere, the lengths of pages, the names of fragments.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

import cbor2

from .file_format import ENTRY, array_of, encode, rounded, short_names
from .languages import FOLDER as LANGUAGES
from .partition import divide, is_common, size
from .postings import encoded
from .terms import NAMES, TERMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from .pagefind_output import Output
    from .store import Index


def bundle(
    index: Index, output: Output, folder: Path | None = None
) -> tuple[dict[str, bytes], set[str]]:
    """Return the files that are new, path -> content, and the paths of all.

    :param index: the whole index; its table of parts is brought up to date
    :param output: what Pagefind has just written, about all pages or some
    :param folder: where the other files are served already; ``None`` if all are new
    """
    files = output.program()
    paths = set(files)
    prefix = output.prefix

    def add(path: str, content: bytes, *, is_of_names: bool = False) -> str:
        name, files[path.format(name)] = encode(prefix, content, is_of_names=is_of_names)
        paths.add(path.format(name))
        return name

    rows = index.data.execute("select url, name, served, length, filters from pages order by url")
    pages = rows.fetchall()
    short = short_names([name for _url, name, *_rest in pages])
    filters: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    # All at once, in a tenth of the time.
    decoded = json.loads(f"[{','.join(values for *_page, values in pages)}]")
    new = dict(zip(output.urls, output.names, strict=True))
    for number, ((url, name, served, *_), values_of) in enumerate(zip(pages, decoded, strict=True)):
        path = f"fragment/{short[name]}.pf_fragment"
        paths.add(path)
        if url in new:
            files[path] = output.fragment(name)
        elif folder and served != short[name]:  # a name begins with it that did not, or no longer
            files[path] = (folder / f"fragment/{served}.pf_fragment").read_bytes()
        if served != short[name]:
            query = "update pages set served = ? where url = ?"
            index.data.execute(query, (short[name], url))
        for label, values in values_of.items():
            for value in values:
                filters[label][value].append(number)
    parts = list(_parts(index, add, len(pages)))
    paths |= {f"index/{name}.pf_index" for *_range, name in parts}
    named = []
    for label, found in sorted(filters.items()):
        content = [label, [[value, found[value]] for value in sorted(found)]]
        named.append([label, add("filter/{}.pf_filter", cbor2.dumps(content))])
    lengths = [[short[name], rounded(length)] for _url, name, _served, length, _filters in pages]
    sorts, fields = (json.loads(index.site[key]) for key in ("sorts", "fields"))
    meta = [output.version, lengths, parts, named, sorts, fields]
    about = output.about | {"page_count": len(pages)}
    about["hash"] = add("pagefind.{}.pf_meta", cbor2.dumps(meta), is_of_names=True)
    (language,) = output.entry["languages"]
    entry = output.entry | {"languages": {language: about}}
    files[ENTRY] = json.dumps(entry, ensure_ascii=False).encode()
    paths.add(ENTRY)
    return files, paths


def _parts(index: Index, add: Callable[[str, bytes], str], pages: int) -> Iterator[list[str]]:
    """Yield first word, last word and name of each part of the index.

    A part gets a new file if it has other words than before, or other postings of one of them.
    The index notes the words that are too common to be worth loading.

    :param pages: number of all pages
    """
    rows = index.data.execute("select word, number, positions from words order by word").fetchall()
    words = [(word, size(number, positions)) for word, number, positions in rows]
    index.site["common"] = json.dumps(
        [word for word, number, positions in rows if is_common(number, positions, pages)]
    )
    known = index.data.execute("select last, name from parts order by last").fetchall()
    ends = ["", *(last for last, _name in known)]
    before = {(start, last): name for start, (last, name) in zip(ends, known, strict=False)}
    touched = sorted(index.touched)
    parts, end = [], ""
    for low, high in divide(words) if words else ():
        start, last = end, words[high - 1][0]
        name = before.get((start, last))
        if name is None or bisect_right(touched, start) < bisect_right(touched, last):
            columns = "word, number, entries, forms"
            query = f"select {columns} from words where word > ? and word <= ? order by word"  # noqa: S608
            found = index.data.execute(query, (start, last))
            name = add("index/{}.pf_index", array_of([array_of([encoded(*row) for row in found])]))
        # Without a gap before it: for a word that is in none, Pagefind would load all parts
        # whose words begin like it.
        yield [f"{start} " if start else words[low][0], last, name]
        parts.append((last, name))
        end = last
    index.data.execute("delete from parts")
    index.data.executemany("insert into parts values (?, ?)", parts)
    index.touched.clear()


def _folders_of(folder: Path) -> Iterator[str]:
    """Yield the folders of one index."""
    for top, folders, _names in os.walk(folder):
        if LANGUAGES in folders:
            folders.remove(LANGUAGES)
        yield top


def write(folder: Path, files: Mapping[str, bytes], paths: set[str]) -> bool:
    """Write *files* where they differ, and delete all others but those at *paths*.

    Indexes of other languages, in a folder below, are left alone.

    :returns: whether all *paths* are there now
    """
    start = f"{folder}{os.sep}"  # a Path takes ten times as long
    found = {
        entry.path.removeprefix(start).replace(os.sep, "/")
        for top in _folders_of(folder)
        for entry in os.scandir(top)
        if entry.is_file()
    }
    for path in found - paths - {TERMS, NAMES}:
        (folder / path).unlink()
    for path, data in files.items():
        file = folder / path
        if path not in found or file.read_bytes() != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    return paths <= found | files.keys()
