"""Tabs in their sets."""

from __future__ import annotations

import pytest

from hugo_to_myst.read.html_tree import Element
from hugo_to_myst.structure.tab_sets import group_tabs


def tab(label: str) -> Element:
    return Element("x-directive", {"name": "tab-item", "arg": label})


def shape(blocks: list[Element]) -> list[object]:
    """Return the labels of tabs, in a list for each set."""
    return [
        shape([c for c in b.children if isinstance(c, Element)])
        if b.get("name") == "tab-set"
        else b.get("arg") or b.tag
        for b in blocks
    ]


@pytest.mark.parametrize(("blocks", "expected"), [
    ([tab("a"), tab("b"), Element("p"), tab("c")], [["a", "b"], "p", ["c"]]),
    ([Element("x-directive", {"name": "tab-set"}, (Element("p"),))], ["p"]),
    ([Element("p")], ["p"]),
])  # fmt: skip
def test_group_tabs(blocks: list[Element], expected: list[object]) -> None:
    assert shape(group_tabs(blocks)) == expected
