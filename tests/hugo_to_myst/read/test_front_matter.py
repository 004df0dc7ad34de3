"""Front matter and body of a content file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_to_myst.read.data_files import decode
from hugo_to_myst.read.front_matter import split
from tests.hugo_to_myst.strategies import QUICK, text

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


@pytest.mark.parametrize(("source", "title", "line"), [
    ("---\ntitle: A\n---\nx", "A", 4),
    ("\ufeff\n\n---\ntitle: A\n---\nx", "A", 6),
    ("c---\ntitle: A\n---\nx", "A", 4),
    (" ---\r\ntitle: A\r\n---\r\nx", "A", 4),
    ("title: A\nb: c\n---\nx", "A", 4),
    ("+++\ntitle = 'A'\n[menu.main]\nx = 1\n+++\nx", "A", 6),
    ('{\n "title": "A"\n}\nx', "A", 3),
    ("---\ntitle: 7\n---\nx", 7, 4),
    ("---\ntitle: A\nbad: [\n---\nx", "A", 5),
    ("x\n\n---\ny", None, 1),
    ("---\n\nx\n", None, 1),
])  # fmt: skip
def test_front_matter(source: str, title: object, line: int) -> None:
    content = split(decode(source.encode()))
    assert content.values.get("title") == title
    assert content.body_line == line
    assert content.body.strip().endswith(("x", "y"))
    assert bool(content.error) == ("[\n" in source)


def test_dates_stay_as_they_were_written(make: Make) -> None:
    done = make({"content/a.md": "---\ntitle: A\ndate: 2020-01-02T03:04:05Z\nlayout: x\n---\nb"})
    assert done.front("a")["hugo"] == {"date": "2020-01-02T03:04:05Z", "layout": "x"}
    assert [(f.line, f.was) for f in done.of("front-matter")] == [
        (3, "date: 2020-01-02T03:04:05Z"), (4, "layout: x"),
    ]  # fmt: skip


@QUICK
@given(source=st.lists(text | st.sampled_from(["---\n", "+++\n", "{", "}", "a: b\n", "a = 1\n"]))
       .map("".join))  # fmt: skip
def test_front_matter_never_raises(source: str) -> None:
    content = split(source)
    assert content.body_line >= 1
    assert isinstance(content.values, dict)
