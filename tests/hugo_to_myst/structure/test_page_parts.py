"""The title and the heading levels of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body, Make


CASES = {
    "headings begin at the second": ("# A\n\n### B\n\n# C", "## A\n\n### B\n\n## C"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_heading_levels(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected


def test_a_page_without_title_is_called_by_its_heading(make: Make) -> None:
    done = make({
        "content/a.md": "---\nx: y\n---\n# The *first* one\n\n## More\n\ntext",
        "content/my-page.md": "---\nx: y\n---\ntext\n\n# Late",
    })  # fmt: skip
    assert done.front("a")["title"] == "The first one"
    assert done.body("a") == "## More\n\ntext"
    assert done.front("my-page")["title"] == "My page"
    assert not done.of("words")
