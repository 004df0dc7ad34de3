"""Labels as docutils has them."""

from __future__ import annotations

import pytest

from hugo_to_myst.map.sphinx_names import label


@pytest.mark.parametrize(("name", "expected"), [
    ("A thing", "a-thing"), ("a_b.c", "a-b-c"), ("--x--", "x"), ("é", ""),
])  # fmt: skip
def test_label(name: str, expected: str) -> None:
    assert label(name) == expected
