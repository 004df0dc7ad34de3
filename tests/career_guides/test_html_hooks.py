"""The HTML that readers' tools, styles and other tests hold on to (the contract, section 3)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conftest import LOGO, Site, guide

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

NASTY = '<script>alert(1)</script> & "q" *stars*'

CONF = """
smartquotes = False
guides_logo = "acme"
guides_navbar = [{"title": "Start", "url": "/index"}, {"title": "Away", "url": "https://a.example/"}]
guides_footer = {
    "text": "Footer & text",
    "columns": [{"title": "Careers", "links": [{"url": "/pilot/index"}]}],
    "social": [{"title": "Forum", "url": "https://forum.example/"}],
}
"""

FIGURE = (
    "{image: /images/one.svg, alt: A plane, credit: Ann, license: CC0, "
    "caption: 'A *fine* [plane](https://p.example/)'}"
)

ABROAD = "https://www.example.com/jobs/"

PAGES = {
    "index.md": guide(
        "Home", "```{guides}\n```", description="The home page", include_footer="true"
    ),
    "pilot/index.md": guide(
        "Pilot", "```{guides}\n:career: pilot\n```\n",
        next="overview", description="Flies planes", industry="Air", tags="[sky, night]",
        figure=FIGURE,
        cascade="{sidebar: true, sidebarlogo: dojo, include_footer: true, industry: Air}",
    ),
    "pilot/overview.md": guide(
        "What pilots do", next="day", description="The work", tags="[sky]", figure=FIGURE
    ),
    "pilot/day.md": guide(
        "A day", next=f"[overview, /nurse/index, {{to: '{ABROAD}', label: Find a job}}]",
        figure="{image: /images/one.svg, decorative: true}", last_reviewed="2026-01-02",
    ),
    "pilot/hidden.md": guide(
        "Without", sidebar="false", include_footer="false", sidebarlogo="acme", weight="9"
    ),
    "nurse/index.md": guide("Nurse", description="Cares for people", industry="Health"),
    "nurse/night.md": guide("A night", tags="[night]", industry="Health", weight="1"),
    "lists.md": guide(
        "Lists",
        "".join(
            f"## {name}\n\n```{{guides}}\n{options}\n```\n\n"
            for name, options in {
                "Industry": ":industry: health",
                "Tag": ":tag: Night",
                "Career": ":career: pilot",
                "By title": ":career: pilot\n:sort: title",
                "Reviewed": ":career: pilot\n:sort: reviewed\n:limit: 1",
                "Limit": ":career: pilot\n:limit: 2",
                "None": ":tag: nothing",
            }.items()
        ),
    ),
    "nasty.md": guide(
        f"'{NASTY}'", "Body.", subtitle=f"'{NASTY}'", description=f"'{NASTY}'",
        industry=f"'{NASTY}'", authors=f"'{NASTY}'", sources=f"['{NASTY}']",
        figure=f"{{image: /images/one.svg, alt: '{NASTY}', caption: '{NASTY}', credit: '{NASTY}'}}",
        next=f"{{to: pilot/day, label: '{NASTY}'}}", include_footer="true",
    ),
    "to-nasty.md": guide("Points", "{guide}`nasty`", next="nasty", related="[nasty]"),
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("hooks") / "site", conf=CONF)
    logos = ("logos/acme.svg", "logos/dojo.svg", "logos/dojo-dark.svg", "images/one.svg")
    site.write({**PAGES, **dict.fromkeys(logos, LOGO)})
    assert site.build() == ""
    return site


def hrefs(links: list[Tag]) -> list[str]:
    return [str(link["href"]) for link in links]


def titles(grid: Tag | None) -> list[str]:
    return [card.get_text() for card in grid.select(".guide-card-title")] if grid else []


def test_logo_of_the_guide_with_its_dark_variant(built: Site) -> None:
    light, dark = built.soup("pilot/overview.html").select(".sidebar-brand img.sidebar-logo")
    assert "only-light" in light["class"]
    assert "only-dark" in dark["class"]
    for image in (light, dark):
        assert image["alt"] == "Dojo"
        assert (image["width"], image["height"]) == ("90", "60")
        assert (built.out / "pilot" / str(image["src"])).is_file()


def test_logo_of_the_site_is_the_default(built: Site) -> None:
    for page in ("index.html", "genindex.html", "search.html", "pilot/hidden.html"):
        (image,) = built.soup(page).select(".sidebar-brand img.sidebar-logo")
        assert "acme" in str(image["src"])
        assert image["alt"] == "Acme Careers"
        assert {"only-light", "only-dark"}.isdisjoint(image["class"])


def test_drawer_lists_the_career_in_order(built: Site) -> None:
    soup = built.soup("pilot/day.html")
    (drawer,) = soup.select("nav.guide-nav")
    links = drawer.select("a")
    assert drawer["aria-label"] == "Pilot"
    assert [link.get_text() for link in links] == ["Pilot", "What pilots do", "A day", "Without"]
    assert hrefs(links) == ["index.html", "overview.html", "#", "hidden.html"]
    assert [link.get_text() for link in soup.select('[aria-current="page"]')] == ["A day"]
    assert len(built.soup("pilot/index.html").select('.guide-nav [aria-current="page"]')) == 1


@pytest.mark.parametrize("page", ["pilot/hidden.html", "index.html", "nurse/night.html"])
def test_no_drawer_where_sidebar_is_not_true(built: Site, page: str) -> None:
    soup = built.soup(page)
    assert not soup.select("nav.guide-nav")
    assert hrefs(soup.select("nav.site-nav a"))[1] == "https://a.example/"


def test_figure_card(built: Site) -> None:
    (figure,) = built.soup("pilot/overview.html").select("figure.figure-card")
    image = figure.find("img", recursive=False)
    wanted = {"alt": "A plane", "width": "90", "height": "60", "fetchpriority": "high"}
    assert {key: image[key] for key in wanted} == wanted
    assert not image.has_attr("loading")
    caption = figure.find("figcaption", recursive=False)
    assert caption.em.get_text() == "fine"
    assert caption.select_one("a.external")["href"] == "https://p.example/"
    assert caption.select_one(".figure-credit").get_text() == "Ann (CC0)"


def test_decorative_figure_says_nothing(built: Site) -> None:
    (figure,) = built.soup("pilot/day.html").select("figure.figure-card")
    assert figure.img["alt"] == ""
    assert figure.find("figcaption") is None


def test_next_card(built: Site) -> None:
    soup = built.soup("pilot/overview.html")
    (card,) = soup.select("nav.next-card > a")
    assert card["rel"] == ["next"]
    assert card["href"] == "day.html"
    assert card.select_one(".next-card-title").get_text() == "A day"
    assert not card.select(".next-card-description")
    # What Furo would show of the same page is not there a second time.
    assert not soup.select(".related-pages .next-page")


def test_several_next_cards(built: Site) -> None:
    (box,) = built.soup("pilot/day.html").select("nav.next-card")
    back, nurse, away = box.find_all("a", recursive=False)
    assert hrefs([back, nurse, away]) == ["overview.html", "../nurse/index.html", ABROAD]
    assert back.select_one(".next-card-description").get_text() == "The work"
    assert nurse.select_one(".next-card-title").get_text() == "Nurse"
    assert away.select_one(".next-card-title").get_text() == "Find a job"
    assert away.select_one(".next-card-description").get_text() == "www.example.com"
    assert {link["rel"][0] for link in (back, nurse, away)} == {"next"}


def test_no_next_card_without_next(built: Site) -> None:
    assert not built.soup("nurse/night.html").select("nav.next-card")


def test_footer_exactly_where_it_is_asked_for(built: Site) -> None:
    pages = {path.relative_to(built.out).as_posix() for path in built.out.rglob("*.html")}
    with_footer = {page for page in pages if built.soup(page).select("footer.site-footer")}
    career = {"pilot/index.html", "pilot/overview.html", "pilot/day.html"}
    assert with_footer == {"index.html", "nasty.html", *career}
    (footer,) = built.soup("pilot/day.html").select("footer.site-footer")
    assert footer.p.get_text() == "Footer & text"
    assert hrefs(footer.select("nav[aria-label=Careers] a")) == ["index.html"]
    assert footer.select_one("nav a").get_text() == "Pilot"
    assert hrefs(footer.select(".site-footer-social a")) == ["https://forum.example/"]
    assert footer.img["alt"] == "Acme Careers"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("industry", ["Nurse"]),
        ("tag", ["A night", "Pilot"]),
        ("career", ["What pilots do", "A day", "Without"]),
        ("by-title", ["A day", "What pilots do", "Without"]),
        ("reviewed", ["A day"]),
        ("limit", ["What pilots do", "A day"]),
        ("none", []),
    ],
)
def test_guide_grid_options(built: Site, name: str, wanted: list[str]) -> None:
    assert titles(built.soup("lists.html").select_one(f"#{name} .guide-grid")) == wanted


def test_guide_grid_cards(built: Site) -> None:
    (grid,) = built.soup("index.html").select(".guide-grid")
    assert titles(grid) == ["Nurse", "Pilot"]
    nurse, pilot = grid.find_all("a", class_="guide-card", recursive=False)
    assert pilot["href"] == "pilot/index.html"
    assert pilot.select_one(".guide-card-description").get_text() == "Flies planes"
    assert (pilot.img["alt"], pilot.img["loading"]) == ("", "lazy")  # the title says it
    assert (built.out / str(pilot.img["src"])).is_file()
    assert nurse.img is None


def head(soup: BeautifulSoup, selector: str, attribute: str) -> list[str]:
    return [str(tag[attribute]) for tag in soup.head.select(selector)]


def test_head(built: Site) -> None:
    soup = built.soup("pilot/overview.html")
    (title,) = soup.select("head > title")
    assert title.get_text() == "What pilots do - Acme Careers"
    assert head(soup, "meta[name=description]", "content") == ["The work"]
    address = "https://example.org/pilot/overview.html"
    assert head(soup, "link[rel=canonical]", "href") == [address]
    assert head(soup, "link[rel=prev]", "href") == ["index.html"]
    assert head(soup, "link[rel=next]", "href") == ["day.html"]
    properties = {tag["property"]: tag["content"] for tag in soup.head.select("meta[property]")}
    image = properties.pop("og:image")
    assert image.startswith("https://example.org/_images/social/")
    assert properties == {
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Pilot: What pilots do",
        "og:type": "article",
        "og:title": "What pilots do",
        "og:description": "The work",
        "og:url": address,
        "og:site_name": "Acme Careers",
    }
    (data,) = (json.loads(tag.string) for tag in soup.select('script[type="application/ld+json"]'))
    wanted = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "What pilots do",
        "description": "The work",
        "inLanguage": "en",
        "url": address,
        "image": image,
        "isPartOf": {"@type": "WebSite", "name": "Acme Careers", "url": "https://example.org/"},
    }
    assert {key: data[key] for key in wanted} == wanted


def test_head_of_every_page_says_each_thing_once(built: Site) -> None:
    for path in sorted(built.out.rglob("*.html")):
        soup = built.soup(path.relative_to(built.out).as_posix())
        # Not "viewport": docutils and Furo both write it, the same.
        metas = soup.head.select("meta[name]:not([name=viewport]), meta[property]")
        links = soup.head.select("link[rel=prev], link[rel=next], link[rel=canonical]")
        names = [str(tag.get("name") or tag.get("property") or tag["rel"]) for tag in metas + links]
        assert len(names) == len(set(names)), path
        assert len(soup.select("head > title")) == len(soup.select("h1")) == 1, path


def test_head_of_a_page_that_leads_to_several(built: Site) -> None:
    soup = built.soup("pilot/day.html")
    assert head(soup, "link[rel=next]", "href") == ["overview.html"]
    assert not soup.select("meta[name=description]")


NASTY_PAGES = ["nasty.html", "to-nasty.html", "pilot/day.html", "genindex.html", "index.html"]


@pytest.mark.parametrize("page", NASTY_PAGES)
def test_nothing_an_author_types_is_html(built: Site, page: str) -> None:
    soup = built.soup(page)
    scripts = [tag for tag in soup.select("script") if not tag.get("type")]
    assert not [tag for tag in scripts if "alert" in (tag.string or "")]
    # Inline MyST is for captions and credits alone.
    assert all(tag.find_parent("figcaption") for tag in soup.select("em") if "stars" in tag.text)
    assert "<script>alert" not in (built.out / page).read_text("utf-8")


def test_what_an_author_types_shows_as_typed(built: Site) -> None:
    soup = built.soup("nasty.html")
    (h1,) = soup.select("h1")
    h1.select_one(".headerlink").decompose()
    (card,) = soup.select("nav.next-card > a")
    provenance = soup.select_one(".guide-provenance")
    (data,) = (json.loads(tag.string) for tag in soup.select('script[type="application/ld+json"]'))
    shown = {
        "h1": h1.get_text(),
        "subtitle": soup.select_one(".guide-subtitle").get_text(),
        "description": soup.select_one("meta[name=description]")["content"],
        "og:title": soup.select_one('meta[property="og:title"]')["content"],
        "og:description": soup.select_one('meta[property="og:description"]')["content"],
        "alt": soup.select_one(".figure-card img")["alt"],
        "label": card.select_one(".next-card-context").get_text().removeprefix("Next: "),
        "link": soup.select_one("link[rel=next]")["title"],
        "JSON-LD": data["headline"],
        "source": provenance.li.get_text(),
        "author": provenance.find_all("p")[-1].get_text()[len("Written by ") : -1],
    }
    assert shown == dict.fromkeys(shown, NASTY)
    assert soup.select_one("title").get_text() == f"{NASTY} - Acme Careers"
    # These two are MyST: their stars mean something, their tags do not.
    for part in (".caption-text", ".figure-credit"):
        text = soup.select_one(f".figure-card {part}")
        assert text.get_text() == NASTY.replace("*", "")
        assert text.em.get_text() == "stars"


def test_what_an_author_types_shows_as_typed_on_other_pages(built: Site) -> None:
    soup = built.soup("to-nasty.html")
    assert soup.select_one(".next-card-title").get_text() == NASTY
    assert soup.select_one(".next-card-description").get_text() == NASTY
    assert soup.select_one(".guide-card-title").get_text() == NASTY
    assert soup.select_one("article p a.internal").get_text() == NASTY
    assert soup.select_one("link[rel=next]")["title"] == NASTY
