"""HTML in raw blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body, Make


CASES = {
    "frame": (
        '<iframe src="https://v.example" style="width: 100%;height: 63px" onload="x()"></iframe>',
        '```{raw} html\n<iframe src="https://v.example" width="100%" height="63"></iframe>\n```',
    ),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_raw_blocks(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected


def test_attributes_of_frames(make: Make) -> None:
    source = (
        '<iframe src="https://x.example" sandbox="allow-forms" style="a" title="F"></iframe>\n\n'
        '<iframe srcdoc="Words"></iframe>\n\n<iframe src="data:text/plain,Hi"></iframe>\n'
    )
    done = make({"content/page.md": source})
    assert 'sandbox="allow-forms"' in done.body("page")
    assert [f.was for f in done.of("raw-dropped")] == [
        '<iframe srcdoc="Words">', '<iframe src="data:text/plain,Hi">',
    ]  # fmt: skip
