"""The words of HTML as a browser shows them."""

from __future__ import annotations

import pytest

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
