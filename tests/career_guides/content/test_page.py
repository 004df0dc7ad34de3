"""A page's front matter and first heading."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from career_guides.content.page import read_page
from career_guides.content.schema import Guide
from tests.sites.catalogues import page_problems


@pytest.mark.parametrize(
    ("block", "line", "message"),
    [
        ("title: a: b", 2, "a text with ': ' in it needs quotes; write title: \"a: b\""),
        ("title: x\nnext: [a", 3, "the list that opens here is never closed; end it with ']'"),
        ("title: x\n\tsubtitle: y", 3, "this line is indented with a tab; use two spaces"),
        ("a: 1\n- b: {{}}}: 1", 3, "this block could not be read: column"),
        ("title: \x01", 2, "this block could not be read: control characters are not allowed"),
        ("- a", 2, "front matter must be lines of the form 'key: value'"),
        ("? [a]\n: b", 2, "a key must be plain text"),
        (
            "a: &a [*a]",
            2,
            "this block could not be read: more than 5000 values, or nested deeper than 20",
        ),
        (
            "a: " + "[" * 100_000,
            2,
            "this block could not be read: more than 5000 values, or nested deeper than 20",
        ),
    ],
)
def test_unreadable_yaml_is_reported_at_its_line(block: str, line: int, message: str) -> None:
    found = page_problems(f"---\n{block}\n---\n")
    assert [(found[0][0], found[0][1])] == [(line, "syntax")]
    assert message in found[0][2]


def test_alias_bomb() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for one, before in zip("bcdefghij", "abcdefghi", strict=True):
        lines.append(f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]")
    found = page_problems("---\n" + "\n".join(lines) + "\n---\n")
    assert found == [
        (
            2,
            "syntax",
            "this block could not be read: more than 5000 values, or nested deeper than 20",
        )
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("---\ntitle: x\nno end", 1, "the front matter opens with '---' here but no line"),
        ("+++\ntitle = 'x'\n+++\n", 1, "TOML front matter ('+++') is not read"),
        ("\n\n---\ntitle: x\n---\n", 1, "front matter must begin on the first line of the file"),
        (" ---\ntitle: x\n---\n", 1, "the line '---' must begin in the first column"),
    ],
)
def test_front_matter_that_would_be_ignored_is_reported(text: str, line: int, message: str) -> None:
    ((at, subtype, said),) = page_problems(text)
    assert (at, subtype) == (line, "syntax")
    assert said.startswith(message)


@pytest.mark.parametrize("text", ["", "text", "# Heading\n", "---\n\ntext after a break\n"])
def test_plain_pages_are_not_guides(text: str) -> None:
    page = read_page(text, "plain")
    assert not page.is_guide
    assert page.problems == ()


@pytest.mark.parametrize(
    ("body", "heading"),
    [
        ("# A heading", "A heading"),
        ("\n\n# A heading ##\n", "A heading"),
        ("(label)=\n% comment\n# A heading\ntext", "A heading"),
        ("A heading\n=====\n", "A heading"),
        ("## Second level", ""),
        ("text\n# later", ""),
        ("#no heading", ""),
        ("", ""),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_first_heading(body: str, heading: str, newline: str) -> None:
    text = f"---\ntitle: x\n---\n{body}".replace("\n", newline)
    assert read_page(text, "a/b").heading == heading


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    page = read_page(f"---\n{text}\n---\n", "a/b")
    Guide.read({"title": "x", **page.values})
    read_page(text, "a/b")
