"""The pages of industries and tags."""

from __future__ import annotations

import pytest

from tests.sites import Site, guide, snapshot
from tests.sites.four_careers import career, links, write_careers


@pytest.fixture
def site(site: Site) -> Site:
    write_careers(site)
    return site


def test_each_industry_and_tag_has_a_page(site: Site) -> None:
    assert site.build("-n", "-W") == ""
    made = {path.relative_to(site.out).as_posix() for path in site.out.glob("[it]*/*.html")}
    assert {name for name in made if name.split("/")[0] in {"industry", "tag"}} == {
        "industry/health.html", "industry/words.html", "industry/stage.html",
        "tag/people.html", "tag/night-work.html",
    }  # fmt: skip
    page = site.soup("industry/health.html")
    assert page.select_one("h1").get_text().startswith("Industry: Health")
    assert page.title.get_text() == "Industry: Health - Acme Careers"
    cards = page.select(".guide-grid > a.guide-card")
    assert [card["href"] for card in cards] == ["../dentist/index.html", "../nurse/index.html"]
    image = cards[1].img["src"]
    assert (site.out / "industry" / image).resolve().is_file()
    described = page.select_one('meta[name="description"]')["content"]
    assert described == "Career guides under Industry: Health: Dentist, Nurse."
    # Under one spelling: its landing page does not have the tag, so its guide stands there.
    assert links(site, "tag/night-work.html", "a.guide-card") == [
        ("At night", "../singer/night.html"),
        ("NurseAbout Nurse", "../nurse/index.html"),
    ]


def test_a_page_says_how_many_guides_it_has(site: Site) -> None:
    site.build()
    said = {
        name: site.soup(name).select_one("p.guide-subtitle").get_text()  # type: ignore[union-attr]
        for name in ("industry/health.html", "industry/stage.html", "tag/people.html")
    }
    assert said["industry/health.html"] == (
        "Guides to careers in this industry: 2. Choose one to begin with."
    )
    # With one, there is nothing to choose.
    assert said["industry/stage.html"] == "There is one guide to a career in this industry so far."


def test_addresses_are_right_in_folders_too(site: Site) -> None:
    site.build("-n", "-W", builder="dirhtml")
    found = links(site, "industry/health/index.html", "a.guide-card")
    assert [href for _, href in found] == ["../../dentist/", "../../nurse/"]
    image = site.soup("industry/health/index.html").select_one("a.guide-card img")["src"]
    assert (site.out / "industry/health" / image).resolve().is_file()


def test_a_page_of_ones_own_takes_the_place_of_ours(site: Site) -> None:
    site.build()
    site.write({"industry/health.md": guide("Health work", "```{guides}\n:industry: Health\n```")})
    assert site.build("-n", "-W") == ""
    assert site.soup("industry/health.html").select_one("h1").get_text().startswith("Health work")


def test_pages_of_terms_that_have_gone_are_removed(site: Site, clean) -> None:
    site.build()
    assert (site.out / "industry/stage.html").is_file()
    site.write({"singer/index.md": career("Singer", industry="Words")})
    site.build()
    assert not (site.out / "industry/stage.html").exists()
    assert snapshot(site.out) == clean(site)


def test_sitemap_lists_them(site: Site) -> None:
    site.more = ', "sphinx_sitemap"'
    site.build()
    sitemap = (site.out / "sitemap.xml").read_text("utf-8")
    assert "https://example.org/en/industry/health.html" in sitemap


def test_the_navigation_of_another_theme_is_up_to_date(site: Site, clean) -> None:
    site.conf = 'html_theme = "alabaster"'
    site.write({"pilot/index.md": guide("Pilot", industry="Air"), "nurse/index.md": guide("Nurse")})
    site.build()
    site.write({"nurse/day.md": guide("A new page")})
    site.build()
    assert snapshot(site.out) == clean(site)
