"""Blocks as MyST."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hugo_to_myst.sites import BOXES

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body, Make


CASES = {
    "loose list": ("- a\n\n  b\n- c", "- a\n\n  b\n\n- c"),
    "two lists": ("- a\n\n<!---->\n\n- b", "- a\n\n* b"),
    "rules beside nothing": ("***\n\na\n\n***\n\n***\n\nb\n\n***", "a\n\n---\n\nb"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_blocks_of_a_page(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected


def test_empty_boxes(make: Make) -> None:
    done = make({"content/page.md": BOXES})
    assert done.body("page") == (
        ":::{warning}\nOnly a title\n:::\n\n:::{dropdown} Nothing\n:::\n\nEnd."
    )
    assert [f.was for f in done.of("empty")] == [
        "note", "note", "note", "tip", "tab-item Empty", "tab-set",
    ]  # fmt: skip
