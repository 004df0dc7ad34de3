"""Text that Markdown must take as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hugo_to_myst.write.escape import escape

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body


CASES = {
    "text that looks like markup": (
        "<p>1. a * b_c *d* [e](f)</p>",
        "1\\. a * b_c \\*d\\* \\[e\\](f)",
    ),
    "non-breaking blank": ("a&nbsp;b", "a&nbsp;b"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_text_stays_text(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected


def test_what_nobody_sees_goes() -> None:
    assert escape("a\x01b\x85c\u2028d\ne") == "ab c d\ne"
