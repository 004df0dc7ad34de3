"""The extension's own words in other languages."""

from __future__ import annotations

import json
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


def words() -> dict[str, str]:
    """Return the words of our code and templates -> where the first stands."""
    mapping = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
    found: dict[str, str] = {}
    for name, line, message, *_rest in extract_from_dir(PACKAGE, method_map=mapping):
        found.setdefault(str(message), f"{name}:{line}")
    return found


def po() -> list[Path]:
    return sorted((PACKAGE / "locale").glob("*/LC_MESSAGES/sphinx.po"))


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


def test_german_site_has_no_english_message(german_site: Site) -> None:
    german_site.conf += '\nguides_today = "2027-11-01"'
    german_site.write({
        "nurse/day.md": guide(
            "Working day", "{fact}`29-1141 median-pay`", last_reviewed="2026-05-03",
            review_in="2 months", authors="[Ann]", generated_by="a model", sources="[S]",
        ),
        "all.md": guide("Every one", "```{occupations}\n```"),
        "find.md": guide("Which one", "```{career-finder}\n```"),
    })  # fmt: skip
    assert "[guide.stale]" in german_site.build()
    catalogue = read_po(BytesIO(po()[0].read_bytes()))
    english = {str(m.id) for m in catalogue if m.id and m.id != m.string and len(m.id) > 4}
    for name in ("index", "compare", "all", "find", "nurse/index", "nurse/overview", "nurse/day",
                 "industry/healthcare", "search", "genindex", "404"):  # fmt: skip
        soup = german_site.soup(f"{name}.html")
        scripts = [json.loads(each["data-words"]) for each in soup.select("script[src*=choose]")]
        assert bool(scripts) == (name in {"index", "compare", "all", "find", "industry/healthcare"})
        for hidden in soup.select("script, style, symbol"):
            hidden.decompose()
        texts = {" ".join(text.split()).strip(":. ") for text in soup.stripped_strings}
        keys = ("aria-label", "title", "alt", "placeholder", "data-shown", "data-more",
                "data-because", "data-but", "data-status", "data-fits")  # fmt: skip
        texts |= {str(tag[key]) for tag in soup.select("*") for key in keys if tag.get(key)}
        texts |= {text for words in scripts for text in words.values()}
        assert texts & english == set(), name
    day = german_site.soup("nurse/day.html")
    assert day.html["lang"] == "de"  # type: ignore[index]
    text = " ".join(day.article.text.split())  # type: ignore[union-attr]
    assert "zuletzt am 3. Mai 2026 geprüft; Frist für die nächste Prüfung: 2 Monate." in text
    assert "97.550\xa0$ im Jahr" in day.article.text  # type: ignore[union-attr]
    assert "Geschrieben von Ann. Text erzeugt von a model." in text
    figure = day.select_one("abbr.guide-fact")
    assert figure["title"].startswith("Nurses, Vereinigte Staaten: mittlere Bezahlung.")  # type: ignore[index]
