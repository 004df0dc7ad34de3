"""What the index has of one word."""

from __future__ import annotations

import pytest

from sphinx_pagefind.postings import POSITIONS, first, positions_kept

#: In a heading, in the text, in the text with less weight.
PLACES = [-145, 3, -25, 40, 8, -13, 90]


@pytest.mark.parametrize(
    ("number", "kept"),
    [
        (None, PLACES),
        (1, [-145, 3]),
        (2, [-145, 3, -25, 40]),
        (0, [-145, 3]),  # on most pages: in headings alone
    ],
)
def test_the_first_places_are_kept_those_in_headings_before_the_text(
    number: int | None, kept: list[int]
) -> None:
    assert first(PLACES, number) == kept
    assert first([], number) == []


@pytest.mark.parametrize(
    ("places", "kept"),
    [([-145, 3, 9], [-145, 3, 9]), ([-25, 40, 8], []), ([40, 8], []), ([-145], [-145])],
)
def test_of_a_word_on_most_pages_those_in_headings_are_kept(
    places: list[int], kept: list[int]
) -> None:
    assert first(places, 0) == kept


def test_a_word_on_most_pages_of_a_large_site_has_no_places_in_texts() -> None:
    assert positions_kept(5_001, POSITIONS + 1, 10_000) == 0
    assert positions_kept(5_000, POSITIONS + 1, 10_000) == 1
    assert positions_kept(2_000, POSITIONS + 1, 10_000) == 3
    assert positions_kept(5_001, POSITIONS, 10_000) is None
