"""What readers type, and what the search of this site shows first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_pagefind.query_test import Row, answers, read_table, report
from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TABLE = ROOT / "tests/project/queries.txt"


def test_queries_find_the_right_page(docs: Path) -> None:
    lines, _is_right = report(docs, TABLE)
    wrong = lines[:-1]
    assert len(wrong) <= 0.05 * len(read_table(TABLE)), lines


def test_no_page_is_found_twice(docs: Path) -> None:
    queries = (
        "software developer nurse",
        "nurse or paramedic",
        "nurse pay start",
        "nurse back pain",
    )
    for answer in answers(docs, [Row(0, query, ("",)) for query in queries]):
        assert len(answer.pages) == len({*answer.pages}) > 3, answer.row.query
    (both,) = answers(docs, [Row(0, "nurse or paramedic", ("",))])
    assert both.pages[:2] == ("nurse/overview", "paramedic/overview")
