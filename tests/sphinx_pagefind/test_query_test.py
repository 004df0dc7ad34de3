"""Tables of queries, run with the code that readers run; and so how queries are understood."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sphinx_pagefind.query_test import QueryTestError, answers, read_table, report

if TYPE_CHECKING:
    from pathlib import Path

    from .project import Project

PAGES = {
    "index.rst": "Welcome\n=======\n\n.. toctree::\n   :glob:\n\n   *\n   inside/*\n",
    "plane.rst": "Plane\n=====\n\nIt smooths wood, written in C++ or C#, by R&D, for $97,550.\n",
    "chisel.rst": "Chisel\n======\n\nIt carves wood. A colour, the letter C, R and D, net: .NET.\n",
    "nets.rst": "Nets\n====\n\nThey catch fish. Net weight.\n",
    "inside/carving.rst": "Carving\n=======\n\nHow wood is carved, with a lathe."
    " No chizle is a burin.\n",
}
CONF = """
pagefind_exclude = {"inside": "For makers"}
pagefind_synonyms = {
    "timber": "wood", "weight": "mass",
    "smooth out": "plane", "what do * catch": "* fish", "swap * for *": "* lathe"
}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    from .project import CONF as PLAIN  # noqa: PLC0415
    from .project import Project  # noqa: PLC0415

    project = Project(tmp_path_factory.mktemp("project"), PLAIN + CONF)
    project.write(PAGES)
    assert project.build() == ""
    return project


def table(project: Project, *lines: str) -> Path:
    file = project.path / "queries.txt"
    file.write_text("\n".join(lines), "utf-8")
    return file


def test_queries_are_understood(built: Project) -> None:
    lines, is_right = report(
        built.out,
        table(
            built,
            "# what readers type",
            "",
            "planes -> plane",
            "C++ -> plane",
            "c# -> plane",
            "R&D -> plane",
            ".NET -> chisel",
            "nets -> nets",
            "$97,550 -> plane",
            "97550 -> plane",
            "how do I smooth out timber? -> plane",
            "so what do nets catch at sea -> nets",
            "the COLOR of a chisel -> chisel",  # spelled "colour" there
            "swap nets for fish now -> nets",
            "what is the fish -> nets",
            "chizel -> ?chisel",
            "weldingq -> nothing",
            "fish weldingq -> nets",
            "what -> nothing",
            "lathe -> inside/carving",  # found only if nothing else is
            "wood -> plane | chisel",
        ),
    )
    assert lines == ["19 of 19 queries find the right page (100 %)"]
    assert is_right


def test_what_was_searched_for_is_said(built: Project) -> None:
    queries = ("the TIMBER qqqqq -> nothing", "timber fish -> nets", "carved wood -> chisel")
    first, second, third = answers(built.out, read_table(table(built, *queries)))
    assert (first.words, first.pages) == (("wood",), ("plane", "chisel"))
    # No page has both; the rarer word says more.
    assert (second.words, second.pages) == (("fish",), ("nets",))
    assert third.pages == ("chisel",)  # not inside/carving, which is left out


def test_every_misspelled_word_beside_others_is_corrected(built: Project) -> None:
    (answer,) = answers(built.out, read_table(table(built, "chizel tinber -> chisel")))
    assert (answer.words, answer.pages) == (("chisel", "wood"), ("chisel",))
    assert {"chisel", "timber"} <= {*answer.suggestions}


def test_a_word_on_pages_that_are_left_out_is_unknown(built: Project) -> None:
    queries = ("chizle -> ?chisel", "chizle wood -> chisel", "burin -> inside/carving")
    alone, beside, other = answers(built.out, read_table(table(built, *queries)))
    assert (alone.pages, alone.suggestions) == ((), ("chisel", "chisel"))
    assert (beside.words, beside.pages) == (("chisel", "wood"), ("chisel",))
    assert other.pages == ("inside/carving",)  # nothing is spelled like it


def test_a_synonym_that_no_page_has_does_not_hide_the_word(built: Project) -> None:
    (answer,) = answers(built.out, read_table(table(built, "weight -> nets")))
    assert (answer.words, answer.pages) == (("weight",), ("nets",))


def test_common_words_are_left_out_beside_others(built: Project) -> None:
    file = built.out / "_pagefind/terms.json"
    before = file.read_text("utf-8")
    terms = json.loads(before)
    assert terms["common"] == {}  # of a small site
    file.write_text(json.dumps(terms | {"common": {"en": ["smooth", "wood", "carv"]}}), "utf-8")
    queries = ("smooth fish -> nets", "smooths carving wood -> plane")
    try:
        one, other = answers(built.out, read_table(table(built, *queries)))
    finally:
        file.write_text(before, "utf-8")
    assert (one.words, one.pages) == (("fish",), ("nets",))
    assert (other.words, other.pages) == (("smooths",), ("plane",))  # the first one alone


def test_a_wrong_answer_is_named_with_its_line(built: Project) -> None:
    queries = ("chisel -> nets", "zzzz -> ?chisel", "chizel wood -> ?chisel wood")
    file = table(built, "plane -> plane", "", *queries)
    lines, is_right = report(built.out, file)
    assert not is_right
    assert lines == [
        f"{file}:3: 'chisel' finds chisel, not nets (searched for: chisel)",
        f"{file}:4: 'zzzz' finds nothing, not ?chisel (searched for: )",
        "2 of 4 queries find the right page (50 %)",
    ]


def test_the_command(built: Project) -> None:
    command = [sys.executable, "-m", "sphinx_pagefind.query_test", built.out]
    good = subprocess.run(
        [*command, table(built, "fish -> nets")], capture_output=True, text=True, timeout=60
    )
    assert (good.returncode, good.stdout) == (0, "1 of 1 queries find the right page (100 %)\n")
    bad = subprocess.run(
        [*command, table(built, "fish")], capture_output=True, text=True, timeout=60
    )
    assert bad.returncode == 2
    assert "queries.txt:1: expected 'query -> page', got 'fish'" in bad.stderr


def test_what_is_missing_is_said(
    built: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = table(built, "fish -> nets")
    with pytest.raises(QueryTestError, match="cannot be read"):
        report(built.out, tmp_path / "none.txt")
    with pytest.raises(QueryTestError, match="has no search index"):
        report(tmp_path, file)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(QueryTestError, match=r"Node\.js is not installed"):
        report(built.out, file)
