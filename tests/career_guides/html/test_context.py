"""The logo and the footer of a page."""

from __future__ import annotations

from tests.sites import Site, guide
from tests.sites.markup import hrefs


def test_logo_of_the_guide_with_its_dark_variant(pilot_site: Site) -> None:
    light, dark = pilot_site.soup("pilot/overview.html").select(".sidebar-brand img.sidebar-logo")
    assert "only-light" in light["class"]
    assert "only-dark" in dark["class"]
    for image in (light, dark):
        assert image["alt"] == "Dojo"
        assert (image["width"], image["height"]) == ("90", "60")
        assert (pilot_site.out / "pilot" / str(image["src"])).is_file()


def test_logo_of_the_site_is_the_default(pilot_site: Site) -> None:
    for page in ("index.html", "genindex.html", "search.html", "pilot/hidden.html"):
        (image,) = pilot_site.soup(page).select(".sidebar-brand img.sidebar-logo")
        assert "acme" in str(image["src"])
        assert image["alt"] == "Acme Careers"
        assert {"only-light", "only-dark"}.isdisjoint(image["class"])


def test_footer_exactly_where_it_is_asked_for(pilot_site: Site) -> None:
    pages = {path.relative_to(pilot_site.out).as_posix() for path in pilot_site.out.rglob("*.html")}
    with_footer = {page for page in pages if pilot_site.soup(page).select("footer.site-footer")}
    career = {"pilot/index.html", "pilot/overview.html", "pilot/day.html"}
    # Pages without front matter that readers come to from elsewhere have it too.
    generated = {page for page in pages if page.startswith(("industry/", "tag/"))}
    generated |= {"404.html", "search.html"}
    assert with_footer == {"index.html", "nasty.html", *career, *generated}
    assert len(generated) > 2
    (footer,) = pilot_site.soup("pilot/day.html").select("footer.site-footer")
    assert footer.p.get_text() == "Footer & text"
    assert hrefs(footer.select("nav[aria-label=Careers] a")) == ["index.html"]
    assert footer.select_one("nav a").get_text() == "Pilot"
    assert hrefs(footer.select(".site-footer-social a")) == ["https://forum.example/"]
    assert footer.img["alt"] == "Acme Careers"


def test_what_checkers_of_html_ask_for(pay_site: Site) -> None:
    """Those rules of html-validate, HTML_CodeSniffer and axe that need no browser."""
    pay_site.write({
        "all.md": guide(
            "All", "```{compare}\n```\n\n```{search}\n```\n\n```{a-z}\n```", industry="Health"
        ),
    })  # fmt: skip
    pay_site.build("-n", "-W")
    pages = [path.relative_to(pay_site.out).as_posix() for path in pay_site.out.rglob("*.html")]
    assert {"all.html", "404.html", "search.html", "industry/health.html"} <= {*pages}
    for page in pages:
        soup = pay_site.soup(page)
        assert [str(b) for b in soup.select("button") if not b.get("type")] == [], page
        assert [str(f) for f in soup.select("form") if not f.select("[type=submit]")] == [], page
        names = [aside.get("aria-label") for aside in soup.select("aside")]
        assert all(names), page
        assert len(names) == len(set(names)), page
        empty = [a for a in soup.select("a[href]") if not (a.get_text(strip=True) or a.find("img")
                 or a.get("aria-label"))]  # fmt: skip
        assert empty == [], page
