"""Tables of data and tables for layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body


CASES = {
    "table with row heads": (
        "<table><tr><td><th>b<tr><th>c<td>d</table>",
        ":::{list-table}\n:header-rows: 1\n:stub-columns: 1\n\n* -\n  - b\n* - c\n  - d\n:::",
    ),
    "table with spans": (
        "<table><tr><th>a<th>b<tr><td colspan=2>c</table>",
        "| a | b |\n| --- | --- |\n| c | |",
    ),
    "table with lists": (
        "<table><tr><th>a<th>b<tr><td><ul><li>c</ul><td>d</table>",
        ":::{list-table}\n:header-rows: 1\n\n* - a\n  - b\n* - - c\n  - d\n:::",
    ),
    "table for layout": (
        "<table><tr><td><h1>A</h1>a<td><h1>B</h1>b</table>",
        "## A\n\na\n\n## B\n\nb",
    ),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_tables(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected
