"""HTML as browsers read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body


CASES = {
    "paragraphs around blank lines": ("<p>\nOne\n\nTwo\n<br>\n</p>", "One\n\nTwo"),
    "whole document": (
        "<html><head><style>p{}</style></head><body><a href='https://x.example'>Go</a></body></html>",
        "[Go](https://x.example)",
    ),
    "unclosed": ("<div><p>one<p>two<li>three", "one\n\ntwo\n\nthree"),
    "text after a void tag": ("<hr>after<br>\nend", "after\\\nend"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_html_is_read_as_by_a_browser(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected
