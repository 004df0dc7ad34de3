"""The outlines of new guides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from career_guides.cli import main
from career_guides.new.place import CHAPTERS
from career_guides.new.templates import BUILT_IN, SUFFIX, Templates, with_article
from tests.sites import Site, guide
from tests.sites.commands import new


def test_every_outline_builds_and_checks_without_an_edit(site: Site, docs: Path, capsys) -> None:
    site.write({"index.md": guide("Home", description="x" * 80, sidebarlogo="acme")})
    for chapter in (*CHAPTERS, "night-shift"):
        assert new(f"nurse/{chapter}") == 0
    assert new("interpreter-and-translator/overview") == 0
    assert site.build("-W", "-n", "--keep-going") == ""
    capsys.readouterr()
    assert main(["check"]) == 0
    *notes, last = capsys.readouterr().out.splitlines()
    assert all(note.endswith("[guide.unwritten]") for note in notes)
    assert last == f"{len(CHAPTERS) + 5} guides, 0 problems, {len(notes)} notes"

    outlines = {
        tuple(heading.text for heading in site.soup(f"nurse/{name}.html").select("h2"))
        for name in (*CHAPTERS, "night-shift")
    }
    assert len(outlines) == len(CHAPTERS) + 1
    shown = site.soup("nurse/overview.html").select_one("article")
    assert shown is not None
    assert "Lines that start with" not in shown.text
    titles = [a.text.strip() for a in site.soup("nurse/pay.html").select("nav.guide-nav a")]
    assert titles[1:4] == ["What a nurse does", "A day in the life of a nurse",
                           "Where the work of a nurse comes from"]  # fmt: skip


def test_there_is_a_template_for_every_chapter_that_has_a_place() -> None:
    assert set(Templates().chapters()) == set(CHAPTERS)
    assert (BUILT_IN / f"index{SUFFIX}").is_file()


def test_guides_of_what_is_no_career_are_not_about_people(docs: Path) -> None:
    """No one wants to become a recipe."""
    (docs.parent / "conf.py").write_text('guides_not_careers = ["manual"]\n')
    assert new("recipe/soup") == new("manual/overview") == new("nurse/overview") == 0
    texts = {path: (docs / path).read_text() for path in ("recipe/soup.md", "recipe/index.md")}
    texts["manual/overview.md"] = (docs / "manual/overview.md").read_text()
    for path, text in texts.items():
        assert not re.search(r"\b(become|an?) (recipe|soup|manual)|to be an? ", text), path
    outline = "## What it is\n"
    assert outline in texts["manual/overview.md"]
    assert outline not in (docs / "nurse/overview.md").read_text()


def test_templates_of_a_site_replace_ours(docs: Path, capsys) -> None:
    (docs.parent / "conf.py").write_text("templates_path = ['theirs', '_templates']\n")
    own = docs.parent / "_templates" / "new"
    own.mkdir(parents=True)
    (own / f"overview{SUFFIX}").write_text(
        "{% set title = 'Ours: ' ~ career %}{% set description = 'D' %}\n"
        "{% include 'front.md.jinja' %}\nOur outline.\n"
    )
    (own / f"tools{SUFFIX}").write_text("{% set title = nope %}")
    assert new("nurse/tools") == 1
    assert "'nope' is undefined" in capsys.readouterr().err
    assert not (docs / "nurse").exists()
    assert new("nurse/overview") == 0
    text = (docs / "nurse/overview.md").read_text()
    assert 'title: "Ours: Nurse"' in text
    assert text.endswith("---\nOur outline.\n")


@pytest.mark.parametrize(
    ("career", "expected"),
    [("Nurse", "a nurse"), ("Engineer", "an engineer"), ("UX designer", "a UX designer"),
     ("University teacher", "a university teacher")],
)  # fmt: skip
def test_indefinite_article(career: str, expected: str) -> None:
    assert with_article(career) == expected
