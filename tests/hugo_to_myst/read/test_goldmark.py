"""Markdown as Goldmark reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hugo_to_myst.read import goldmark

if TYPE_CHECKING:
    from hugo_to_myst.read.config import Config
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


@pytest.fixture(scope="module")
def md(empty: Config) -> MarkdownIt:
    return goldmark.parser(empty)


_PIECES = st.sampled_from([
    *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\tab1", "    ", "~~~", "```", "](", "https://a.b", "- ",
    "[^a]", "&amp;", "<b>", "w@x.yz", "www.a.b", "[a-b](c)",
    "![a](b)", "\n\n\t1", "\n\n    1", "`1`",
])  # fmt: skip


@settings(deadline=None)  # the machine may be busy
@given(st.lists(_PIECES).map("".join))
def test_the_parser_stops_where_a_rule_begins(md: MarkdownIt, text: str) -> None:
    """It reads what a parser reads that stops at every sign."""
    tokens = [token.as_dict() for token in md.parse(text)]
    few = md.inline.terminator_re
    md.inline.terminator_re = MarkdownIt().inline.terminator_re
    try:
        assert tokens == [token.as_dict() for token in md.parse(text)]
    finally:
        md.inline.terminator_re = few


@settings(deadline=None)  # the machine may be busy
@given(st.lists(_PIECES).map("".join))
def test_no_code_is_overlooked(md: MarkdownIt, text: str) -> None:
    tokens = [part for token in md.parse(text) for part in (token, *(token.children or ()))]
    content = [
        t.content + t.info for t in tokens if t.type in ("fence", "code_block", "code_inline")
    ]
    ones = {int(number) for part in content for number in re.findall(r"1", part)}
    assert goldmark.numbers_in_code(md, text, re.compile(r"1")) == ones
