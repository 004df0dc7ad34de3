"""The grammar of shortcodes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_to_myst.read.shortcodes import arguments, replace_shortcodes
from tests.hugo_to_myst.strategies import QUICK, shortcode, text


@pytest.mark.parametrize(("source", "positional", "named"), [
    ('a "b c" `d "e"`', ("a", "b c", 'd "e"'), {}),
    ('src=/a.png title = "x \\"y\\"" n=3', (), {"src": "/a.png", "title": 'x "y"', "n": "3"}),
    ("", (), {}),
])  # fmt: skip
def test_arguments(source: str, positional: tuple[str, ...], named: dict[str, str]) -> None:
    assert arguments(source) == (positional, named)


def test_pairs_and_single_calls() -> None:
    source = 'a {{< x "}}" >}} b\n{{% y %}}in {{< y >}}deep{{< /y >}}\n{{% /y %}} {{< z />}}'
    marked = replace_shortcodes(source, 10, lambda _t, _p: set())
    assert [(c.name, c.inner, c.line) for c in marked.calls] == [
        ("x", None, 10), ("y", "in {{< y >}}deep{{< /y >}}\n", 11), ("z", None, 12),
    ]  # fmt: skip
    assert list(marked.lines) == [10, 11]


@pytest.mark.parametrize("tag", ['{{< a "', "{{% a ", "{{< a `", '{{< a \\"'])
def test_shortcodes_that_never_end_take_no_time(tag: str) -> None:
    start = time.monotonic()
    replace_shortcodes(tag * 20_000, 1, lambda *_: set())
    assert time.monotonic() - start < 4


@QUICK
@given(source=st.lists(shortcode | text, max_size=8).map("".join))
def test_placeholders_keep_every_line_in_place(source: str) -> None:
    marked = replace_shortcodes(source, 5, lambda _text, _pattern: set())
    assert len(marked.lines) == marked.text.count("\n") + 1
    assert list(marked.lines) == sorted(marked.lines)
    rest = marked.pattern.sub(lambda m: marked.calls[int(m[1])].source, marked.text)
    if "/*" not in source:
        assert rest == source
