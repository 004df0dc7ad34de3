"""Pictures in the text with their variants."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot
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


def test_pictures_of_guides_have_their_size(site: Site, clean) -> None:
    """So nothing moves when they come; also drawings and small ones, which have no variants."""
    body = "![Drawn](a.svg)\n\n![Wide](b.svg)\n\n![Far](https://example.org/c.png)"
    site.write({
        "index.md": guide("Home"),
        "nurse/index.md": guide("Nurse", body),
        "nurse/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="48"/>',
        "nurse/b.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>',
        "plain.md": "# Not a guide\n\n![Plain](nurse/a.svg)\n",
    })  # fmt: skip
    site.build()
    drawn, wide, far = site.soup("nurse/index.html").select("article p > img")
    assert (drawn["width"], drawn["height"], drawn["alt"]) == ("80", "48", "Drawn")
    # It fills the line, as before.
    assert "width" not in wide.attrs
    assert "width" not in far.attrs
    plain = site.soup("plain.html").select_one("article p > img")
    assert "width" not in plain.attrs  # type: ignore[union-attr]
    site.write({"nurse/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="48"/>'})
    site.build()
    assert site.soup("nurse/index.html").select_one("article p > img")["width"] == "9"  # type: ignore[index]
    assert snapshot(site.out) == clean(site)
