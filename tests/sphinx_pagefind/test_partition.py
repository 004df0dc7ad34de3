"""How the words of an index are divided into parts."""

from __future__ import annotations

from random import Random

import pytest

from sphinx_pagefind.languages import stemmer_of
from sphinx_pagefind.partition import (
    LAST,
    LETTERS,
    PART,
    divide,
    end_of,
    end_of_forms,
    most_of,
    starts_of,
)


def test_parts_are_divided_by_letters(small_parts: None) -> None:
    random = Random(1)
    names = {"".join(random.choices("abc", k=random.randint(1, 7))) for _ in range(400)}
    words = [(name, random.choice([1, 2, 5, 31, 70])) for name in sorted(names)]
    parts = list(divide(words))
    assert [low for low, _high in parts] == [0, *(high for _low, high in parts[:-1])]
    assert parts[-1][1] == len(words)
    for low, high in parts:
        size = sum(size for _word, size in words[low:high])
        assert size <= 60 or len({word[:LETTERS] for word, _size in words[low:high]}) == 1
        assert high - low == 1 or all(size <= 30 for _word, size in words[low:high])
    # A word that grows leaves all parts alone but some of those whose words begin like it.
    at = next(at for at, (word, size) in enumerate(words) if word > "bb" and size == 1)
    words[at] = (words[at][0], 40)
    new = set(divide(words)) ^ set(parts)
    assert all(words[low][0][0] == words[high - 1][0][0] == "b" for low, high in new)
    assert len(new) < 8


def test_a_word_that_fills_half_a_part_is_alone(small_parts: None) -> None:
    assert [*divide([("presence", 9), ("present", 31), ("preset", 9)])] == [(0, 1), (1, 2), (2, 3)]
    assert [*divide([("presence", 9), ("present", 30), ("preset", 9)])] == [(0, 3)]


@pytest.mark.parametrize(
    ("last", "following", "end"),
    [
        ("nurse", "nursery", "nurse"),
        ("nurse", "nut", "nur~"),
        ("us", "ut", "us~"),
        ("#", "+", "#"),
        ("hyphen", "nut", "h~"),
        ("naïve", "noël", f"na{LAST}"),
        ("noël", "nut", f"no{LAST}"),
        ("naïve", "naïx", "naïv~"),
    ],
)
def test_a_part_ends_before_all_that_begins_others(last: str, following: str, end: str) -> None:
    assert end_of(last, following) == end
    assert last <= end < following
    assert all(end < following[:length] for length in range(1, 9) if last < following[:length])


@pytest.mark.parametrize(
    ("word", "following", "end"),
    [
        ("nurs", "nurseri", "nurse"),
        ("nurs", "nurse0", "nurse"),
        ("experi", "experiment10", "experiment"),
        ("work", "workbench", "work"),
        ("in", "inabl", "in"),
        ("nurs", "nurse", "nurs"),
    ],
)
def test_the_forms_of_a_word_that_is_alone_are_in_its_part(
    word: str, following: str, end: str
) -> None:
    assert end_of_forms(word, following, stemmer_of("en-gb")) == end
    assert word <= end < following


def test_without_a_stemmer_a_word_has_no_forms() -> None:
    assert end_of_forms("nurs", "nurseri", stemmer_of("zh")) == "nurs"
    assert end_of_forms("nurs", "nurseri", stemmer_of("no such language")) == "nurs"


def test_a_part_begins_where_the_one_before_ends() -> None:
    ends = ["nur~", f"na{LAST}", "nurse"]
    assert [*starts_of(ends)] == ["nur~", f"na{LAST}", "nurse "]


def test_a_word_is_common_where_it_is_on_most_of_many_pages() -> None:
    assert most_of(PART) < PART
    assert most_of(3 * PART) > PART  # says something
    assert most_of(80) > 80  # a small site: costs nothing
