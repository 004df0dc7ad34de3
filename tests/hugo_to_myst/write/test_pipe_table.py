"""Simple tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body


CASES = {
    "pipe table": (
        "| a | b |\n|:-:|---|\n| `c\\|d` | e |",
        "| a | b |\n| :---: | --- |\n| `c\\|d` | e |",
    ),
    "pipe in code": (
        "| a | b |\n|:-:|---|\n| `c|d` | e |",
        "| a | b |\n| :---: | --- |\n| \\`c | d\\` |",
    ),
    "table of rows": (
        "<table><tr><th>a<th>b<tr><td>c<td>d</table>",
        "| a | b |\n| --- | --- |\n| c | d |",
    ),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_pipe_tables(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected
