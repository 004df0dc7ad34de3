"""HTML elements as blocks of MyST."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body


CASES = {
    "lists": ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"),
    "list start": ("3. a\n4. b", "3. a\n4. b"),
    "quote": ("> a\n>\n> b", "> a\n>\n> b"),
    "alert": ("> [!WARNING]\n> Hot", ":::{warning}\nHot\n:::"),
    "alert with title": ("> [!TIP] Do *so*\n> Body", ":::{tip}\nDo *so*\\\nBody\n:::"),
    "alert with plain title": (
        "> [!TIP] Do so\n> Body",
        ":::{admonition} Do so\n:class: tip\n\nBody\n:::",
    ),
    "details": ("<details><summary>More</summary>text</details>", ":::{dropdown} More\ntext\n:::"),
    "linked heading": ("<a href='https://x.example'><h2>H</h2></a>", "## [H](https://x.example)"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_blocks_of_html(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected
