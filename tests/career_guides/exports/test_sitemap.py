"""sitemap.xml"""

from __future__ import annotations

from tests.sites import Site, guide
from tests.sites.exports import sitemap
from tests.sites.mapped import locations, mapped

WANTED = {
    "dentist/index.html": None,
    "help/index.html": "2026-01-01",
    "": None,  # the home page
    "industry/health.html": None,
    "nurse/day.html": "2026-05-06",
    "nurse/index.html": "2026-03-04",
    "plain.html": None,
    "tag/people.html": None,
}


def test_sitemap_lists_content_with_its_review_dates(export_site: Site) -> None:
    export_site.write({"404.md": "# Nothing here\n"})
    assert export_site.build("-n", "-W") == ""
    wanted = {f"https://example.org/{page}": day for page, day in WANTED.items()}
    assert sitemap(export_site) == wanted
    export_site.build()  # nothing changed
    assert sitemap(export_site) == wanted
    export_site.write({"nurse/day.md": guide("A day", last_reviewed="2026-06-07")})
    export_site.build("-j2")
    assert sitemap(export_site) == wanted | {"https://example.org/nurse/day.html": "2026-06-07"}


def test_names_in_the_sitemap_are_quoted(export_site: Site) -> None:
    export_site.write({"nurse/früh.md": guide("Early")})
    export_site.build()
    assert "https://example.org/nurse/fr%C3%BCh.html" in sitemap(export_site)


def test_the_sitemap_is_whole_after_an_incremental_build(site: Site) -> None:
    mapped(site)
    pages = [f"https://example.org/{page}" for page in ("a/b.html", "a/c.html", "")]
    site.build()
    assert locations(site) == pages
    site.write({"a/c.md": guide("Changed")})
    site.build("-j2")
    assert locations(site) == pages
