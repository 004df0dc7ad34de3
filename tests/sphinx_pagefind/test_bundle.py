"""The files that a site serves."""

from __future__ import annotations

import gzip
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from sphinx_pagefind.bundle import bundle
from sphinx_pagefind.file_format import decode
from sphinx_pagefind.pagefind_output import Output
from sphinx_pagefind.partition import LAST
from sphinx_pagefind.run import run
from tests.bench.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_pagefind.store import Index

pytestmark = pytest.mark.slow

#: Bytes of what else a first query loads: scripts, terms, headers of answers, small pictures.
REST = 30_000


def test_a_first_query_on_ten_thousand_pages_loads_at_most_195_kb(
    tmp_path: Path, new_index: Callable[[], Index]
) -> None:
    prose = Prose(Random(1))
    for number in range(10_000):
        if number % 4 == 0:
            prose.terms = [f"{prose['n']}{prose['n']}" for _ in range(12)]
        text = f"<html lang=en><title>x</title><h1>{prose['n']}</h1>\n<p>{prose.paragraph(40)}"
        (tmp_path / f"{number}.html").write_text(text)
    index, output = new_index(), Output(run(tmp_path, [], "en"))
    index.fill(output)
    files, _paths = bundle(index, output)

    def largest(folder: str, number: int) -> int:
        sizes = sorted(len(data) for path, data in files.items() if path.startswith(folder))
        return sum(sizes[-number:])

    assert len([path for path in files if path.startswith("fragment/")]) == 10_000
    always = sum(len(data) for path, data in files.items() if "/" not in path)
    # Hosts compress the script; the rest is compressed as it is.
    always += len(gzip.compress(files["pagefind.js"])) - len(files["pagefind.js"])
    # Four words of the most frequent, and what their results show.
    assert always + largest("index/", 4) + largest("fragment/", 8) < 195_000 - REST

    # Pagefind finds the part of a word by these.
    name = next(path for path in files if path.endswith(".pf_meta"))
    _number, lengths, parts, *_rest = decode(files[name])
    assert len(parts) > 100
    found: dict[str, Any] = {}
    before = ""
    for start, end, part in parts:
        words = {word: pages for word, pages, *_ in decode(files[f"index/{part}.pf_index"])[0]}
        assert start == (f"{before} " if before.isalnum() else before)
        assert start <= min(words)
        assert max(words) <= end
        assert [*sorted(words), end] == [*words, end]
        found |= words
        before = end
    assert before == LAST
    # Names are short, and different.
    for names in ([name for name, _length in lengths], [name for *_ends, name in parts]):
        assert len({*names}) == len(names)
        assert {*map(len, names)} == {3}

    # Of a word on most pages the places in texts are left out, of others on many all but the first
    # ones, of the rest none.
    def places(pages: list[Any]) -> set[int]:
        return {len([place for place in page[1] if place >= 0]) for page in pages}

    assert len(found["the"]) > 7_000
    assert places(found["the"]) == {0}
    many = [pages for pages in found.values() if 3_000 < len(pages) < 5_000]
    assert many
    assert all(places(pages) <= {0, 1} for pages in many)
    assert max(place for pages in found.values() if len(pages) < 99 for place in places(pages)) > 2
