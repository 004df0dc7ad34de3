"""Markdown as Goldmark reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Body, Make


CASES = {
    "hard wraps": ("one\ntwo", "one\\\ntwo"),
    "tasks": ("- [x] done\n- [ ] open", "- [x] done\n- [ ] open"),
    "definitions": ("Term\n: Meaning\n: Other", "Term\n: Meaning\n: Other"),
    "footnote": ("a[^1]\n\n[^1]: b", "a[^1]\n\n[^1]: b"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_markdown_of_hugo(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected


def test_formulas_and_emoji(make: Make) -> None:
    config = (
        "enableEmoji = true\n[markup.goldmark.extensions.passthrough]\nenable = true\n"
        "delimiters = {block = [['$$', '$$']], inline = [['\\(', '\\)']]}\n"
    )
    page = "in \\(a_b*c*\\) line :tada:\n\n$$\nx_1 *y*\n$$\n\n`\\(a\\)`"
    done = make({"hugo.toml": config, "content/a.md": page})
    assert done.body("a") == (
        "in {math}`a_b*c*` line \N{PARTY POPPER}\n\n```{math}\nx_1 *y*\n```\n\n`\\(a\\)`"
    )
    assert not done.of("words")
