"""Addresses of industries and tags."""

from __future__ import annotations

import pytest

from career_guides.catalogue.taxonomy import slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Food & farming", "food-farming"), ("  C++ ", "c"), ("健康", "健康"), ("!?", "other")],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected
