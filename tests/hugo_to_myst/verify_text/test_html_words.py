"""The words of HTML as a browser shows them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hugo_to_myst.verify_text import html_words
from hugo_to_myst.verify_text.html_words import words


@pytest.mark.parametrize(("html", "expected"), [
    ("a<b>b</b>c", ["abc"]), ("a<br>b", ["a", "b"]), ("<p>A<p>B-c", ["a", "b", "c"]),
    ("<script>x</script>y<style>z</style>", ["y"]), ("<details>x</details>", ["details", "x"]),
    ("<div>" * 300 + "x<p>y", ["x", "y"]),
])  # fmt: skip
def test_words(html: str, expected: list[str]) -> None:
    assert words(html) == expected


def test_texts_can_be_changed_and_code_is_known() -> None:
    def change(text: str, *, code: bool) -> str:
        return f"{text}{'code' if code else 'text'}"

    assert words("<p>a<code>b</code>", change) == ["atextbcode"]


@given(st.text(st.characters(max_codepoint=127)))
@example("".join(map(chr, range(128))))
@example("a\x01b\x0bc_d\x0ce\x7ff\x1cg")
def test_ascii_has_the_words_that_all_text_has(text: str) -> None:
    """The same text with a word that is not ASCII takes the other way."""
    assert [*html_words._words([text]), "\N{GREEK SMALL LETTER PI}"] == html_words._words(
        [text, " \N{GREEK SMALL LETTER PI}"]
    )
