"""``career-guides new`` at a terminal: questions and answers."""

from __future__ import annotations

from pathlib import Path

from career_guides.content.page import read_page
from tests.sites import Site, guide
from tests.sites.commands import new


def test_missing_values_are_asked_for(docs: Path, answers) -> None:
    asked = answers("nurse/pay", "What it pays", "")
    assert new() == 0
    assert asked[1] == "Title [Pay and prospects of a nurse]: "
    page = read_page((docs / "nurse/pay.md").read_text(), "nurse/pay")
    assert page.values["title"] == "What it pays"
    assert page.values["description"].startswith("What a nurse is paid")


def test_misspelt_career_is_asked_about(site: Site, docs: Path, answers) -> None:
    site.write({"liaison/index.md": guide("Liaison")})
    answers("", "", "")
    assert new("liason/pay") == 0
    assert (docs / "liaison/pay.md").is_file()
    answers("n", "", "")
    assert new("liason/pay") == 0
    assert (docs / "liason/pay.md").is_file()
    answers("history", "", "")
    assert new("liaison") == 0
    assert (docs / "liaison/history.md").is_file()


def test_interrupted_answers_write_nothing(docs: Path, answers, capsys) -> None:
    answers("nurse/pay", "Title")
    assert new() == 130
    assert "nothing has been written" in capsys.readouterr().err
    assert not (docs / "nurse").exists()
