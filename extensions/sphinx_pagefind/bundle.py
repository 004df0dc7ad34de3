"""The files of an index that a site serves: always the same for the same pages, and small.

Pagefind 1.5 numbers pages in the order of folders on the disk and filters in that of a hash
table, and names files by their contents. Here pages are in the order of their addresses, filters
in that of their names. The filter of pictures goes: a result brings the address of its own.

And all that a first query loads becomes smaller: parts of the index, lists of the places of
words that are almost everywhere, lengths of pages, names of fragments.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

import cbor2

from .file_format import array_of, divide, encode, rounded, short_names, size
from .postings import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from .pagefind_output import Output
    from .store import Index


def serve(
    index: Index, output: Output, folder: Path | None = None
) -> tuple[dict[str, bytes], set[str]]:
    """Return the files that are new, path -> content, and the paths of all.

    :param index: all that is known; its parts are brought up to date
    :param output: what was said last: of some pages, or of all
    :param folder: where files are served already, if not all are new
    """
    files = output.program()
    paths = set(files)
    prefix = output.prefix

    def add(path: str, content: bytes) -> str:
        name, files[path.format(name)] = encode(prefix, content)
        paths.add(path.format(name))
        return name

    rows = index.data.execute("select url, name, shown, length, filters from pages order by url")
    pages = rows.fetchall()
    short = short_names([name for _url, name, *_rest in pages])
    filters: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    said = dict(zip(output.urls, output.names, strict=True))
    for number, (url, name, shown, _length, found) in enumerate(pages):
        path = f"fragment/{short[name]}.pf_fragment"
        paths.add(path)
        if url in said:
            files[path] = output.fragment(name)
        elif folder and shown != short[name]:  # another page's begins likewise now, or no longer
            files[path] = (folder / f"fragment/{shown}.pf_fragment").read_bytes()
        if shown != short[name]:
            query = "update pages set shown = ? where url = ?"
            index.data.execute(query, (short[name], url))
        for label, values in json.loads(found).items():
            for value in values:
                filters[label][value].append(number)
    parts = list(_parts(index, add))
    paths |= {f"index/{name}.pf_index" for *_range, name in parts}
    settled = []
    for label, found in sorted(filters.items()):
        if label != "image":
            values = [[value, found[value]] for value in sorted(found)]
            settled.append([label, add("filter/{}.pf_filter", cbor2.dumps([label, values]))])
    lengths = [[short[name], rounded(length)] for _url, name, _shown, length, _filters in pages]
    sorts, fields = (json.loads(index.site[key]) for key in ("sorts", "fields"))
    meta = [output.version, lengths, parts, settled, sorts, fields]
    about = output.about | {"page_count": len(pages)}
    about["hash"] = add("pagefind.{}.pf_meta", cbor2.dumps(meta))
    (language,) = output.entry["languages"]
    entry = output.entry | {"languages": {language: about}}
    files["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False).encode()
    paths.add("pagefind-entry.json")
    return files, paths


def _parts(index: Index, add: Callable[[str, bytes], str]) -> Iterator[list[str]]:
    """Yield first word, last word and name of each part of the index.

    A part is made anew where it has other words than before, or something else is said of one.
    """
    words = index.data.execute("select word, number, places from words order by word").fetchall()
    known = index.data.execute("select last, name from parts order by last").fetchall()
    ends = ["", *(last for last, _name in known)]
    before = {(start, last): name for start, (last, name) in zip(ends, known, strict=False)}
    touched = sorted(index.touched)
    parts, end = [], ""
    for low, high in divide([(word, size(*numbers)) for word, *numbers in words]) if words else ():
        start, last = end, words[high - 1][0]
        name = before.get((start, last))
        if name is None or bisect_right(touched, start) < bisect_right(touched, last):
            columns = "word, pages, sizes, entries, forms"
            query = f"select {columns} from words where word > ? and word <= ? order by word"  # noqa: S608
            found = index.data.execute(query, (start, last))
            items = [Item.of(*row).encoded(word) for word, *row in found]
            name = add("index/{}.pf_index", array_of([array_of(items)]))
        # Without a gap before it: for a word that is in none, Pagefind would load all parts
        # whose words begin like it.
        yield [f"{start} " if start else words[low][0], last, name]
        parts.append((last, name))
        end = last
    index.data.execute("delete from parts")
    index.data.executemany("insert into parts values (?, ?)", parts)
    index.touched.clear()
