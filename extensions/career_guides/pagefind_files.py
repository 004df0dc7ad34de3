"""The files of Pagefind's index (1.5), as a site serves them: always the same, and small.

Each is CBOR after a sign, compressed. What Pagefind's program reads of an index is in its
``pagefind_web/src/lib.rs``. Pure.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import cbor2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: Places of one word that the index keeps, and at least one on each page.
PLACES = 6_000
#: Places of words, and pages that have them, in a part of the index: about 10 kB at most, of
#: which words that are on every page take more.
PART = 8_000
#: Words that begin with the same letters stay together: Pagefind looks for the words that
#: continue what a reader has typed in one part.
LETTERS = 4

_MARK = b"pagefind_dcd"  # Pagefind's sign that a file has been decompressed


class SearchError(Exception):
    """The index cannot be made; says why."""


def settle(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files that are served, the same for the same pages.

    Pagefind 1.5 writes filters and their values in the order of a hash table, another in every
    run, and names files by their contents. Here they are in the order of their names. The filter
    of pictures goes: a result brings the address of its own.

    And all that a first query loads becomes smaller: parts of the index, lists of the places of
    words that are almost everywhere, lengths of pages, names of fragments.

    :param files: path -> content, as Pagefind has written them
    :raises SearchError: if they are of another form than 1.5's
    """
    wanted = {}
    try:
        wanted["pagefind.js"] = files["pagefind.js"]
        entry = json.loads(files["pagefind-entry.json"])
        for language in entry["languages"].values():
            wasm = f"wasm.{language['wasm'] or 'unknown'}.pagefind"
            wanted[wasm] = files[wasm]
            prefix = language["hash"].rpartition("_")[0]
            meta = decode(files[f"pagefind.{language['hash']}.pf_meta"])
            number, pages, chunks, filters, *rest = meta
            short = _short_names([name for name, _words in pages])
            for name in short:
                wanted[f"fragment/{short[name]}.pf_fragment"] = files[
                    f"fragment/{name}.pf_fragment"
                ]
            parts: list[list[str]] = []
            for *_range, old in chunks:
                words, *more = decode(files[f"index/{old}.pf_index"])
                for part in _parts(words):
                    name = _add(wanted, "index/{}.pf_index", prefix, [part, *more])
                    # Without a gap before it: for a word that is in none, Pagefind would load all
                    # parts whose words begin like it.
                    start = f"{parts[-1][1]} " if parts else part[0][0]
                    parts.append([start, part[-1][0], name])
            settled = []
            for name, old in sorted(filters):
                label, values = decode(files[f"filter/{old}.pf_filter"])
                if name != "image":
                    new = _add(wanted, "filter/{}.pf_filter", prefix, [label, sorted(values)])
                    settled.append([name, new])
            short_pages = [[short[name], _rounded(words)] for name, words in pages]
            meta = [number, short_pages, parts, settled, *rest]
            language["hash"] = _add(wanted, "pagefind.{}.pf_meta", prefix, meta)
    except (LookupError, ValueError, TypeError, OSError, EOFError, cbor2.CBORDecodeError) as error:
        raise SearchError(f"its index is of an unknown form ({error})") from error
    wanted["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False).encode()
    return wanted


def _short_names(names: list[str]) -> dict[str, str]:
    """Return name -> its beginning, where no other name begins so.

    Four hexadecimal digits after the language: of a page that changes, one reader in 65,000 who
    has its fragment in a cache is shown the old one; 10,000 pages load 16 kB less.
    """
    length = names[0].rindex("_") + 5
    number = Counter(name[:length] for name in set(names))
    return {name: name if number[name[:length]] > 1 else name[:length] for name in names}


def _rounded(words: int) -> int:
    """Return the length of a page, which only orders results, to about one in twenty."""
    step = 1 << max(0, words.bit_length() - 5)
    return (words + step // 2) // step * step


def _parts(words: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield *words* in parts of about :data:`PART`, with the first places of common words.

    More of them say nothing of a page: their number counts for the order of results, but such a
    word is on every page. Where two such words follow each other only further down, a search
    for both in quotes does not find the page.
    """
    part: list[Any] = []
    size = 0
    for word, pages, *variants in words:
        places = sum(len(page[1]) for page in pages)
        if places > PLACES:
            number = max(1, PLACES // len(pages))
            for page in pages:
                page[1] = _first(page[1], number)
            places = min(places, number * len(pages))
        more = len(pages) + places
        goes_on = part and word[:LETTERS] == part[-1][0][:LETTERS]
        # A word that fills a part by itself stands alone: most who look for it mean it.
        if part and (more > PART or size > PART or (size + more > PART and not goes_on)):
            yield part
            part, size = [], 0
        part.append([word, pages, *variants])
        size += more
    if part:
        yield part


def _first(places: list[int], number: int) -> list[int]:
    """Return *number* places: the first in headings, then in the text.

    :param places: a weight, which is negative, and its places, each from the one before; and so on
    """
    if len(places) <= number:
        return places
    starts = [at for at, value in enumerate(places) if value < 0 or at == 0]
    groups = [places[at:end] for at, end in zip(starts, [*starts[1:], None], strict=True)]
    found = []
    for group in sorted(groups, key=itemgetter(0)):  # the heaviest first
        if number > 0:
            found += group[: number + 1]
            number -= len(group) - 1
    return found


def decode(data: bytes) -> Any:
    """Return what is in a file of Pagefind's form."""
    return cbor2.loads(gzip.decompress(data).removeprefix(_MARK))


def _add(files: dict[str, bytes], path: str, prefix: str, value: Any) -> str:
    """Add a file of Pagefind's form; return its name, made from its content."""
    data = _MARK + cbor2.dumps(value)
    name = f"{prefix}_{hashlib.blake2b(data, digest_size=5).hexdigest()}"
    files[path.format(name)] = gzip.compress(data, 6, mtime=0)
    return name
