"""Addresses as Hugo forms them."""

from __future__ import annotations

import pytest

from hugo_to_myst.map.urls import hugo_path, permalink


@pytest.mark.parametrize(("name", "expected"), [
    ("A  b--c.md", "A-b--c.md"), ("C# & co", "C#-co"), ("tab\there", "tab-here"), ("x ", "x"),
])  # fmt: skip
def test_hugo_path(name: str, expected: str) -> None:
    assert hugo_path(name, lower=False) == expected


def test_permalink_tokens() -> None:
    values = {"title": "A b", "date": "2021-03-04"}
    made = permalink(
        "/:section/:year/:month/:day/:title/", sections=["x", "y"], stem="s", values=values
    )
    assert made == "/x/2021/03/04/a-b/"
