"""Breadcrumbs, and the line above the title of a chapter."""

from __future__ import annotations

from urllib.parse import urljoin

from tests.sites import Site, guide, snapshot
from tests.sites.markup import linked_data


def crumbs(site: Site, page: str) -> list[tuple[str, str]]:
    """Return the address, from the root of the site, and the text of each step on a page."""
    base = f"https://example.org/{page}"
    return [
        (urljoin(base, item["href"]) if item.name == "a" else base, item.get_text())
        for item in site.soup(page).select("nav.breadcrumbs > ol > li > *")
    ]


def test_breadcrumbs_lead_through_industry_and_career(nurse_site: Site) -> None:
    root = "https://example.org/"
    assert crumbs(nurse_site, "nurse/day.html") == [
        (f"{root}index.html", "Acme Careers"),
        (f"{root}industry/health.html", "Health"),
        (f"{root}nurse/index.html", "Nurse"),
        (f"{root}nurse/day.html", "A day of a nurse"),
    ]
    last = nurse_site.soup("nurse/day.html").select(".breadcrumbs [aria-current=page]")
    assert [step.get_text() for step in last] == ["A day of a nurse"]
    assert crumbs(nurse_site, "index.html") == crumbs(nurse_site, "search.html") == []


def test_visible_breadcrumbs_are_those_of_the_json_ld(nurse_site: Site) -> None:
    pages = [path.relative_to(nurse_site.out).as_posix() for path in nurse_site.out.rglob("*.html")]
    seen = 0
    for page in pages:
        shown = crumbs(nurse_site, page)
        if not shown:
            continue
        data = linked_data(nurse_site, page)
        listed = (data.get("mainEntityOfPage") or data)["breadcrumb"]["itemListElement"]
        # The file of the home page has the address of the site.
        (first, _), *_ = shown
        assert first == "https://example.org/index.html"
        shown[0] = ("https://example.org/", shown[0][1])
        assert shown == [(step["item"]["@id"], step["name"]) for step in listed], page
        seen += 1
    # Home, search, index, the page for missing addresses, and one that is no guide.
    assert seen == len(pages) - 5
    assert crumbs(nurse_site, "plain.html") == []


def test_name_of_the_career_is_above_the_title_of_a_chapter(site: Site, clean) -> None:
    site.conf = 'guides_not_careers = ["help"]'
    site.write({
        "index.md": guide("Home"), "nurse/index.md": guide("Nurse & co", industry="Health"),
        "nurse/a.md": guide("A"), "nurse/b.md": guide("B"), "cook/only.md": guide("Only"),
        "help/index.md": guide("Help"), "help/x.md": guide("X", industry="Health"),
    })  # fmt: skip
    site.build()
    above = {
        name: [part.get_text() for part in site.soup(f"{name}.html").select(".guide-place span")]
        for name in ("index", "nurse/index", "nurse/b", "cook/only", "help/x")
    }
    assert above == {
        "index": [], "nurse/index": [], "nurse/b": ["Nurse & co", "Chapter 2 of 2"],
        "cook/only": ["Cook"], "help/x": [],
    }  # fmt: skip
    assert [text for _address, text in crumbs(site, "help/x.html")] == ["Acme Careers", "Help", "X"]
    # One more chapter, and another name of the career and its industry: on all of its pages.
    site.write({
        "nurse/index.md": guide("Midwife", industry="Care"), "nurse/c.md": guide("C"),
    })  # fmt: skip
    site.build()
    parts = [part.get_text() for part in site.soup("nurse/b.html").select(".guide-place span")]
    assert parts == ["Midwife", "Chapter 2 of 3"]
    texts = [text for _address, text in crumbs(site, "nurse/b.html")]
    assert texts == ["Acme Careers", "Care", "Midwife", "B"]
    assert snapshot(site.out) == clean(site)


def test_hostile_titles_are_escaped(pilot_site: Site) -> None:
    page = pilot_site.soup("nasty.html")
    assert page.select_one(".breadcrumbs [aria-current]").get_text() == page.h1.find(string=True)
    assert not page.select(".breadcrumbs script")


def test_other_themes_and_formats(site: Site) -> None:
    site.write({"index.md": guide("Home"), "nurse/a.md": guide("A"), "nurse/b.md": guide("B")})
    site.build("-D", "html_theme=alabaster")
    page = site.soup("nurse/b.html")
    assert len(page.select("nav.breadcrumbs")) == len(page.select(".guide-place")) == 1
    site.build(builder="epub", out="book")
    for file in (site.path / "book").rglob("*.xhtml"):
        assert "breadcrumbs" not in file.read_text("utf-8")
