"""The content of a line, normalised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_to_myst.structure import inline

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


@given(st.text(st.sampled_from(" \t\n\r\f\xa0a")))
def test_blanks_collapse(text: str) -> None:
    assert inline._SPACE.sub(" ", text) == re.sub(r"[ \t\n\r\f]+", " ", text)
