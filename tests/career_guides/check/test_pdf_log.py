"""The log of TeX, as XeTeX of TeX Live 2022 writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from career_guides.check.pdf_log import pages, read_log, wide_lines
from career_guides.exports.latex_source import Place

if TYPE_CHECKING:
    from pathlib import Path

LOG = r"""This is XeTeX, Version 3.141592653-2.6-0.999994 (TeX Live 2022/Debian)
**acme.tex
(./acme.tex
LaTeX2e <2022-11-01> patch level 1
(./sphinxmanual.cls
Document Class: sphinxmanual 2019/12/01 v2.3.0 Document class (Sphinx manual)
)
LaTeX Font Info:    ... okay on input line 67 (with a remark).
(./acme.out) (./acme.toc
Overfull \hbox (105.73175pt too wide) in paragraph at lines 4--4
 [][] [][][]\TU/FreeSerif(0)/m/n/10 The Donaudampfschixfffahrtsgesellschaftskap
ixtänsmützen
 []

)
\tf@toc=\write4
 [1

]
Underfull \hbox (badness 10000) in paragraph at lines 3--4
\TU/FreeSerif(0)/m/n/10 (a text with an open

Overfull \hbox (1386.83934pt too wide) in paragraph at lines 5--8
\TU/FreeMono(0)/m/n/10 festigungsmechanismus(
 []

Overfull \hbox (2.5pt too wide) in paragraph at lines 12--12
[]\TU/FreeSerif(0)/m/n/10 hardly
 []

Overfull \hbox (477.56406pt too wide) detected at line 20
[]\TU/FreeSerif(0)/m/n/10 Donau
 []

Overfull \hbox (500.0pt too wide) in paragraph at lines 20--20
[]\TU/FreeSerif(0)/m/n/10 Donau
 []

Overfull \hbox (40.5pt too wide) has occurred while \output is active
\TU/FreeSans(0)/b/n/10 1.1. The Donaudampfschixfffahrtsgesellschaftskapixtänsmützen
 []

[2] (./acme.ind
Overfull \hbox (30pt too wide) in paragraph at lines 1--1
\TU/FreeSerif(0)/m/n/10 unknown
 []

) )
Output written on acme.pdf (2 pages).
"""
TEX = """\
\\begin{document}
%
% career-guides: ["a.md", 3, "heading", "Donaudampfschixfffahrtsgesellschaftskapixtänsmützen"]
\\section{The Donaudampfschixfffahrtsgesellschaftskapixtänsmützen}
\\sphinxAtStartPar
%
% career-guides: ["a.md", 5, "text", "festigungsmechanismus("]
festigungsmechanismus(

%
% career-guides: ["b.md", 9, "text", "hardly"]
hardly

%
% career-guides: ["b.md", 20, "table", "Donau"]
\\begin{tabulary}
\\sphinxAtStartPar
Donau
\\end{tabulary}
\\sphinxtableafterendhook
"""
TITLE = "Donaudampfschixfffahrtsgesellschaftskapixtänsmützen"
TOC = f"a\n\n\n\\contentsline {{section}}{{The {TITLE}}}{{2}}{{section.1}}%\n"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    files = {"acme.log": LOG, "acme.tex": TEX, "acme.toc": TOC, "acme.ind": "unknown\n"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path / "acme.log"


def test_lines_of_the_log() -> None:
    found = list(read_log(LOG.split("\n")))
    assert [(each.file, each.first, each.last) for each in found] == [
        ("./acme.toc", 4, 4), ("./acme.tex", 5, 8), ("./acme.tex", 12, 12),
        ("./acme.tex", 20, 20), ("./acme.tex", 20, 20), ("./acme.tex", 0, 0), ("./acme.ind", 1, 1),
    ]  # fmt: skip
    assert [round(each.millimetres) for each in found] == [37, 487, 1, 168, 176, 14, 11]


def test_texts_that_are_too_wide(log: Path) -> None:
    heading = Place("a.md", 3, "heading", TITLE)
    found = {wide.place: round(wide.millimetres) for wide in wide_lines(log)}
    assert found == {
        heading: 37,  # in the contents and at the head of a page
        Place("a.md", 5, "text", "festigungsmechanismus("): 487,
        Place("b.md", 20, "table", "Donau"): 176,  # said twice
        None: 11,
    }


def test_a_line_of_the_log_that_tex_has_broken() -> None:
    whole = r"Overfull \hbox (1234.56789pt too wide) in paragraph at lines 1000077--1000078"
    assert len(whole) == 77
    log = f"{whole}9012"
    [found] = read_log(["(./a.tex", log[:79], log[79:], " []", ""])
    assert (found.first, found.last) == (1000077, 10000789012)


def test_pages_of_a_book(log: Path) -> None:
    assert pages(log.with_suffix(".tex")) == {"a.md", "b.md"}
