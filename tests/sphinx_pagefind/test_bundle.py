"""The files that a site serves."""

from __future__ import annotations

import gzip
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from sphinx_pagefind.bundle import bundle
from sphinx_pagefind.file_format import decode
from sphinx_pagefind.pagefind_output import Output
from sphinx_pagefind.run import run
from tests.bench.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx_pagefind.store import Index

pytestmark = pytest.mark.slow


def test_a_first_query_on_ten_thousand_pages_loads_at_most_200_kb(
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
    # The most frequent word of all, and what five results show.
    assert always + largest("index/", 1) + largest("fragment/", 5) < 200_000

    # Pagefind finds the part of a word by these.
    name = next(path for path in files if path.endswith(".pf_meta"))
    _number, _pages, parts, *_rest = decode(files[name])
    assert len(parts) > 100
    found: dict[str, Any] = {}
    for start, end, part in parts:
        words = {word: pages for word, pages, *_ in decode(files[f"index/{part}.pf_index"])[0]}
        assert max(found, default="") < start <= min(words)
        assert [*sorted(words), end] == [*words, max(words)]
        found |= words
    # Of a word on every page the first places are kept, of others all.
    assert len(found["the"]) > 7_000
    assert all(len([place for place in page[1] if place >= 0]) == 1 for page in found["the"])
    assert max(len(page[1]) for pages in found.values() if len(pages) < 99 for page in pages) > 2
