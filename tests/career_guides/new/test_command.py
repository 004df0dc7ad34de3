"""``career-guides new``: names that it accepts, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site, guide
from tests.sites.commands import new


def test_nothing_is_overwritten(site: Site, docs: Path, capsys) -> None:
    site.write({"nurse/overview.md": "mine", "nurse/pay.rst": "Pay\n===\n"})
    assert new("docs/nurse/overview.md") == 1
    assert capsys.readouterr().err == (
        "career-guides new: docs/nurse/overview.md is there already\n"
    )
    assert new("nurse/pay") == 1
    assert (docs / "nurse/overview.md").read_text() == "mine"
    assert not (docs / "nurse/pay.md").exists()


def test_misspelt_career_is_not_created(site: Site, docs: Path, capsys) -> None:
    site.write({"liaison/index.md": guide("Liaison")})
    assert new("liason/pay") == 1
    assert capsys.readouterr().err == (
        "career-guides new: no career 'liason'; did you mean 'liaison/pay'? To start a career"
        " 'liason', add --new-career\n"
    )
    assert not (docs / "liason").exists()
    assert new("liason/pay", "--new-career") == 0
    assert (docs / "liason/pay.md").is_file()


def test_new_career_without_a_chapter(docs: Path, capsys) -> None:
    assert new("nurse", "--title", "Nurse: a guide", "--description", "D") == 0
    text = (docs / "nurse/index.md").read_text()
    assert text.startswith('---\ntitle: "Nurse: a guide"\ndescription: D\n')
    assert new("nurse") == 1
    assert "name a chapter, such as 'nurse/overview'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Nurse/Night Shift", "did you mean 'nurse/night-shift'?"),
        ("../nurse/x", "small letters, digits and hyphens"),
        ("nurse//x", "small letters, digits and hyphens"),
        ("images/x", "'images' cannot be a career"),
        ("nurse/_x", "did you mean 'nurse/x'?"),
    ],
)
def test_impossible_names_are_refused(docs: Path, capsys, name: str, said: str) -> None:
    assert new(name) == 2
    assert said in capsys.readouterr().err
    assert sorted(file.name for file in docs.iterdir()) == ["index.md", "logos"]


def test_guide_given_with_after_must_exist(docs: Path, capsys) -> None:
    assert new("nurse/pay") == 0
    assert new("nurse/x", "--after", "pya") == 2
    assert "no guide 'pya' in 'nurse' (guides: pay)" in capsys.readouterr().err
