"""sitemap.xml"""

from __future__ import annotations

from tests.sites import Site, guide
from tests.sites.exports import sitemap

WANTED = {
    "dentist/index.html": None,
    "help/index.html": "2026-01-01",
    "index.html": None,
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
