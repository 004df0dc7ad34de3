"""Pictures on cards and in figures."""

from __future__ import annotations

import pytest

from tests.sites import Site
from tests.sites.pictures import FORMATS, check_sources


def test_figure_of_the_page_has_its_variants(built_photo_site: Site) -> None:
    site = built_photo_site
    (picture,) = site.soup("pilot/index.html").select(".figure-card > picture")
    assert check_sources(site, "pilot/index.html", picture) == [[368, 500]] * len(FORMATS)
    sizes = {source["sizes"] for source in picture.find_all("source")}
    assert sizes == {"(max-width: 534px) calc(100vw - 34px), 500px"}
    image = picture.find("img", recursive=False)
    wanted = {"alt": "A ward", "width": "500", "height": "300", "fetchpriority": "high",
              "decoding": "async", "src": "../_images/images.photo.jpg"}  # fmt: skip
    assert image.attrs == wanted
    original = (site.docs / "images/photo.jpg").read_bytes()
    assert (site.out / "_images/images.photo.jpg").read_bytes() == original


@pytest.mark.parametrize("page", ["index.html", "industry/air.html"])
def test_thumbnail_of_a_card_has_its_variants(built_photo_site: Site, page: str) -> None:
    site = built_photo_site
    (picture,) = site.soup(page).select(".guide-card > picture")
    assert check_sources(site, page, picture) == [[368, 500]] * len(FORMATS)
    assert picture.source["sizes"] == "(max-width: 563px) calc(100vw - 34px), 356px"
    assert (picture.img["alt"], picture.img["loading"]) == ("", "lazy")
