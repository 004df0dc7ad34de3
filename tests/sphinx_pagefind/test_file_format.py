"""The names of files and the lengths of pages in the table that every first query loads."""

from __future__ import annotations

import hashlib
import re
from random import Random

import cbor2
import pytest

from sphinx_pagefind.file_format import SMALLEST, encode, rounded, short_names


def digest(number: int) -> str:
    return hashlib.blake2b(b"%d" % number, digest_size=8).hexdigest()


@pytest.fixture(scope="module")
def digests() -> list[str]:
    return [digest(number) for number in range(30_000)]


def test_names_are_short_and_different_and_few_change(digests: list[str]) -> None:
    short = short_names(digests)
    assert len({*short.values()}) == len(digests)
    assert len([name for name in short.values() if len(name) > 3]) < 0.05 * len(digests)
    assert max(map(len, short.values())) == 4
    # Windows has no files named like these, and such a file may be taken for advertising.
    assert not re.search("[alno]", "".join(short.values()))
    assert short_names([*reversed(digests)]) == short
    new = digest(-1)
    edited = short_names([new, *digests[1:]])
    assert 0 < len([name for name in digests[1:] if edited[name] != short[name]]) < 20


def test_names_are_different_where_nearly_all_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sphinx_pagefind.file_format.LETTERS", 1)
    names = [f"en_{digest(number)[:10]}" for number in range(2_000)]
    assert len({*short_names(names).values()}) == len(names)


def test_the_table_of_30_000_pages_takes_105_kb(digests: list[str]) -> None:
    random = Random(1)
    lengths = [int(random.lognormvariate(6, 0.8)) for _ in digests]
    names = short_names(digests).values()
    table = [[name, rounded(n, len(digests))] for name, n in zip(names, lengths, strict=True)]
    _name, data = encode("en", cbor2.dumps(table), SMALLEST)
    assert len(data) < 105_000


@pytest.mark.parametrize(("pages", "most", "values"), [(100, 1 / 32, 96), (10_000, 1 / 8, 25)])
def test_lengths_are_rounded_where_there_are_many(pages: int, most: float, values: int) -> None:
    lengths = {length: rounded(length, pages) for length in range(64, 4_000)}
    assert max(abs(new / old - 1) for old, new in lengths.items()) <= most
    assert len({*lengths.values()}) == values
