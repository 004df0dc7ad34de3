"""Values of front matter."""

from __future__ import annotations

import datetime as dt

import pytest

from hugo_to_myst.map.values import as_list, clip, one_line, parse_date, plain


@pytest.mark.parametrize(("value", "expected"), [
    (None, []), ("", []), (0, [0]), ("a", ["a"]), (["a", "b"], ["a", "b"]),
])  # fmt: skip
def test_as_list(value: object, expected: list[object]) -> None:
    assert as_list(value) == expected


def test_texts_are_cut_at_a_word() -> None:
    assert clip("one two three", 9) == "one two…"
    assert clip("one\n two", 9) == "one two"


def test_one_line() -> None:
    assert one_line(" a\n b\x07 ") == "a b"
    assert one_line(7) == "7"
    assert one_line(["a"]) == ""


def test_plain_values_have_no_tags() -> None:
    value = {1: (dt.date(2020, 1, 2), {"x"}), "y": b"z"}
    assert plain(value) == {"1": ["2020-01-02", ["x"]], "y": "b'z'"}


@pytest.mark.parametrize(("value", "expected"), [
    ("2020-01-02T03:04:05Z", dt.date(2020, 1, 2)), (dt.date(2020, 1, 2), dt.date(2020, 1, 2)),
    ("2020-13-02", None), ("soon", None), (None, None),
])  # fmt: skip
def test_dates(value: object, expected: dt.date | None) -> None:
    assert parse_date(value) == expected
