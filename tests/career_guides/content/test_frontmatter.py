"""Front matter: values with their lines, and YAML that cannot be read."""

from __future__ import annotations

import pytest

from career_guides.content.frontmatter import parse


def test_values_and_lines() -> None:
    front = parse(
        "---\ntitle: x\n# a comment\nfigure:\n  image: a.svg\nnext:\n- one\n- to: b\n---\n"
    )
    assert front.values["figure"] == {"image": "a.svg"}
    assert front.lines["figure", "image"] == 5
    assert front.lines["next", 1] == 8
    assert front.lines["next", 1, "to"] == 8
    assert front.end == 9


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_endings_and_byte_order_mark(newline: str) -> None:
    front = parse("\ufeff---\ntitle: x\nweight: 3\n---\nbody".replace("\n", newline))
    assert front.values == {"title": "x", "weight": 3}
    assert front.lines["weight",] == 3
