"""Pictures in the text with their variants."""

from __future__ import annotations

import pytest

from tests.sites import Site
from tests.sites.pictures import FORMATS, check_sources


def test_pictures_in_the_text_have_their_variants(built_photo_site: Site) -> None:
    site = built_photo_site
    page = site.soup("pilot/day.html")
    plain, card = page.select("article picture")
    assert {k: plain.img[k] for k in ("alt", "loading", "width")} == {
        "alt": "Plain", "loading": "lazy", "width": "500",
    }  # fmt: skip
    check_sources(site, "pilot/day.html", plain)
    # 200 pixels wide, so 400 at double density: no browser has a use for the widest.
    assert check_sources(site, "pilot/day.html", card) == [[368, 736]] * len(FORMATS)
    assert card.source["sizes"].endswith("calc(100vw - 34px), 200px")
    assert (card.img["width"], card.img["height"], card.img["loading"]) == ("200", "80", "lazy")
    # Drawings fit every width, and a size of one's own is docutils' to show.
    assert page.select_one(".figure-card > img")["src"].endswith("one.svg")
    assert page.select_one("p > img[alt=Drawn]")
    assert page.select_one("img[style]").parent.name != "picture"


@pytest.mark.parametrize("builder", ["dirhtml", "epub"])
def test_only_websites_have_variants(photo_site: Site, builder: str) -> None:
    photo_site.conf = 'version = copyright = "1"'
    photo_site.build(builder=builder)
    is_site = builder == "dirhtml"
    assert (photo_site.out / "_images/variants").exists() == is_site
    pages = {
        page.name for page in photo_site.out.rglob("*html") if b"<picture" in page.read_bytes()
    }
    assert bool(pages) == is_site
