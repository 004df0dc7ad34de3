"""The content of a line as MyST."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hugo_to_myst.findings import PageLog
from hugo_to_myst.read.html_tree import Element, Node
from hugo_to_myst.structure.inline import Inliner
from hugo_to_myst.verify_text.html_words import words
from hugo_to_myst.verify_text.myst_guide import words_of_guide
from hugo_to_myst.write.escape import escape_starts
from hugo_to_myst.write.inline import write_line
from tests.hugo_to_myst.strategies import QUICK, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.hugo_to_myst.sites import Body


CASES = {
    "emphasis inside a word": ("a<b>“b”</b>c", "a{strong}`“b”`c"),
    "roles": ("H<sub>2</sub>O <kbd>q</kbd>", "H{sub}`2`O {kbd}`q`"),
    "spans": ("<u>u</u> <mark>m</mark>", "[u]{.underline} [m]{.mark}"),
    "bare address": ("see https://x.example/a_b.", "see <https://x.example/a_b>."),
    "image with size": (
        '<img src="https://x.example/a.png" alt="A" width="30">',
        '![A](https://x.example/a.png){width="30px"}',
    ),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_lines(source: str, expected: str, body: Body) -> None:
    assert body(source) == expected


def html_of(made: Iterable[Node]) -> str:
    """Write nodes as HTML, by themselves."""
    return "".join(
        escape(n) if isinstance(n, str) else f"<b>{html_of(n.children)}</b>" for n in made
    )


def nodes(depth: int = 2) -> st.SearchStrategy[list[Node]]:
    """Draw inline nodes."""
    leaf: st.SearchStrategy[Node] = text
    if depth:
        inner = nodes(depth - 1).map(tuple)
        leaf |= st.builds(Element, st.sampled_from(["b", "i", "s"]), st.just({}), inner)
        leaf |= st.builds(Element, st.just("a"), st.just({"href": "/x"}), inner)
        leaf |= st.builds(Element, st.just("code"), st.just({}), text.map(lambda t: (t,)))
    return st.lists(leaf, max_size=4)


@settings(QUICK, max_examples=200)
@given(source=nodes())
@example(source=["0", Element("s", {}, ("0~:",))])
@example(source=[Element("a", {"href": "/x"}, ("0",)), Element("b", {}, ("{%0}", "*")), "0"])
@example(source=[Element("b", {}, (":",)), "0", "}"])
@example(source=["`", Element("b", {}, (":",)), "0"])
def test_a_written_line_is_read_back_as_it_was(source: list[Node]) -> None:
    made = Inliner(PageLog("", lambda _: None)).inline(source)
    written = escape_starts(write_line(made))
    shown = words_of_guide(f"---\ntitle: T\n---\n{written}\n")
    expected = words(html_of(made))
    assert shown == expected, written
    assert len(MarkdownIt("commonmark").parse(written)) <= 3, written
