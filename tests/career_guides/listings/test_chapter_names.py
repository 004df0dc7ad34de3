"""Names of chapters in the language of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.content.page import title_from_name
from career_guides.listings.chapter_names import common_names
from career_guides.new.templates import BUILT_IN, SUFFIX
from tests.sites import guide
from tests.sites.german import translate

if TYPE_CHECKING:
    from tests.sites import Site


def names(site: Site) -> tuple[list[str], list[str]]:
    """Return the names of chapters in the comparison, and as facets of the search."""
    cells = site.soup("compare.html").select(".guide-table td a[href*='nurse/']")
    facets = [
        str(each["data-pagefind-filter"]).removeprefix("chapter:")
        for page in ("day", "overview", "day-in-the-life", "night-work")
        for each in site.soup(f"nurse/{page}.html").select("[data-pagefind-filter^=chapter]")
    ]
    return [cell.text for cell in cells], facets


def test_common_names_are_those_of_the_templates() -> None:
    chapters = {path.name.removesuffix(SUFFIX) for path in BUILT_IN.glob(f"*{SUFFIX}")}
    assert set(common_names()) == {
        title_from_name(name) for name in chapters - {"index", "front", "chapter"}
    }


def test_names_in_compare_and_search(german_site: Site) -> None:
    german_site.write({
        "nurse/day-in-the-life.md": guide("One day"), "nurse/night-work.md": guide("By night"),
    })  # fmt: skip
    german_site.build()
    compared, facets = names(german_site)
    assert facets == ["Day", "Übersicht", "Ein Tag im Beruf", "Night work"]
    assert sorted(compared) == sorted(facets)


def test_translators_come_first(german_site: Site) -> None:
    german_site.write({
        "nurse/day-in-the-life.md": guide("One day"), "nurse/night-work.md": guide("By night"),
    })  # fmt: skip
    found = translate(german_site)
    assert {"Overview", "Day in the life", "Night work"} <= set(found["guides"])
    german_site.build()
    compared, facets = names(german_site)
    assert facets == ["Ü Day", "Ü Overview", "Ü Day in the life", "Ü Night work"]
    assert sorted(compared) == sorted(facets)
