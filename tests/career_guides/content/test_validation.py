"""What is reported of the values of front matter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from career_guides.content.page import read_page
from career_guides.content.schema import KEYS, Guide
from tests.sites import Site
from tests.sites.catalogues import page_problems

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
    "title: x\ntags: y": (3, "type", "'tags': expected a list, got text 'y'; write [y]"),
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
    assert page_problems(f"---\n{block}\n---\n") == [MISTAKES[block]]


def test_good_keys_are_kept_beside_bad_ones() -> None:
    page = read_page(
        "---\ntitle: x\nsidebar: 3\nfigure: {image: a.svg, width: wide, alt: y}\n"
        "next: [a, 1, b, 2]\nlast_reviewed: 2026-01-31\ndescription:\n---\n",
        "a/b",
    )
    guide = Guide.read(page.values)
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
def test_any_value_is_validated_without_an_exception(values: dict[str, object]) -> None:
    import yaml  # noqa: PLC0415

    page = read_page(f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\nbody", "a/index")
    Guide.read({"title": "x", **page.values})


def test_items_after_a_bad_one_are_reported_at_their_lines(site: Site) -> None:
    site.write({"a/b.md": "---\ntitle: B\nnext:\n  - 404\n  - nope\n  - [x]\n  - neither\n---\n"})
    lines = [line.partition(" ")[0] for line in site.build().splitlines()]
    assert lines == [f"docs/a/b.md:{n}:" for n in (4, 5, 6, 7)]
