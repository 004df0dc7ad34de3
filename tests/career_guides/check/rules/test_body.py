"""The body of a page, read without Sphinx."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from career_guides.check.rules.body import read_body


@given(st.text(st.sampled_from("`{}:-#[]()!<>|\n $%\\aé\t\x00\x0c=~")))
def test_any_text_is_read_without_an_error(text: str) -> None:
    body = read_body(text, 0, ("colon_fence", "deflist", "attrs_inline", "no_such"))
    last = text.count("\n") + text.count("\x0c") + 1
    assert all(line.line <= last for line in body.prose)
