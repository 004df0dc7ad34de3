"""Code blocks: languages and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hugo_to_myst.sites import CODE

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body, Make


CASES = {
    "fence": ("```python\nx = 1\n```", "```python\nx = 1\n```"),
    "fence with attributes": (
        '```python {linenos=table,hl_lines=[2,"4-5"],linenostart=7}\nx = 1\n```',
        "```{code-block} python\n:linenos:\n:lineno-start: 7\n\nx = 1\n```",
    ),
    "unknown language": ("```goat\na\n```", "```text\na\n```"),
    "language that does not fit": ("```json\n{a}\n```", "```text\n{a}\n```"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_fences(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected


def test_settings_of_fences(make: Make) -> None:
    source = f'```c++ title="a.cpp"\nint x;\n```\n\n```py{{1,3}}\nx = 1\n```\n\n{CODE}'
    done = make({"content/page.md": source})
    assert [f.became for f in done.of("code")] == [
        'dropped: title="a.cpp"', "dropped: 1,3", "1-2: the code has 2 lines",
    ]  # fmt: skip
    assert ":emphasize-lines: 1-2\n" in done.body("page")
