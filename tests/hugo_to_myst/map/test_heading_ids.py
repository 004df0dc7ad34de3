"""The ids of headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body, Make


CASES = {
    "heading id of its own": ("## A thing {#a-thing}", "## A thing"),
    "linked heading id": ("[x](#odd)\n\n## A {#odd}", "[x](#odd)\n\n(odd)=\n## A"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_ids(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected


def test_headings_below_the_third_level_can_be_linked(make: Make) -> None:
    done = make({"content/a.md": "# A\n\n## B\n\n### C\n\n#### Deep one\n\n[x](#deep-one)"})
    assert done.front("a")["myst"] == {"heading_anchors": 5}
    assert done.body("a").endswith("[x](#deep-one)")
