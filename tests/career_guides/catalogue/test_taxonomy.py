"""Addresses of industries and tags."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from career_guides.catalogue.taxonomy import slug
from hugo_to_myst.map.taxonomies import tag_page
from tests.sites import Site, guide, snapshot
from tests.sites.searched import index

#: Name -> its address. No two of these are the same tag.
SLUGS = {
    "Food & farming": "food-and-farming", "C": "c", "  C++ ": "c-plus-plus", "C#": "c-sharp",
    ".NET": "dot-net", "net": "net", "R&D": "r-and-d", "R + D": "r-plus-d", "R D": "r-d",
    "Node.js": "node-js", "$": "dollar", "a ≥ b": "a-greater-than-or-equal-to-b", "健康": "健康",
    "दिन": "दिन", "दान": "दान", "ที่ดิน": "ที่ดิน", "Ärzte": "ärzte",
    "İş": "i\N{COMBINING DOT ABOVE}ş", "!?": "u21-u3f", "…": "u2026", "?!": "u3f-u21",
}  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), SLUGS.items())
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_what_readers_see_as_one_name_has_one_address() -> None:
    assert slug("Night work") == slug("night-work") == slug(" NIGHT  WORK, ")
    for name in SLUGS:
        assert slug(unicodedata.normalize("NFD", name)) == slug(name)


@given(st.text(min_size=1))
def test_the_importer_of_hugo_sites_knows_the_addresses(name: str) -> None:
    assert tag_page(name) == f"tag/{slug(name)}"


@pytest.mark.parametrize("name", SLUGS)
def test_the_importer_knows_the_addresses_of_signs(name: str) -> None:
    assert tag_page(name) == f"tag/{slug(name)}"


NAMES = ["C", "C++", "C#", ".NET", "R&D", "R + D", "दिन", "दान"]


def test_tags_that_differ_in_signs_have_pages_of_their_own(site: Site, clean) -> None:
    site.write({"index.md": guide("Home", "```{tags}\n```")})
    pages = {f"one/p{number}.md": guide(f"Page {number}", tags=f"['{name}']")
             for number, name in enumerate(NAMES)}  # fmt: skip
    site.write(dict(list(pages.items())[1:]))
    assert site.build("-W") == ""
    before = {file.name for file in (site.out / "tag").glob("*.html")}
    assert len(before) == len(NAMES) - 1
    site.write(pages)
    site.build("-W")
    files = {file.name for file in (site.out / "tag").glob("*.html")}
    assert files == before | {"c.html"}  # no other address has changed
    for number, name in enumerate(NAMES):
        page = site.soup(f"tag/{slug(name)}.html")
        assert page.h1.get_text() == f"Topic: {name}"
        (card,) = page.select("a.guide-card")
        assert card["href"].endswith(f"p{number}.html")
        assert index(site)[f"/one/p{number}.html"]["filters"]["topic"] == [name]
    links = [a.get_text() for a in site.soup("index.html").select(".guide-term-list a")]
    assert sorted(links) == sorted(NAMES)
    assert snapshot(site.out) == clean(site)
