"""The extension's own words in other languages."""

from __future__ import annotations

import json
import re
import string
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from tests.sites import ROOT, Site, guide

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = ROOT / "extensions/career_guides"
WORD = re.compile(r"[A-Za-z]{2,}")


def words() -> dict[str, str]:
    """Return the words of our code and templates -> where the first stands."""
    mapping = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
    found: dict[str, str] = {}
    for name, line, message, *_rest in extract_from_dir(PACKAGE, method_map=mapping):
        found.setdefault(str(message), f"{name}:{line}")
    return found


def po() -> list[Path]:
    return sorted((PACKAGE / "locale").glob("*/LC_MESSAGES/sphinx.po"))


def test_languages() -> None:
    for package in ("career_guides", "sphinx_pagefind"):
        folder = ROOT / "extensions" / package / "locale"
        assert sorted(path.name for path in folder.iterdir()) == ["ar", "de", "he"]


@pytest.mark.parametrize("path", po(), ids=lambda path: path.parts[-3])
def test_every_message_is_translated(path: Path) -> None:
    catalogue = read_po(BytesIO(path.read_bytes()))
    said = {str(message.id): message for message in catalogue if message.id}
    missing = {word: place for word, place in words().items() if word not in said}
    assert missing == {}, "make words, then translate them"
    assert set(said) <= set(words()), "make words"
    for word, message in said.items():
        assert message.string, word
        assert not message.fuzzy, word
        fields = [{name for _, name, _, _ in string.Formatter().parse(str(text)) if name}
                  for text in (word, message.string)]  # fmt: skip
        assert fields[0] == fields[1], word


@pytest.mark.parametrize("path", po(), ids=lambda path: path.parts[-3])
def test_compiled_catalogue_matches_its_source(path: Path) -> None:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(path.read_bytes())))
    compiled.seek(0)
    with path.with_suffix(".mo").open("rb") as file:
        ours = {message.id: message.string for message in read_mo(file) if message.id}
    assert ours == {m.id: m.string for m in read_mo(compiled) if m.id}, "make words"


def add_one_page_of_each_kind(site: Site) -> None:
    """Have a site show every word that is in a page of some kind, and build it."""
    site.conf += '\nguides_today = "2027-11-01"\nguides_reading_time = True'
    site.write({
        "nurse/day.md": guide(
            "Working day", "{fact}`29-1141 median-pay`", last_reviewed="2026-05-03",
            review_in="2 months", authors="[Ann]", generated_by="a model", sources="[S]",
        ),
        "all.md": guide("Every one", "```{occupations}\n```"),
        "find.md": guide("Which one", "```{career-finder}\n```"),
    })  # fmt: skip
    assert "[guide.stale]" in site.build()


#: Pages of every kind, and whether readers can mark careers there.
PAGES = {
    "index": True, "compare": True, "all": True, "find": True, "nurse/index": False,
    "nurse/overview": False, "nurse/day": False, "industry/healthcare": True,
    "tag/nightwork": True, "search": False, "genindex": False, "404": False,
}  # fmt: skip


def texts_of(site: Site, name: str) -> set[str]:
    """Return what readers of a page see or hear, and what its scripts show them."""
    soup = site.soup(f"{name}.html")
    scripts = [json.loads(each["data-words"]) for each in soup.select("script[data-words]")]
    for hidden in soup.select("script, style"):
        hidden.decompose()
    texts = {" ".join(text.split()).strip(":. ") for text in soup.stripped_strings}
    keys = ("aria-label", "title", "alt", "placeholder", "data-shown", "data-more",
            "data-because", "data-but", "data-status")  # fmt: skip
    texts |= {str(tag[key]) for tag in soup.select("*") for key in keys if tag.get(key)}
    texts |= {str(each["data-pagefind-filter"]) for each in soup.select("[data-pagefind-filter]")}
    return texts | {str(text) for words in scripts for text in words.values()}


def test_german_site_has_no_english_message(german_site: Site) -> None:
    add_one_page_of_each_kind(german_site)
    path = PACKAGE / "locale/de/LC_MESSAGES/sphinx.po"
    catalogue = read_po(BytesIO(path.read_bytes()))
    english = {str(m.id) for m in catalogue if m.id and m.id != m.string and len(m.id) > 3}
    for name in PAGES:
        assert texts_of(german_site, name) & english == set(), name
    day = german_site.soup("nurse/day.html")
    assert day.html["lang"] == "de"  # type: ignore[index]
    text = " ".join(day.article.text.split())  # type: ignore[union-attr]
    assert "zuletzt am 3. Mai 2026 geprüft; Frist für die nächste Prüfung: 2 Monate." in text
    assert "97.550\xa0$ im Jahr" in day.article.text  # type: ignore[union-attr]
    assert "Geschrieben von Ann. Text erzeugt von a model." in text
    figure = day.select_one("abbr.guide-fact")
    said = (
        "Nurses, Vereinigte Staaten: mittlere Bezahlung. Bureau of Work, Survey of Work, Mai 2025"
    )
    assert figure["title"] == said  # type: ignore[index]


#: Latin words of pages that are names: of software, files, currencies and facets.
NAMES = {
    "Day", "US",
    "Sphinx", "Furo", "pradyunsg", "JavaScript", "Read", "the", "Docs", "GitHub", "NET", "CC", "BY",
    "industry", "career", "chapter", "topic", "education", "pay", "image", "images", "svg",
}  # fmt: skip


@pytest.mark.parametrize(("language", "menu"), [("he", "תפריט"), ("ar", "القائمة")])
def test_site_in_another_script_has_no_english_word(
    german_site: Site, language: str, menu: str
) -> None:
    """What is in Latin letters is what authors and data say; no list of words is needed."""
    german_site.conf = german_site.conf.replace('"de"', f'"{language}"')
    add_one_page_of_each_kind(german_site)
    sources = [path.read_text("utf-8") for path in german_site.docs.rglob("*.*")]
    known = {*NAMES, *WORD.findall(" ".join([german_site.conf, "Acme Careers", *sources]))}
    for name, has_marks in PAGES.items():
        soup = german_site.soup(f"{name}.html")
        assert (soup.html["lang"], soup.html["dir"]) == (language, "rtl")  # type: ignore[index]
        assert bool(soup.select("script[src*=choose]")) == has_marks, name
        texts = texts_of(german_site, name)
        assert menu in texts
        shown = (re.sub(r"{\w+}", "", text) for text in texts)  # what scripts fill in
        left = {word for text in shown for word in WORD.findall(text)} - known
        assert left == set(), name
