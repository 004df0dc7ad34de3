"""What readers type, and what the search of this site shows first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_pagefind.query_test import Row, answers, read_table, report
from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

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


KINDS = {
    # A phrase that only suggests a topic gives way to a word that names one.
    "nurse license requirements": "nurse/learning",
    "how to become a nurse": "nurse/start",
    "becoming a nurse salary": "nurse/pay",
    "are coding bootcamps worth it": "software-developer/learning",
    "is teaching worth it": "teacher/challenges",
    "without having any experience as a chef": "chef/start",
    # A condition of a person leads to the chapter that has it, another one to how to start.
    "can i be a welder with asthma": "welder/challenges",
    "too old at 40 to become an electrician": "electrician/start",
    "can i become a nurse": "nurse/start",
    # From one career to another.
    "paramedic to nurse": "nurse/start",
    "from accountant to software developer": "software-developer/start",
    # A word of another career's name; a career that has no guide.
    "nurse manager": "nurse/pay",
    "truck driver pay": "occupations",
    "how much do plumbers make": "occupations",
    "accountant": "occupations",
    # What people call it; a word that is in no page of the career that has the other one.
    "attorney salary": "occupations",
    "how to become a cop": "occupations",
    "x ray tech": "occupations",
    "security guard": "occupations",
    # Only if nothing else is said.
    "police interpreter": "interpreter/overview",
    "nurse or doctor": "nurse/overview",
    # Every misspelled word of a query is corrected.
    "nurs sallary": "nurse/pay",
    "cheff salery": "chef/pay",
    # Words that follow each other say more than words that are apart.
    "crop insurance": "farmer/pay",
    "story time": "librarian/day-in-the-life",
    "anything on bees": "librarian/index",
    # A word that is in no name, but in a description.
    "diplomatic imunity": "liaison/rights",
    # The page with most of the words, and any page of a career, not only the first ones.
    "organize a union": "liaison/rights",
    "machine translation": "interpreter/pay",
    "er nurse": "nurse/overview",  # no beginning of "errors"
    "hurt back paramedic": "paramedic/challenges",
    # No career in particular.
    "jobs without a degree": "compare",
    "average salary in the us": "compare",
    "what career is right for me": "find",
    "healthcare jobs": "nurse/overview",
    # A tag and a topic.
    "food hygiene certificate": "chef/learning",
    # No banquet chef.
    "banned books": "librarian/challenges",
    "outdoor jobs": "farmer/overview",
}


def test_kinds_of_questions(docs: Path) -> None:
    found = answers(docs, [Row(0, query, (page,)) for query, page in KINDS.items()])
    assert {one.row.query: one.pages[0] for one in found} == KINDS


def test_a_misspelled_word_of_a_question_is_offered(docs: Path) -> None:
    (answer,) = answers(docs, [Row(0, "nurse sallary", ("",))])
    assert "salary" in answer.suggestions


def test_a_suggested_topic_is_said(docs: Path) -> None:
    (answer,) = answers(docs, [Row(0, "becoming a welder", ("",))])
    assert answer.words == ("welder", "start")
