"""The content of a line, normalised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body


CASES = {
    "two breaks are paragraphs": ("one<br><br>two", "one\n\ntwo"),
    "emphasis": ("<b> bold </b>and <i>it</i>", "**bold** and *it*"),
    "neighbours join": ("<b>a</b><b>b</b>", "**ab**"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_inline_nodes(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected
