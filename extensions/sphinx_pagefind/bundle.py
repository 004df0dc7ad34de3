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
from typing import TYPE_CHECKING, NamedTuple

import cbor2

from .file_format import ENTRY, LEVEL, SMALLEST, array_of, encode, rounded, short_names
from .languages import FOLDER as LANGUAGES
from .languages import stemmer_of
from .partition import LAST, divide, end_of, end_of_forms, most_of, size, starts_of
from .postings import encoded
from .terms import NAMES, TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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

    def add(path: str, content: bytes, level: int = LEVEL) -> str:
        name, files[path.format(name)] = encode(prefix, content, level)
        paths.add(path.format(name))
        return name

    rows = index.data.execute("select url, name, served, length, filters from pages order by url")
    pages = rows.fetchall()
    filters: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    # All at once, in a tenth of the time.
    decoded = json.loads(f"[{','.join(values for *_page, values in pages)}]")
    for number, values_of in enumerate(decoded):
        for label, values in values_of.items():
            for value in values:
                filters[label][value].append(number)

    fragments = dict(zip(output.names, output.fragments, strict=True))
    served = {name: before for _url, name, before, *_rest in pages}
    short = _serve("fragment/{}.pf_fragment", served, fragments, files, paths, folder)
    changed = [(short[name], url) for url, name, *_ in pages if short[name] != served[name]]
    index.data.executemany("update pages set served = ? where url = ?", changed)
    parts, new_parts = _parts(index, len(pages), prefix)
    served = {part.name: part.served for part in parts}
    short_of_part = _serve("index/{}.pf_index", served, new_parts, files, paths, folder)
    index.data.execute("delete from parts")
    rows_of = [(part.last, part.name, short_of_part[part.name]) for part in parts]
    index.data.executemany("insert into parts values (?, ?, ?)", rows_of)
    starts = ["", *starts_of(part.end for part in parts)]
    ranges = [
        [start, part.end, short_of_part[part.name]]
        for start, part in zip(starts, parts, strict=False)
    ]
    named = []
    for label, found in sorted(filters.items()):
        content = [label, [[value, found[value]] for value in sorted(found)]]
        named.append([label, add("filter/{}.pf_filter", cbor2.dumps(content))])
    lengths = [
        [short[name], rounded(length, len(pages))]
        for _url, name, _served, length, _filters in pages
    ]
    sorts, fields = (json.loads(index.site[key]) for key in ("sorts", "fields"))
    meta = [output.version, lengths, ranges, named, sorts, fields]
    about = output.about | {"page_count": len(pages)}
    about["hash"] = add("pagefind.{}.pf_meta", cbor2.dumps(meta), SMALLEST)
    (language,) = output.entry["languages"]
    entry = output.entry | {"languages": {language: about}}
    files[ENTRY] = json.dumps(entry, ensure_ascii=False).encode()
    paths.add(ENTRY)
    return files, paths


def _serve(
    path: str,
    served: Mapping[str, str],
    new: Mapping[str, bytes],
    files: dict[str, bytes],
    paths: set[str],
    folder: Path | None,
) -> dict[str, str]:
    """Add files under short names to *files* and *paths*.

    :param path: with ``{}`` for the name
    :param served: name -> short name under which the file is served already, or ``""``
    :param new: name -> content
    :param folder: see :func:`bundle`
    :returns: name -> short name
    """
    short = short_names(served)
    for name, before in served.items():
        now = path.format(short[name])
        paths.add(now)
        if name in new:
            files[now] = new[name]
        elif folder and before != short[name]:  # a name begins with it that did not, or no longer
            files[now] = (folder / path.format(before)).read_bytes()
    return short


class _Part(NamedTuple):
    """A part of the index.

    :param last: its last word
    :param end: see :func:`.partition.end_of`
    :param name: derived from its content
    :param served: the short name under which it is served already, or ``""``
    """

    last: str
    end: str
    name: str
    served: str


def _parts(index: Index, pages: int, prefix: str) -> tuple[list[_Part], dict[str, bytes]]:
    """Return the parts of the index, and the files of those that are new, by name.

    A part gets a new file if it has other words than before, or other postings of one of them.
    The index notes the words that are too common to be worth loading.

    :param pages: number of all pages
    :param prefix: what names of files begin with
    """
    rows = index.data.execute("select word, number, positions from words order by word").fetchall()
    words = [(word, size(number, positions, pages)) for word, number, positions in rows]
    most = most_of(pages)
    index.site["common"] = json.dumps([word for word, number, _ in rows if number > most])
    known = index.data.execute("select last, name, served from parts order by last").fetchall()
    starts = ["", *(last for last, *_ in known)]
    before = {(start, last): names for start, (last, *names) in zip(starts, known, strict=False)}
    touched = sorted(index.words.touched)
    parts, files, start = [], {}, ""
    for low, high in divide(words):
        last = words[high - 1][0]
        name, served = before.get((start, last), ("", ""))
        is_same = name and bisect_right(touched, start) == bisect_right(touched, last)
        if not is_same or index.words.is_renumbered:
            found, is_renumbered = index.words.between(start, last)
            if is_renumbered or not is_same:
                name, data = encode(prefix, array_of([array_of([encoded(*row) for row in found])]))
                files[name] = data
        end = end_of(last, words[high][0]) if high < len(words) else LAST
        if high - low == 1 and end == last:
            end = end_of_forms(last, words[high][0], stemmer_of(prefix))
        parts.append(_Part(last, end, name, served))
        start = last
    index.words.touched.clear()
    index.words.is_renumbered = False
    return parts, files


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
