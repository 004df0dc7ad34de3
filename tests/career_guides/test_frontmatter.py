"""Front matter: values with their lines, and nothing that raises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from career_guides.content.frontmatter import parse
from career_guides.content.myst_source import for_myst
from career_guides.content.page import read_page
from career_guides.content.schema import KEYS, Guide


def problems(text: str, docname: str = "liaison/overview") -> list[tuple[int, str, str]]:
    return [(p.line, p.subtype, p.message) for p in read_page(text, docname).problems]


def test_values_and_lines() -> None:
    front = parse(
        "---\ntitle: x\n# a comment\nfigure:\n  image: a.svg\nnext:\n- one\n- to: b\n---\n"
    )
    assert front.values["figure"] == {"image": "a.svg"}
    assert front.lines["figure", "image"] == 5
    assert front.lines["next", 1] == 8
    assert front.lines["next", 1, "to"] == 8
    assert front.end == 9


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_line_ends_and_byte_order_mark(newline: str) -> None:
    front = parse("\ufeff---\ntitle: x\nweight: 3\n---\nbody".replace("\n", newline))
    assert front.values == {"title": "x", "weight": 3}
    assert front.lines["weight",] == 3


@pytest.mark.parametrize(
    ("block", "line", "message"),
    [
        ("title: a: b", 2, "invalid YAML in column 9: mapping values are not allowed"),
        ("title: x\nnext: [a", 4, "invalid YAML in column 1: while parsing a flow sequence"),
        ("title: x\n\tsubtitle: y", 3, "indent with spaces, not tabs"),
        ("title: \x01", 2, "invalid YAML: control characters are not allowed"),
        ("- a", 2, "front matter must be lines of the form 'key: value'"),
        ("? [a]\n: b", 2, "a key must be plain text"),
        ("a: &a [*a]", 2, "invalid YAML: more than 5000 values, or nested deeper than 20"),
        ("a: " + "[" * 100_000, 2, "invalid YAML: more than 5000 values, or nested deeper than 20"),
    ],
)
def test_unreadable_yaml_has_its_line(block: str, line: int, message: str) -> None:
    found = problems(f"---\n{block}\n---\n")
    assert [(found[0][0], found[0][1])] == [(line, "syntax")]
    assert message in found[0][2]


def test_alias_bomb() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for one, before in zip("bcdefghij", "abcdefghi", strict=True):
        lines.append(f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]")
    found = problems("---\n" + "\n".join(lines) + "\n---\n")
    assert found == [(2, "syntax", "invalid YAML: more than 5000 values, or nested deeper than 20")]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("---\ntitle: x\nno end", 1, "the front matter opens with '---' here but no line"),
        ("+++\ntitle = 'x'\n+++\n", 1, "TOML front matter ('+++') is not read"),
        ("\n\n---\ntitle: x\n---\n", 3, "front matter must start in the first column"),
        (" ---\ntitle: x\n---\n", 1, "front matter must start in the first column"),
    ],
)
def test_front_matter_that_nobody_would_read(text: str, line: int, message: str) -> None:
    ((at, subtype, said),) = problems(text)
    assert (at, subtype) == (line, "syntax")
    assert said.startswith(message)


@pytest.mark.parametrize("text", ["", "text", "# Heading\n", "---\n\ntext after a break\n"])
def test_plain_pages_are_no_guides(text: str) -> None:
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


MISTAKES = {
    "title: 404": (2, "type", "'title': expected text, got a whole number (404); put it in quotes"),
    "title: yes": (2, "type", "'title': expected text, got true; put it in quotes"),
    "title: 2026-11-22": (2, "type", "'title': expected text, got a date; put it in quotes"),
    "title: ''": (2, "missing", "required key 'title' is missing"),
    "subtitle: x": (1, "missing", "required key 'title' is missing"),
    'title: "a\\u0007b"': (2, "value", "'title': has a control character"),
    "title: x\nsidebar: 'false'": (
        3, "type", "'sidebar': expected true or false, got text 'false'"),
    "title: x\nsidebarlgo: y": (
        3, "unknown_key", "unknown front-matter key 'sidebarlgo'; did you mean 'sidebarlogo'?"),
    "title: x\ntitle: y": (
        3, "duplicate_key", "key 'title' is given twice (first in line 2); this one counts"),
    "title: x\nnext: 404": (
        3, "type",
        "'next': expected a guide, {to, label}, or a list of them, got a whole number (404)"),
    "title: x\nnext:\n  - a\n  - [b]": (
        5, "type", "'next': expected a guide, or {to, label}, got a list"),
    "title: x\nnext:\n  - {too: b, to: c}": (
        4, "unknown_key", "unknown key 'too' in 'next'; did you mean 'to'? (keys: to, label)"),
    "title: x\nfigure:\n  alt: y": (3, "missing", "'figure' lacks the required key 'image'"),
    "title: x\nfigure:\n  image: y\n  width: 0": (
        5, "value",
        "'figure.width': expected a number greater than or equal to 1, got a whole number (0)"),
    "title: x\ntags: y": (3, "type", "'tags': expected a list, got text 'y'"),
    "title: x\nlast_reviewed: 2026-02-30": (
        3, "value",
        "'last_reviewed': expected a date of the form 2026-11-22, got text '2026-02-30'"),
    "title: x\nreview_in: soon": (
        3, "value", "'review_in': expected a duration such as '1 year', got text 'soon'"),
    "title: x\nweight: heavy": (
        3, "type", "'weight': expected a whole number, got text 'heavy'"),
    "title: x\noccupation: 27-309": (
        3, "value", "'occupation': expected an SOC code of the form 27-3091, got text '27-309'"),
    "title: x\nsources:\n  - url: javascript:alert(1)": (
        4, "value",
        "'sources.url': expected an address that starts with https://,"
        " got text 'javascript:alert(1)'"),
    "title: x\ncascade: {sidebar: true}": (
        3, "value", "'cascade' counts in a folder's index.md only"),
    "title: x\nsubtitle: " + "y" * 10_000_000: (
        3, "value", "'subtitle': has 10,000,000 characters; at most 300 are allowed"),
}  # fmt: skip


@pytest.mark.parametrize("block", MISTAKES, ids=lambda block: block[:50])
def test_every_mistake_has_its_line_and_a_remedy(block: str) -> None:
    assert problems(f"---\n{block}\n---\n") == [MISTAKES[block]]


def test_one_bad_key_takes_no_good_one_with_it() -> None:
    page = read_page(
        "---\ntitle: x\nsidebar: 3\nfigure: {image: a.svg, width: wide, alt: y}\n"
        "next: [a, 1, b, 2]\nlast_reviewed: 2026-01-31\ndescription:\n---\n",
        "a/b",
    )
    guide = Guide.model_validate(page.values)
    assert guide.figure is not None
    assert (guide.figure.image, guide.figure.alt, guide.figure.width) == ("a.svg", "y", None)
    assert [link.to for link in guide.next] == ["a", "b"]
    assert guide.last_reviewed == date(2026, 1, 31)
    assert guide.sidebar is False
    assert guide.description is None


YAML = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*KEYS, "orphan", "x"]), YAML, max_size=6))
def test_no_value_raises(values: dict[str, object]) -> None:
    import yaml  # noqa: PLC0415

    page = read_page(f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\nbody", "a/index")
    Guide.model_validate({"title": "x", **page.values})


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_raises(text: str) -> None:
    page = read_page(f"---\n{text}\n---\n", "a/b")
    Guide.model_validate({"title": "x", **page.values})
    read_page(text, "a/b")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_myst_gets_as_many_lines_as_were_written(title: str) -> None:
    text = "---\ntitle: |\n  x\nabstract: y\norphan: false\ntocdepth: 0\n---\n\nbody\n"
    page = read_page(text, "a/b")
    given_to_myst = for_myst(text, page, title).split("\n")
    assert len(given_to_myst) == len(text.split("\n"))
    assert given_to_myst[-2] == "body"
    assert "orphan" not in given_to_myst[1]
    assert "tocdepth" in given_to_myst[1]
