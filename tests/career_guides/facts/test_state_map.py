"""The tile map of the states."""

from __future__ import annotations

from bs4 import BeautifulSoup

from career_guides.facts.release import Facts
from career_guides.facts.state_map import TILES, classes, state_map


def test_every_state_of_the_survey_has_a_square_of_its_own(ours: Facts) -> None:
    names = {state.name for row in ours.detailed[:300] for state in row.states}
    assert names == TILES.keys()
    assert len({(column, row) for _letters, column, row in TILES.values()}) == len(TILES) == 54
    assert len({letters for letters, _column, _row in TILES.values()}) == 54


def test_classes_are_fifths() -> None:
    pay = {f"State {number}": 1000.0 * number for number in range(10)}
    numbers, found = classes(pay)
    assert [numbers[name] for name in pay] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert found[0] == (1, 0, 1000)
    assert found[4] == (5, 8000, 9000)
    # Equal pay is in one class.
    assert {*classes(dict.fromkeys("abcdef", 5.0))[0].values()} == {1}
    assert classes({"a": 1.0}) == ({"a": 1}, [(1, 1, 1)])
    assert classes({}) == ({}, [])


def test_squares_say_their_class_without_colour() -> None:
    svg = BeautifulSoup(state_map({"Ohio": 5}, "Pay & <b>"), "html.parser").svg
    assert (svg["role"], svg["aria-label"]) == ("img", "Pay & <b>")
    texts = [text.get_text() for text in svg.select("text")]
    pairs = dict(zip(texts[::2], texts[1::2], strict=True))
    assert (pairs["OH"], pairs["UT"], len(pairs)) == ("5", "\N{EN DASH}", 54)
