"""Ways to find and compare: industries, tags, A to Z, related careers, mentions, tables."""

from __future__ import annotations

import pytest

from career_guides.catalogue.related import nearest
from career_guides.catalogue.taxonomy import slug
from tests.sites import FACTS, LOGO, Site, guide, snapshot


def career(title: str, **keys: str) -> str:
    return guide(title, description=f"About {title}", **keys)


@pytest.fixture
def site(site: Site) -> Site:
    site.write(FACTS)
    site.write({
        "index.md": guide(
            "Home", "```{industries}\n```\n\n```{tags}\n```\n\n```{a-z}\n:exclude: other\n```",
        ),
        "nurse/index.md": career(
            "Nurse", industry="Health", tags="[people, night work]", occupation="29-1141",
            cascade="{industry: Health}", figure="{image: /images/one.svg, alt: A}",
        ),
        "nurse/overview.md": guide("What nurses do", "See {guide}`day` and {guide}`/dentist`."),
        "nurse/day.md": guide("A day of a nurse", "With [a dentist](../dentist/index.md)."),
        "dentist/index.md": career(
            "Dentist", industry="Health", tags="[people]", occupation="29-1021",
        ),
        "interpreter/index.md": career(
            "Interpreter", industry="Words", tags="[people]", occupation="27-3091",
        ),
        "interpreter/overview.md": guide("What interpreters do", related="[/dentist]"),
        "singer/index.md": career("Éclair singer", industry="Stage", occupation="27-2042"),
        "singer/night.md": guide("At night", tags="[Night-Work]"),
        "other/page.md": guide("A page", "Text."),
        "compare.md": guide("Compare", "```{compare}\n```"),
        "all.md": guide("All", "```{occupations}\n```"),
        "images/one.svg": LOGO,
    })  # fmt: skip
    return site


def links(site: Site, page: str, selector: str) -> list[tuple[str, str]]:
    return [(a.get_text(), a["href"]) for a in site.soup(page).select(selector)]


# -- industries and tags ------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Food & farming", "food-farming"), ("  C++ ", "c"), ("健康", "健康"), ("!?", "other")],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


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


def test_guides_lead_to_their_industry_and_tags(site: Site) -> None:
    site.build()
    assert links(site, "nurse/index.html", ".guide-terms a") == [
        ("Health", "../industry/health.html"),
        ("people", "../tag/people.html"),
        ("night work", "../tag/night-work.html"),
    ]
    assert links(site, "index.html", ".guide-term-list a")[:2] == [
        ("Health", "industry/health.html"), ("Stage", "industry/stage.html"),
    ]  # fmt: skip
    assert site.soup("index.html").select_one(".guide-term-list li").get_text() == "Health (2)"


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


# -- A to Z -------------------------------------------------------------------


def test_a_to_z_has_every_career(site: Site) -> None:
    site.build()
    page = site.soup("index.html")
    letters = [(a.get_text(), a["href"]) for a in page.select(".guide-letters a")]
    # Accents do not count, and a folder that is no career can be left out.
    assert letters == [
        ("D", "#letter-d"), ("E", "#letter-e"), ("I", "#letter-i"), ("N", "#letter-n"),
    ]  # fmt: skip
    assert all(page.select(href) for _, href in letters)
    rows = [row.get_text() for row in page.select("ul.guide-a-z > li")]
    assert rows == [
        "Dentist \N{EN DASH} About Dentist", "Éclair singer \N{EN DASH} About Éclair singer",
        "Interpreter \N{EN DASH} About Interpreter", "Nurse \N{EN DASH} About Nurse",
    ]  # fmt: skip


def test_a_new_folder_appears_everywhere(site: Site, clean) -> None:
    site.build()
    site.write({"pilot/index.md": career("Pilot", industry="Health", occupation="29-1141")})
    site.build()
    assert "Pilot" in [text for text, _ in links(site, "index.html", "ul.guide-a-z a")]
    for page in ("industry/health.html", "compare.html", "all.html"):
        assert any(href.endswith("pilot/index.html") for _, href in links(site, page, "article a"))
    assert snapshot(site.out) == clean(site)


def test_a_page_may_have_a_search_field(site: Site) -> None:
    site.write({"nurse/find.md": guide("Find", "```{search}\n```")})
    assert site.build("-n", "-W") == ""
    form = site.soup("nurse/find.html").select_one("article form[role=search]")
    assert form["action"] == "../search.html"
    assert form.select_one("input")["name"] == "q"
    assert site.build("-n", "-W", builder="text", out="text") == ""


# -- related ------------------------------------------------------------------


def test_overview_shows_the_nearest_careers(site: Site) -> None:
    site.build()
    # Health 3 and people 1; O*NET's relation of interpreters to nurses 2 and people 1.
    cards = links(site, "nurse/overview.html", ".guide-grid a.guide-card")
    assert [href for _, href in cards] == ["../dentist/index.html", "../interpreter/index.html"]
    # What the author names comes first, and once.
    cards = links(site, "interpreter/overview.html", ".guide-grid a.guide-card")
    assert [href for _, href in cards] == ["../dentist/index.html", "../nurse/index.html"]
    # A career without an overview shows them on its landing page; one without relations none.
    assert links(site, "dentist/index.html", ".guide-grid a.guide-card")
    assert not links(site, "singer/index.html", ".guide-grid a.guide-card")
    assert not links(site, "nurse/day.html", ".guide-grid a.guide-card")


def test_the_nearest_do_not_depend_on_the_order_of_reading(site: Site) -> None:
    from pathlib import Path  # noqa: PLC0415

    from career_guides.catalogue.load import load  # noqa: PLC0415

    files = sorted(Path(site.docs).rglob("*.md"))
    names = {file.relative_to(site.docs).with_suffix("").as_posix(): file for file in files}
    catalogue, _ = load(site.docs, names)
    faces = {name.rpartition("/")[0]: catalogue.entries[name] for name in names if "/index" in name}
    found = nearest(faces, catalogue.facts, faces)
    assert nearest(dict(reversed(faces.items())), catalogue.facts, faces) == found
    assert found["nurse"] == ["dentist", "interpreter"]
    assert found["singer"] == []


# -- mentions -----------------------------------------------------------------


def test_guides_that_mention_this_one(site: Site, clean) -> None:
    site.build()
    assert links(site, "dentist/index.html", ".guide-mentions a") == [
        ("A day of a nurse", "../nurse/day.html"),
        ("What nurses do", "../nurse/overview.html"),
    ]
    assert not links(site, "interpreter/index.html", ".guide-mentions a")
    site.write({"nurse/day.md": guide("A night of a nurse", "Alone.")})
    site.build("-j2")
    assert links(site, "dentist/index.html", ".guide-mentions a") == [
        ("What nurses do", "../nurse/overview.html")
    ]
    assert snapshot(site.out) == clean(site)


# -- tables -------------------------------------------------------------------


def table(site: Site, page: str) -> list[list[str]]:
    rows = site.soup(page).select(".guide-table tbody tr")
    return [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in rows]


def test_careers_are_compared(site: Site) -> None:
    site.build("-n", "-W")
    found = table(site, "compare.html")
    assert [row[:4] for row in found] == [
        ["Dentist", "$180,000", "not released in full", "700"],
        ["Éclair singer", "$47.80 an hour", "by the hour only", "80"],
        ["Interpreter", "$60,170", "$37,070 to $103,660", "520"],
        ["Nurse", "$97,550", "$68,940 to $137,470", "3,300"],
    ]
    assert found[0][4:] == ["Doctoral degree", "Health", "Dentists", ""]
    assert found[3][4:] == ["", "Health", "Nurses", "Overview Day"]
    page = site.soup("compare.html")
    first = page.select_one(".guide-table tbody tr")
    assert first.th["scope"] == "row"
    # One scale for all: the highest pay that is released ends near its right edge.
    bars = {bar.parent["aria-label"].split(":")[0]: bar for bar in page.select("rect.range")}
    assert bars.keys() == {"Interpreters", "Nurses"}
    assert bars["Nurses"]["x"] == f"{100 * 68940 / (1.04 * 137470):.2f}%"
    assert "Survey of Work" in page.select_one(".at-a-glance-source").get_text()


def test_every_occupation_is_listed(site: Site) -> None:
    site.build()
    found = table(site, "all.html")
    assert [row[0] for row in found] == ["Singers <of songs>", "Interpreters", "Dentists", "Nurses"]
    assert found[3] == [
        "Nurses", "$97,550", "$68,940", "$137,470", "3,300", "Nurse", "Health", "29-1141",
    ]  # fmt: skip
    sorts = [
        cell.get("data-sort") for cell in site.soup("all.html").select("tbody tr")[0].find_all("td")
    ]
    # Pay by the hour is no pay by the year, whatever one would multiply it by.
    assert sorts[:4] == ["", "", "", "80"]


def test_tables_are_whole_in_other_formats(site: Site) -> None:
    assert site.build("-n", "-W", builder="text", out="text") == ""
    text = (site.path / "text/all.txt").read_text("utf-8")
    assert "| Singers <of songs>" in text
    assert "| $97,550 " in text


def test_scripts_and_room_are_on_pages_with_tables_alone(site: Site) -> None:
    site.write({"plain.md": "# No guide\n\n```{occupations}\n```\n"})
    site.build()

    def scripts(page: str) -> set[str]:
        soup = site.soup(page)
        found = soup.select("script[src]")
        names = {script["src"].split("?")[0].rpartition("/")[2]: script for script in found}
        ours = names.keys() & {"tables.js", "sortable.min.js"}
        assert all(names[name].has_attr("defer") for name in ours)
        # In the head: what comes with the table would move what is there already.
        assert bool(soup.select("head style:-soup-contains('.content')")) == bool(ours)
        return set(ours)

    for page in ("all.html", "compare.html", "plain.html"):
        assert scripts(page) == {"tables.js", "sortable.min.js"}
    assert scripts("nurse/index.html") == scripts("industry/health.html") == set()


def test_vendored_script_says_what_it_is() -> None:
    from career_guides.config import HERE  # noqa: PLC0415

    text = (HERE / "static/sortable.min.js").read_text("utf-8")
    assert text.startswith("/*! sortable-tablesort 4.1.7 | Unlicense | ")
