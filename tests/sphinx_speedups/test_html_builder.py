"""Text becomes HTML as docutils has it."""

from __future__ import annotations

from docutils.writers._html_base import HTMLTranslator
from hypothesis import given
from hypothesis import strategies as st

from sphinx_speedups.html_builder import encode


@given(st.text(alphabet='a&<>"@\u00e9 '))
def test_texts_become_html_as_before(text: str) -> None:
    fast = encode(None, HTMLTranslator.encode)
    translator = HTMLTranslator.__new__(HTMLTranslator)
    assert fast(translator, text) == HTMLTranslator.encode(translator, text)
