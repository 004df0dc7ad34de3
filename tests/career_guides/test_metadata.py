"""What machines read of a page: Open Graph, X, the card image, JSON-LD."""

from __future__ import annotations

import json
import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
import schema_org
from PIL import Image, features
from pydantic import ValidationError
from schema_org import registry

from career_guides.images import social_drawing as card_image
from career_guides.images.social_drawing import FONT, Face, draw, draw_logo, fit, showable
from tests.conftest import FACTS, LOGO, Site, guide, snapshot

CONF = """
author = "The Acme people"
guides_logo = "acme"
html_theme_options = {"light_css_variables": {"color-brand-primary": "#aa2200"}}
"""
REVIEW = {
    "authors": "[The Acme people, Ann Lee]",
    "generated_by": "a language model",
    "last_reviewed": "2026-03-04",
    "sources": "[{title: A book, url: 'https://book.example/'}, A talk]",
}
PAGES = {
    "index.md": guide("Home", description="The home page"),
    "nurse/index.md": guide(
        "Nurse", description="Cares", industry="Health", occupation="29-1141",
        subtitle="By day and night", cascade="{occupation: 29-1141, industry: Health}", **REVIEW,
    ),
    "nurse/overview.md": guide("What nurses do", description="The work", tags="[night, people]"),
    "nurse/day.md": guide("A day of a nurse"),
    "singer/index.md": guide("Singer", occupation="27-2042"),
    "dentist/index.md": guide("Dentist", occupation="29-1021"),
    "pair/index.md": guide("Pair", occupation="[29-1141, 27-3091]"),
    "plain.md": "# A plain page\n\nText.\n",
    "logos/acme.svg": LOGO.replace("></svg>", "><path fill='#0a0' d='M0 0h90v6H0'/></svg>"),
    **FACTS,
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("metadata") / "site", conf=CONF)
    site.write(PAGES)
    assert site.build("-n", "-W") == ""
    return site


def metas(site: Site, page: str) -> dict[str, str]:
    tags = site.soup(page).head.select("meta[content]")
    return {str(tag.get("name") or tag.get("property")): str(tag["content"]) for tag in tags}


def linked_data(site: Site, page: str) -> dict[str, Any]:
    (script,) = site.soup(page).select('script[type="application/ld+json"]')
    found: dict[str, Any] = json.loads(script.string)
    return found


# -- Open Graph and X ---------------------------------------------------------

KINDS = ["index", "nurse/index", "nurse/day", "plain", "industry/health", "tag/night", "genindex"]


@pytest.mark.parametrize("page", KINDS)
def test_every_page_has_a_card(built: Site, page: str) -> None:
    found = metas(built, f"{page}.html")
    heading = built.soup(f"{page}.html").h1
    for link in heading.select(".headerlink"):
        link.decompose()
    assert found["og:title"] == found["twitter:title"] == heading.get_text()
    assert found["og:url"] == f"https://example.org/{page}.html"
    assert found["og:site_name"] == "Acme Careers"
    assert found["twitter:card"] == "summary_large_image"
    assert found["og:image"] == found["twitter:image"]
    assert found.get("og:description") == found.get("description")
    path = found["og:image"].removeprefix("https://example.org/")
    with Image.open(built.out / path) as image:
        assert (image.size, image.format) == ((1200, 630), "PNG")
        assert str(image.size[0]) == found["og:image:width"]
    assert (found.get("robots") == "noindex") == (page == "genindex")


def test_description_of_an_industry_is_one_string(built: Site) -> None:
    found = metas(built, "industry/health.html")
    text = "Career guides under Industry: Health: Nurse."
    assert found["description"] == found["og:description"] == found["twitter:description"] == text
    assert linked_data(built, "industry/health.html")["description"] == text


def test_no_addresses_without_one_of_the_site(site: Site) -> None:
    site.conf = 'html_baseurl = ""'
    site.build("-n", "-W")
    found = metas(site, "index.html")
    assert found["og:title"] == "Home"
    assert found["twitter:card"] == "summary"
    assert not {"og:url", "og:image", "twitter:image"} & found.keys()
    assert not list(site.out.rglob("_images/social/*"))
    assert not site.soup("index.html").select("link[rel=canonical]")
    assert "url" not in linked_data(site, "index.html")


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_canonical_address_is_everywhere_the_same(site: Site, builder: str) -> None:
    site.conf = 'html_baseurl = "https://example.org/kb"'
    site.write({"nurse/day.md": guide("A day", last_reviewed="2026-01-01")})
    site.build("-n", "-W", builder=builder)
    end = ".html" if builder == "html" else "/"
    address = f"https://example.org/kb/nurse/day{end}"
    page = "nurse/day.html" if builder == "html" else "nurse/day/index.html"
    (canonical,) = site.soup(page).select("link[rel=canonical]")
    data = linked_data(site, page)
    assert canonical["href"] == metas(site, page)["og:url"] == data["url"] == address
    assert data["mainEntityOfPage"]["breadcrumb"]["itemListElement"][-1]["item"]["@id"] == address
    assert f"<id>{address}</id>" in (site.out / "feed.xml").read_text("utf-8")


# -- the card -----------------------------------------------------------------


def pixels(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def face(title: str, line: str = "") -> Face:
    return Face(title, line, "example.org", "Acme", "#aa2200")


def test_card_shows_logo_colour_title_and_career(built: Site) -> None:
    path = metas(built, "nurse/day.html")["og:image"].removeprefix("https://example.org/")
    card = pixels((built.out / path).read_bytes())
    assert card.getpixel((600, 10)) == (0xAA, 0x22, 0x00)
    colours = {colour for _, colour in card.crop((80, 68, 440, 178)).getcolors(100_000)}
    assert any(green > 150 and red < 60 for red, green, _ in colours)
    expected = draw(
        face("A day of a nurse", "Nurse"),
        draw_logo((built.docs / "logos/acme.svg").read_bytes(), is_svg=True, width=165),
    )
    assert card.tobytes() == pixels(expected).tobytes()


@pytest.mark.parametrize(
    "title",
    [
        "Short",
        "word " * 59 + "end",
        "x" * 300,
        "漢" * 300,
        "A\u0301 \u200d",
        "Ü" * 30 + " " + "W" * 90,
    ],
)
def test_titles_of_any_length_have_room(title: str) -> None:
    size, lines = fit(title, FONT)
    font = card_image.load_font(FONT, size)
    assert all(font.getlength(line) <= card_image.WIDTH - 2 * card_image.MARGIN for line in lines)
    height = size + (len(lines) - 1) * size * card_image.LINE
    assert height <= card_image.TITLE_HEIGHT
    assert lines[-1].endswith("…") == (len("".join(lines)) < len(title.replace(" ", "")))
    card = pixels(draw(face(title), None))
    assert card.crop((0, 21, 60, 630)).getcolors() == [(60 * 609, (255, 255, 255))]
    assert card.crop((1130, 21, 1200, 630)).getcolors() == [(70 * 609, (255, 255, 255))]


def test_scripts_that_the_font_has_and_lacks() -> None:
    assert showable("Café — “Пекарь” ½", FONT) == "Café — “Пекарь” ½"
    assert showable("Chef 🍳 de cuisine", FONT) == "Chef de cuisine"
    assert showable("看護師", FONT) is None
    shaped = showable("מדריך לאחות", FONT)
    assert shaped == ("מדריך לאחות" if features.check("raqm") else None)


@pytest.mark.skipif(not features.check("raqm"), reason="no libraqm to shape Hebrew with")
def test_what_is_written_from_the_right_stands_at_the_right() -> None:
    card = pixels(draw(face("שלום"), None)).convert("L")
    ink = card.point(lambda value: 255 * (value < 128)).crop((0, 280, 1200, 540)).getbbox()
    assert ink[0] > 600
    assert 1100 < ink[2] <= 1125


def test_a_second_build_draws_no_card(site: Site) -> None:
    site.write({"nurse/day.md": guide("A day")})
    site.build()
    before = {file: file.stat().st_mtime_ns for file in site.out.rglob("_images/social/*")}
    assert len(before) == 2
    site.write({"nurse/day.md": guide("A night")})
    site.build()
    after = {file: file.stat().st_mtime_ns for file in site.out.rglob("_images/social/*")}
    assert len(after) == 2
    assert len(before.items() & after.items()) == 1


def test_a_new_logo_is_on_the_cards(site: Site, clean) -> None:
    site.conf = 'guides_logo = "acme"'
    site.write({"nurse/day.md": guide("A day")})
    site.build()
    before = metas(site, "nurse/day.html")["og:image"]
    site.write({"logos/acme.svg": LOGO.replace("></svg>", "><path d='M0 0h90v6H0'/></svg>")})
    site.build()
    assert metas(site, "nurse/day.html")["og:image"] != before
    assert snapshot(site.out) == clean(site)


def test_cards_can_be_turned_off(site: Site) -> None:
    site.conf = "guides_social_cards = False"
    figure = "{image: /images/photo.png, alt: A ward}"
    site.write({"nurse/day.md": guide("A day", figure=figure)})
    (site.docs / "images").mkdir()
    Image.new("RGB", (40, 30)).save(site.docs / "images/photo.png")
    site.build("-n", "-W")
    found = metas(site, "nurse/day.html")
    # Then the guide's own picture, which is none that only some networks show.
    assert found["og:image"] == "https://example.org/_images/images.photo.png"
    assert found["og:image:alt"] == "A ward"
    assert not list(site.out.rglob("_images/social/*"))


def test_a_font_of_ones_own(site: Site) -> None:
    site.conf = 'guides_social_font = "font.ttf"'
    assert "guides_social_font: no file 'font.ttf'" in site.build(code=2)
    (site.path / "font.ttf").write_bytes(FONT.read_bytes())
    assert site.build("-n", "-W") == ""
    assert metas(site, "index.html")["og:image"]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="{}">{}</svg>'
HUGE = SVG.format(9_000_000, "<path d='M0 0h1v1'/>")
OUT = SVG.format(1, "<image href='{}' width='1' height='1'/>")


@pytest.mark.parametrize("logo", ["", "no picture", "<svg", HUGE, OUT])
def test_a_hostile_logo_is_left_out(logo: str, tmp_path) -> None:
    Image.new("RGB", (9, 9), "red").save(tmp_path / "red.png")
    text = logo.format(tmp_path / "red.png") if logo is OUT else logo
    assert draw_logo(text.encode(), is_svg=True, width=300) is None
    assert draw_logo(text.encode(), is_svg=False, width=300) is None


# -- JSON-LD ------------------------------------------------------------------


def vocabulary(node: Any) -> Any:
    """Return *node* in the words of schema.org's vocabulary, as strict models.

    :raises KeyError: if there is no such type
    :raises ValidationError: if a property or value is not one of its type
    """
    if isinstance(node, list):
        return [vocabulary(item) for item in node]
    if isinstance(node, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", node):
        return date.fromisoformat(node)
    if not isinstance(node, dict):
        return node
    # "query-input" annotates a property of an action: https://schema.org/docs/actions.html
    kept = [key for key in node if key[0] != "@" and not key.endswith("-input")]
    model = registry.get_model(node["@type"])
    return model.model_validate({key: vocabulary(node[key]) for key in kept})


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "Artikel"},
        {"@type": "Article", "writer": "Ann"},
        {"@type": "Article", "author": [{"@type": "Recipe", "name": "Ann"}]},
        {"@type": "Article", "author": [{"@type": "Person", "price": 3}]},
        {"@type": "Article", "dateModified": "May"},
    ],
)
def test_the_vocabulary_refuses_what_is_not_in_it(wrong: dict[str, Any]) -> None:
    assert schema_org.SCHEMA_VERSION == "30.1"
    vocabulary({"@type": "Article", "author": [{"@type": "Person", "name": "Ann"}]})
    with pytest.raises((KeyError, ValidationError)):
        vocabulary(wrong)


def test_every_page_is_valid(built: Site) -> None:
    kinds = set()
    for path in sorted(built.out.rglob("*.html")):
        page = path.relative_to(built.out).as_posix()
        if page in {"genindex.html", "search.html", "404.html"}:
            assert not built.soup(page).select('script[type="application/ld+json"]')
            continue
        data = linked_data(built, page)
        assert data["@context"] == "https://schema.org"
        vocabulary(data)
        kinds.add(data["@type"])
    assert kinds == {"WebSite", "Article", "WebPage", "CollectionPage"}


def test_article_has_the_authors_dates_and_provenance_of_its_page(built: Site) -> None:
    data = linked_data(built, "nurse/index.html")
    shown = built.soup("nurse/index.html").select_one(".guide-provenance")
    assert data["headline"] == "Nurse"
    assert data["alternativeHeadline"] == "By day and night"
    assert data["author"] == [
        {"@type": "Organization", "name": "The Acme people"},
        {"@type": "Person", "name": "Ann Lee"},
    ]
    assert data["creditText"] in shown.get_text()
    assert data["creditText"].endswith("Text generated by a language model.")
    assert data["dateModified"] == data["mainEntityOfPage"]["lastReviewed"] == "2026-03-04"
    assert "4 March 2026" in shown.get_text()
    assert data["citation"] == [
        {"@type": "CreativeWork", "name": "A book", "url": "https://book.example/"},
        {"@type": "CreativeWork", "name": "A talk"},
    ]
    assert linked_data(built, "nurse/overview.html")["keywords"] == ["night", "people"]


def test_breadcrumbs_lead_from_the_home_page(built: Site) -> None:
    crumbs = linked_data(built, "nurse/overview.html")["mainEntityOfPage"]["breadcrumb"]
    assert [
        (item["position"], item["name"], item["item"]["@id"]) for item in crumbs["itemListElement"]
    ] == [
        (1, "Acme Careers", "https://example.org/index.html"),
        (2, "Nurse", "https://example.org/nurse/index.html"),
        (3, "What nurses do", "https://example.org/nurse/overview.html"),
    ]
    crumbs = linked_data(built, "industry/health.html")["breadcrumb"]["itemListElement"]
    assert [item["name"] for item in crumbs] == ["Acme Careers", "Industry: Health"]


def test_home_page_says_how_to_search(built: Site) -> None:
    data = linked_data(built, "index.html")
    assert (data["@type"], data["name"]) == ("WebSite", "Acme Careers")
    action = data["potentialAction"]
    address = action["target"]["urlTemplate"].removeprefix("https://example.org/")
    page, _, query = address.partition("?")
    assert (built.out / page).is_file()
    form = built.soup("index.html").select_one("form[role=search]")
    assert query == f"{form.select_one('input')['name']}={{search_term_string}}"
    assert action["query-input"] == "required name=search_term_string"


def salary(built: Site, page: str) -> dict[str, Any]:
    (job,) = linked_data(built, page)["about"]
    (pay,) = job["estimatedSalary"]
    return {key: value for key, value in pay.items() if key != "subjectOf"}


def test_occupation_has_the_figures_of_the_card(built: Site) -> None:
    (job,) = linked_data(built, "nurse/index.html")["about"]
    card = built.soup("nurse/index.html").select_one("aside.at-a-glance").get_text()
    assert job["name"] == "Nurses"
    assert job["occupationalCategory"]["codeValue"] == "29-1141"
    assert job["occupationLocation"]["name"] in card
    (pay,) = job["estimatedSalary"]
    assert (pay["currency"], pay["duration"]) == ("USD", "P1Y")
    for key in ("percentile10", "percentile25", "median", "percentile75", "percentile90"):
        assert f"${pay[key]:,.0f}" in card, key
    source = pay["subjectOf"]
    assert source["name"] == "Survey of Work, May 2025"
    assert source["publisher"]["name"] in card
    assert (source["url"], source["datePublished"]) == ("https://work.example/", "2026-05-15")


def test_occupation_says_no_more_than_the_survey(built: Site) -> None:
    # By the hour alone.
    assert salary(built, "singer/index.html") == {
        "@type": "MonetaryAmountDistribution", "name": "Pay", "currency": "USD",
        "duration": "PT1H", "percentile10": 20.35, "percentile25": 27.57, "median": 47.8,
        "percentile75": 75.33, "percentile90": 132.56,
    }  # fmt: skip
    # Above its highest limit: "or more" is no number.
    found = salary(built, "dentist/index.html")
    assert not {"percentile75", "percentile90"} & found.keys()
    assert found["median"] == 180000


def test_occupations_are_on_the_overview_alone(built: Site) -> None:
    assert "about" in linked_data(built, "nurse/overview.html")
    assert "about" not in linked_data(built, "nurse/day.html")
    names = [job["name"] for job in linked_data(built, "pair/index.html")["about"]]
    cards = built.soup("pair/index.html").select(".at-a-glance .rubric")
    assert [f"At a glance: {name}" for name in names] == [card.get_text() for card in cards]


def test_titles_above_are_written_anew(site: Site, clean) -> None:
    site.write({"nurse/index.md": guide("Nurse"), "nurse/day.md": guide("A day")})
    site.build()
    site.write({"nurse/index.md": guide("Nursing")})
    site.build()
    crumbs = linked_data(site, "nurse/day.html")["mainEntityOfPage"]["breadcrumb"]
    assert crumbs["itemListElement"][1]["name"] == "Nursing"
    assert snapshot(site.out) == clean(site)
