"""Words of Furo in the language of the site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import furo
import pytest

from career_guides.html.furo_words import icon_titles, labels, translate
from tests.sites import guide

if TYPE_CHECKING:
    from tests.sites import Site


def test_every_word_of_a_german_page(german_site: Site) -> None:
    german_site.conf += "\nguides_upstream = False"  # which would leave out icons
    german_site.write({
        "a.md": "# Plain\n\n```{toctree}\nb\n```\n",
        "b.md": "# `<title>Menu</title>` & more\n\n```{toctree}\nc\n```\n",
        "c.md": "# Third\n",
    })  # fmt: skip
    german_site.build()
    page = (german_site.out / "b.html").read_text("utf-8")
    soup = german_site.soup("b.html")
    assert {title.text for title in soup.select("symbol > title")} == {
        "Inhalt", "Menü", "Aufklappen", "Helle Darstellung", "Dunkle Darstellung",
        "Hell/dunkel automatisch, jetzt hell", "Hell/dunkel automatisch, jetzt dunkel",
    }  # fmt: skip
    for english in (*labels(), "Toggle navigation of", "Skip to content", "Back to top"):
        assert english not in page
    names = {str(each["aria-label"]) for each in soup.select("input.toctree-checkbox")}
    assert "Navigation zu <title>Menu</title> & more ein- und ausblenden" in names
    details = " ".join(soup.select_one(".left-details").text.split())  # type: ignore[union-attr]
    assert details == "Copyright © 1 Erstellt mit Sphinx und Furo von @pradyunsg"
    assert len(soup.select(".left-details a")) == 3
    assert soup.select_one("h1 > a.headerlink")["title"] == "Link zu dieser Überschrift"  # type: ignore[index]
    assert soup.h1.text.startswith("<title>Menu</title> & more")  # type: ignore[union-attr]


def test_line_without_sphinx(german_site: Site) -> None:
    german_site.conf += "\nhtml_show_sphinx = False\nhtml_show_copyright = False"
    german_site.build()
    details = german_site.soup("index.html").select_one(".left-details")
    assert " ".join(details.text.split()) == "Erstellt mit Furo"  # type: ignore[union-attr]


def test_english_page_stays_as_it_is(site: Site) -> None:
    site.write({"index.md": guide("Home")})
    site.build()
    page = (site.out / "index.html").read_text("utf-8")
    assert "Toggle site navigation sidebar" in page
    assert "@pradyunsg</a>'s" in page
    assert translate(page) == page


@pytest.mark.parametrize("words", [icon_titles, labels])
def test_words_are_furos(words: object) -> None:
    folder = Path(str(furo.__file__)).parent / "theme/furo"
    text = " ".join(path.read_text("utf-8") for path in folder.rglob("*.html"))
    assert callable(words)
    for word in words():
        assert re.search(rf'<title>{re.escape(word)}</title>|aria-label="{re.escape(word)}"', text)
