"""What every career of the knowledge base has."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from career_guides.catalogue.load import load
from career_guides.catalogue.model import Catalogue, Entry
from career_guides.check.rules.typed_figures import typed_figures
from tests.sites import ROOT

DOCS = ROOT / "docs"


#: Folders that are no career.
OTHERS = {"", "contribute"}


CHAPTERS = {"overview", "day-in-the-life", "start", "learning", "pay", "challenges"}


def read() -> Catalogue:
    files = {path.relative_to(DOCS).with_suffix("").as_posix(): path for path in DOCS.rglob("*.md")}
    return load(DOCS, files)[0]


CATALOGUE = read()


CAREERS = sorted(CATALOGUE.careers.keys() - OTHERS)


GUIDES = [entry for name, entry in CATALOGUE.entries.items() if entry.career not in OTHERS]


def text(entry: Entry) -> str:
    """Return the body of a guide."""
    page = Path(DOCS, entry.docname + ".md").read_text("utf-8")
    return "\n".join(page.split("\n")[CATALOGUE.pages[entry.docname].fence :])


def test_there_are_enough_careers_and_industries() -> None:
    assert len(CAREERS) >= 12
    assert len(GUIDES) >= 75
    industries = Counter(CATALOGUE.entries[f"{name}/index"].guide.industry for name in CAREERS)
    assert len(industries) >= 6
    assert min(industries.values()) >= 2


def test_catalogue_has_no_problems() -> None:
    assert CATALOGUE.problems == ()


@pytest.mark.parametrize("career", CAREERS)
def test_career_has_its_chapters_in_a_ring(career: str) -> None:
    found = CATALOGUE.careers[career]
    assert found.index == f"{career}/index"
    assert {name.rpartition("/")[2] for name in found.guides} >= CHAPTERS
    assert found.guides[0] == f"{career}/overview"
    assert all(CATALOGUE.entries[name].next for name in (found.index, *found.guides))
    assert CATALOGUE.entries[found.index].occupations
    assert "challenges" in " ".join(found.guides)
    challenges = text(CATALOGUE.entries[f"{career}/challenges"])
    assert re.search(r"^## .*should not", challenges, re.MULTILINE | re.IGNORECASE)
    assert "{fact}`" in text(CATALOGUE.entries[f"{career}/pay"])


@pytest.mark.parametrize("entry", GUIDES, ids=[entry.docname for entry in GUIDES])
def test_guide_has_authors_sources_review_and_picture(entry: Entry) -> None:
    guide = entry.guide
    assert guide.generated_by == "a large language model"
    assert guide.authors
    assert guide.last_reviewed
    assert guide.review_in
    assert guide.sources
    addresses = [source.url for source in guide.sources]
    assert all(addresses)
    assert len(set(addresses)) == len(addresses)
    assert guide.figure
    assert guide.figure.alt
    assert guide.figure.license == "CC BY 4.0"
    assert entry.image
    assert Path(DOCS, entry.image.path).stat().st_size < 10_000


def test_descriptions_and_pictures_are_unique() -> None:
    for values in (
        [entry.guide.description for entry in GUIDES],
        [entry.image.path for entry in GUIDES if entry.image],
        [entry.guide.figure.alt for entry in GUIDES if entry.guide.figure],
    ):
        assert [value for value, times in Counter(values).items() if times > 1] == []
    assert all(60 <= len(entry.guide.description or "") <= 170 for entry in GUIDES)


def test_chapters_have_enough_words() -> None:
    words = {entry.docname: len(text(entry).split()) for entry in GUIDES}
    short = {
        name: number
        for name, number in words.items()
        if number < (300 if name.endswith("index") else 400)
    }
    assert short == {}


@pytest.mark.parametrize("career", sorted(set(CAREERS) - {"liaison"}))
def test_career_links_to_another(career: str) -> None:
    bodies = " ".join(text(entry) for entry in GUIDES if entry.career == career)
    linked = {
        target.lstrip("/").split("/")[0] for target in re.findall(r"\{guide\}`([^`]+)`", bodies)
    }
    linked |= {target.lstrip("/").split("/")[0] for target in re.findall(r"<([^<>` ]+)>`", bodies)}
    assert linked & (set(CAREERS) - {career})


def test_no_figure_of_the_knowledge_base_is_typed_by_hand() -> None:
    pages = [path for path in (ROOT / "docs").rglob("*.md") if "contribute" not in path.parts]
    found = [
        f"{path}:{problem.line}: {problem.message}"
        for path in pages
        for problem in typed_figures(path.read_text("utf-8"), path.stem)
    ]
    assert len(pages) > 15
    assert found == []
