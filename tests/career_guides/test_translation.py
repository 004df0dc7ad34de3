"""A site in another language than its authors': their texts, and our own words."""

from __future__ import annotations

import re
import shutil
import string
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from tests.conftest import FACTS, LOGO, ROOT, Site, guide, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PACKAGE = ROOT / "extensions/career_guides"
#: What stands before each text in the language that the tests make up.
MARK = "Ü "

CONF = """
language = "de"
copyright = version = "1"
suppress_warnings = ["epub.unknown_project_files"]
guides_navbar = [{"title": "Comparison", "url": "/compare"}]
guides_footer = {
    "text": "Footer text",
    "columns": [{"title": "Column", "links": [{"title": "Footer link", "url": "/index"}]}],
}
"""

CAREER = {
    **FACTS,
    "images/a.svg": LOGO,
    "index.md": guide("Homepage", "```{guides}\n```\n\n```{a-z}\n```\n\n```{industries}\n```"),
    "compare.md": guide("Two careers", "```{compare}\n```"),
    "nurse/index.md": guide(
        "Nursing", "```{guides}\n:career: nurse\n```", occupation="29-1141",
        description="Nurses care for the sick", next="{to: overview, label: Begin here}",
        cascade="{sidebar: true, include_footer: true, industry: Healthcare, tags: [Nightwork]}",
    ),
    "nurse/overview.md": guide(
        "What a *nurse* does",
        "Body *of* it, {guide}`nurse/day` and {guide}`nurse`.\n\n## A heading\n\n"
        "```{next} day\n:label: Onwards\n```\n\n"
        "```{figure-card} /images/a.svg\n:alt: Second picture\n:caption: Second *caption*\n"
        ":credit: Somebody\n:license: MIT\n```",
        subtitle="Leading line", description="All of it in short",
        figure="{image: /images/a.svg, alt: First picture, caption: 'First *caption* {guide}`nurse`"
        "', credit: Photographer, license: CC BY 4.0}",
        sources="[{title: Textbook, url: 'https://example.org/s'}]",
        related="[/cook/index]", aliases="[/old/path]",
    ),
    "nurse/day.md": guide("Working day", "Text of the day.", description="From eight to four"),
    "cook/index.md": guide("Cooking", "[](/nurse/overview.md)", industry="Healthcare"),
}  # fmt: skip


def marked(text: str) -> str:
    return MARK + text


def translate(site: Site, say: Callable[[str], str] = marked) -> dict[str, list[str]]:
    """Make a translation of all that the site's own build hands to translators.

    :returns: message catalogue -> its messages
    """
    assert site.build("-n", "-W", builder="gettext", out="pot") == ""
    found = {}
    folder = site.docs / "locales/de/LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    for pot in sorted((site.path / "pot").glob("*.pot")):
        if pot.stem == "sphinx":  # words of templates
            continue
        text = pot.read_text("utf-8")
        assert text.count('msgid ""\nmsgstr') == 1, text  # that of its head
        catalogue = Catalog(locale="de")
        names = [str(message.id) for message in read_po(BytesIO(text.encode())) if message.id]
        for name in names:
            catalogue.add(name, say(name))
        with (folder / f"{pot.stem}.po").open("wb") as file:
            write_po(file, catalogue)
        found[pot.stem] = names
    return found


@pytest.fixture
def career(site: Site) -> Site:
    site.conf = CONF
    site.write(CAREER)
    return site


def test_translators_get_every_text(career: Site) -> None:
    found = translate(career)
    assert found["guides"] == [
        "Healthcare", "Nightwork", "Footer text", "Column", "Comparison", "Footer link",
    ]  # fmt: skip
    assert set(found["nurse"]) >= {
        "Nursing", "Nurses care for the sick", "Begin here", "What a *nurse* does", "Leading line",
        "All of it in short", "First picture", "First *caption* {guide}`nurse`", "Photographer",
        "Textbook", "Onwards", "Second picture", "Second *caption*", "Somebody (MIT)", "A heading",
        "Working day", "From eight to four",
    }  # fmt: skip
    pot = (career.path / "pot/nurse.pot").read_text("utf-8")
    assert '#: ../docs/nurse/overview.md:4\nmsgid "All of it in short"' in pot
    # Our own words are not for the translators of a site.
    assert not re.search("Sources|At a glance|Median pay", pot)


#: Texts as readers see them, without their markup.
SEEN = [
    "Homepage", "Two careers", "Nursing", "Nurses care for the sick", "Begin here",
    "What a *nurse* does", "Leading line", "All of it in short", "First picture", "First ",
    "Photographer", "Textbook", "Onwards", "Second picture", "Second ", "Somebody", "Body ",
    "A heading", "Working day", "From eight to four", "Cooking", "Healthcare", "Nightwork",
    "Footer text", "Column", "Comparison", "Footer link",
]  # fmt: skip


_FOOTER = {"Footer text", "Column", "Comparison", "Footer link"}
#: What formats have no place for.
ELSEWHERE = {
    "singlehtml": _FOOTER - {"Comparison"},  # that of the first page, which asks for none
    "epub": _FOOTER,
    "text": _FOOTER | {"Begin here", "Onwards"},
    "latex": _FOOTER | {"Begin here", "Onwards", "Homepage", "First picture", "Second picture"},
}


def pages(site: Site) -> dict[str, str]:
    """Return the files that readers get, as text."""
    suffixes = {".html", ".xhtml", ".txt", ".tex", ".opf", ".ncx"}
    files = [file for file in sorted(site.out.rglob("*")) if file.suffix in suffixes]
    return {
        file.relative_to(site.out).as_posix(): file.read_text("utf-8")
        for file in files
        if not re.match("_(sources|static)|genindex", file.relative_to(site.out).as_posix())
    }


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "epub", "latex", "text"])
def test_every_text_is_translated_wherever_it_shows(career: Site, builder: str) -> None:
    translate(career)
    assert career.build("-n", "-W", builder=builder) == ""
    found = pages(career)
    everything = "\n".join(found.values())
    for text in SEEN:
        for name, page in found.items():
            left = re.search(rf".{{30}}(?<!{MARK}){re.escape(text)}.{{30}}", page)
            assert not left, (name, left)
        if text not in ELSEWHERE.get(builder, ()):
            assert MARK + text in everything, text
    # The page's own and other people's head, drawer, cards, list of links, redirect.
    if builder == "html":
        page = career.soup("nurse/overview.html")
        assert page.title.text == "Ü What a *nurse* does - Acme Careers"  # type: ignore[union-attr]
        assert page.h1.text.startswith("Ü What a *nurse* does")  # type: ignore[union-attr]
        assert page.select_one('meta[name="description"]')["content"] == "Ü All of it in short"  # type: ignore[index]
        assert [a.text for a in page.select("nav.guide-nav a")] == [
            "Ü Nursing", "Ü What a *nurse* does", "Ü Working day",
        ]  # fmt: skip
        assert page.select_one("nav.next-card .next-card-context").text.endswith(": Ü Onwards")  # type: ignore[union-attr]
        assert page.select_one("figure.figure-card em").text == "caption"  # type: ignore[union-attr]
        assert page.select_one("figure.figure-card figcaption a").text == "Ü Nursing"  # type: ignore[union-attr]
        assert page.select_one("article ol a")["href"] == "https://example.org/s"  # type: ignore[index]
        landing = career.soup("nurse/index.html")
        assert landing.select_one(".next-card-context").text.endswith(": Ü Begin here")  # type: ignore[union-attr]
        cards = career.soup("index.html").select(".guide-card")
        assert [card.text for card in cards] == ["Ü Cooking", "Ü NursingÜ Nurses care for the sick"]
        assert career.soup("old/path.html").a.text == "Ü What a *nurse* does"  # type: ignore[union-attr]
        # Addresses are the same in every language.
        term = career.soup("industry/healthcare.html")
        assert term.h1.text.strip("¶") == "Branche: Ü Healthcare"  # type: ignore[union-attr]
        assert page.select_one("section#what-a-nurse-does")


def test_a_changed_translation_is_written_wherever_it_shows(career: Site, clean) -> None:
    translate(career)
    career.build()
    new = {"Working day": "Ein Tag", "Healthcare": "Gesundheit", "Begin here": "Los", "Column": "X"}
    for changed in ({}, *({text: to} for text, to in new.items()), new):
        before = snapshot(career.out)
        for file in career.docs.rglob("*.po"):
            text = old = file.read_text("utf-8")
            for name, to in changed.items():
                said = f'msgid "{name}"\nmsgstr '
                text = text.replace(f'{said}"{MARK}{name}"', f'{said}"{to}"')
            if text != old:
                file.write_text(text, "utf-8")
        career.build()
        after = snapshot(career.out)
        assert (after == before) == (not changed or changed == new), changed
    shutil.rmtree(career.path / "pot")
    assert snapshot(career.out) == clean(career)


def test_nothing_is_translated_without_translations(career: Site) -> None:
    assert career.build("-n", "-W") == ""
    page = career.soup("nurse/overview.html")
    assert page.h1.text.startswith("What a *nurse* does")  # type: ignore[union-attr]
    assert career.soup("industry/healthcare.html").h1.text.strip("¶") == "Branche: Healthcare"  # type: ignore[union-attr]


@pytest.mark.parametrize("raw", [b"", b"\xde\x12\x04\x95", b"no catalogue at all"])
def test_a_broken_catalogue_does_not_crash_the_build(career: Site, raw: bytes) -> None:
    career.conf += "\ngettext_auto_build = False"
    career.write({"locales/de/LC_MESSAGES/nurse.po": ""})
    (career.docs / "locales/de/LC_MESSAGES/nurse.mo").write_bytes(raw)
    career.build()
    assert career.soup("nurse/day.html").h1.text.startswith("Working day")  # type: ignore[union-attr]


# -- our own words ------------------------------------------------------------


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
def test_every_word_of_ours_is_translated(path: Path) -> None:
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
def test_what_is_compiled_is_what_is_written(path: Path) -> None:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(path.read_bytes())))
    compiled.seek(0)
    with path.with_suffix(".mo").open("rb") as file:
        ours = {message.id: message.string for message in read_mo(file) if message.id}
    assert ours == {m.id: m.string for m in read_mo(compiled) if m.id}, "make words"


def test_a_german_site_has_no_english_word_of_ours(career: Site) -> None:
    career.conf += '\nguides_today = "2027-11-01"'
    career.write({
        "nurse/day.md": guide(
            "Working day", "{fact}`29-1141 median-pay`", last_reviewed="2026-05-03",
            review_in="2 months", authors="[Ann]", generated_by="a model", sources="[S]",
        ),
        "all.md": guide("Every one", "```{occupations}\n```"),
    })  # fmt: skip
    assert "[guide.stale]" in career.build()
    catalogue = read_po(BytesIO(po()[0].read_bytes()))
    english = {str(m.id) for m in catalogue if m.id and m.id != m.string and len(m.id) > 4}
    for name in ("index", "compare", "all", "nurse/index", "nurse/overview", "nurse/day",
                 "industry/healthcare", "search", "genindex", "404"):  # fmt: skip
        soup = career.soup(f"{name}.html")
        for hidden in soup.select("script, style, symbol"):
            hidden.decompose()
        texts = {" ".join(text.split()).strip(":. ") for text in soup.stripped_strings}
        keys = ("aria-label", "title", "alt", "placeholder", "data-shown")
        texts |= {str(tag[key]) for tag in soup.select("*") for key in keys if tag.get(key)}
        assert texts & english == set(), name
    day = career.soup("nurse/day.html")
    assert day.html["lang"] == "de"  # type: ignore[index]
    text = " ".join(day.article.text.split())  # type: ignore[union-attr]
    assert "zuletzt am 3. Mai 2026 geprüft; Frist für die nächste Prüfung: 2 Monate." in text
    assert "97.550\xa0$ im Jahr" in day.article.text  # type: ignore[union-attr]
    assert "Geschrieben von Ann. Text erzeugt von a model." in text
    figure = day.select_one("abbr.guide-fact")
    assert figure["title"].startswith("Nurses, Vereinigte Staaten: mittlere Bezahlung.")  # type: ignore[index]
