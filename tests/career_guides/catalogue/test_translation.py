"""A site in another language than its authors': their texts."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.sites import Site, snapshot
from tests.sites.german import MARK, translate

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
def test_every_text_is_translated_wherever_it_shows(german_site: Site, builder: str) -> None:
    translate(german_site)
    assert german_site.build("-n", "-W", builder=builder) == ""
    found = pages(german_site)
    everything = "\n".join(found.values())
    for text in SEEN:
        for name, page in found.items():
            left = re.search(rf".{{30}}(?<!{MARK}){re.escape(text)}.{{30}}", page)
            assert not left, (name, left)
        if text not in ELSEWHERE.get(builder, ()):
            assert MARK + text in everything, text
    # The page's own and other people's head, drawer, cards, list of links, redirect.
    if builder == "html":
        page = german_site.soup("nurse/overview.html")
        assert page.title.text == "Ü What a *nurse* does - Acme Careers"  # type: ignore[union-attr]
        assert page.h1.text.startswith("Ü What a *nurse* does")  # type: ignore[union-attr]
        assert page.select_one('meta[name="description"]')["content"] == "Ü All of it in short"  # type: ignore[index]
        assert [a.text for a in page.select("nav.guide-nav a")] == [
            "Ü Nursing", "Ü What a *nurse* does", "Ü Working day",
        ]  # fmt: skip
        assert page.select_one("nav.next-card .next-card-context").text.endswith(": Ü Onwards")  # type: ignore[union-attr]
        assert page.select_one("figure.figure-card em").text == "caption"  # type: ignore[union-attr]
        assert page.select_one("figure.figure-card figcaption a").text == "Ü Nursing"  # type: ignore[union-attr]
        assert page.select_one("article section ol a")["href"] == "https://example.org/s"  # type: ignore[index]
        landing = german_site.soup("nurse/index.html")
        assert landing.select_one(".next-card-context").text.endswith(": Ü Begin here")  # type: ignore[union-attr]
        cards = german_site.soup("index.html").select(".guide-card")
        assert [card.text for card in cards] == ["Ü Cooking", "Ü NursingÜ Nurses care for the sick"]
        assert german_site.soup("old/path.html").a.text == "Ü What a *nurse* does"  # type: ignore[union-attr]
        # Addresses are the same in every language.
        term = german_site.soup("industry/healthcare.html")
        assert term.h1.text.strip("¶") == "Branche: Ü Healthcare"  # type: ignore[union-attr]
        assert page.select_one("section#what-a-nurse-does")


def test_a_changed_translation_is_written_wherever_it_shows(german_site: Site, clean) -> None:
    translate(german_site)
    german_site.build()
    new = {"Working day": "Ein Tag", "Healthcare": "Gesundheit", "Begin here": "Los", "Column": "X"}
    for changed in ({}, *({text: to} for text, to in new.items()), new):
        before = snapshot(german_site.out)
        for file in german_site.docs.rglob("*.po"):
            text = old = file.read_text("utf-8")
            for name, to in changed.items():
                said = f'msgid "{name}"\nmsgstr '
                text = text.replace(f'{said}"{MARK}{name}"', f'{said}"{to}"')
            if text != old:
                file.write_text(text, "utf-8")
        german_site.build()
        after = snapshot(german_site.out)
        assert (after == before) == (not changed or changed == new), changed
    shutil.rmtree(german_site.path / "pot")
    assert snapshot(german_site.out) == clean(german_site)


def test_nothing_is_translated_without_translations(german_site: Site) -> None:
    assert german_site.build("-n", "-W") == ""
    page = german_site.soup("nurse/overview.html")
    assert page.h1.text.startswith("What a *nurse* does")  # type: ignore[union-attr]
    assert german_site.soup("industry/healthcare.html").h1.text.strip("¶") == "Branche: Healthcare"  # type: ignore[union-attr]


@pytest.mark.parametrize("raw", [b"", b"\xde\x12\x04\x95", b"no catalogue at all"])
def test_a_broken_message_catalogue_does_not_crash_the_build(german_site: Site, raw: bytes) -> None:
    german_site.conf += "\ngettext_auto_build = False"
    german_site.write({"locales/de/LC_MESSAGES/nurse.po": ""})
    (german_site.docs / "locales/de/LC_MESSAGES/nurse.mo").write_bytes(raw)
    german_site.build()
    assert german_site.soup("nurse/day.html").h1.text.startswith("Working day")  # type: ignore[union-attr]
