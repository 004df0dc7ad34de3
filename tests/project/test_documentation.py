"""Every page of ``docs/contribute/`` is a good guide, and describes what there is."""

from __future__ import annotations

import re

import pytest

from career_guides.content.page import read_page
from career_guides.document.directives import FigureCard
from career_guides.listings.a_to_z import AToZDirective
from career_guides.listings.grid import GuidesDirective
from career_guides.listings.next_card import NextDirective
from sphinx_pagefind.query_test import read_table
from tests.project.documentation import MANUAL, PAGES
from tests.sites import ROOT


def test_all_pages_are_there_and_short() -> None:
    assert set(MANUAL) <= PAGES.keys()
    for name in MANUAL:
        assert PAGES[name].count("\n") <= 300, name


@pytest.mark.parametrize("name", MANUAL)
def test_page_is_a_good_guide(name: str) -> None:
    page = read_page(PAGES[name], f"contribute/{name.removesuffix('.md')}")
    assert page.problems == ()
    assert 80 <= len(page.values["description"]) <= 155
    assert "weight" in page.values
    body = PAGES[name].split("\n---\n", 1)[1]
    outside = re.sub(r"^(`{3,}).*?^\1$", "", body, flags=re.DOTALL | re.MULTILINE)
    assert not re.search(r"^# ", outside, re.MULTILINE)


def test_every_directive_option_is_described() -> None:
    text = PAGES["directives.md"]
    entries = dict(re.findall(r"^`([a-z-]+)`\n: (.+(?:\n  .+)*)", text, re.MULTILINE))
    for name, directive in (
        ("figure-card", FigureCard), ("next", NextDirective), ("guides", GuidesDirective),
        ("a-z", AToZDirective),
    ):  # fmt: skip
        for option in directive.option_spec or ():
            assert f"`{option}`" in entries[name], (name, option)


def test_every_template_is_described() -> None:
    folders = [
        ROOT / "extensions" / package / "templates"
        for package in ("career_guides", "sphinx_pagefind")
    ]
    for folder in folders:
        assert f"`{folder.relative_to(ROOT)}/`" in PAGES["templates.md"]
    names = {
        path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.html")
    }
    table = re.findall(r"^\| `(.+?\.html)`", PAGES["templates.md"], re.MULTILINE)
    assert set(table) == names


def test_no_page_has_a_word_that_the_table_of_queries_takes_for_misspelled() -> None:
    rows = read_table(ROOT / "tests/project/queries.txt")
    words = {
        row.query
        for row in rows
        if " " not in row.query and (row.expected[0] == "nothing" or row.expected[0][0] == "?")
    }
    assert {"nurze", "zxqwv"} <= words
    for file in (ROOT / "docs").rglob("*.md"):
        found = {*re.findall(r"\w+", file.read_text("utf-8").casefold())} & words
        assert not found, file
