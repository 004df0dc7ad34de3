"""robots.txt"""

from __future__ import annotations

from tests.sites import Site
from tests.sites.exports import text


def test_robots_txt_names_the_sitemap(export_site: Site) -> None:
    export_site.build()
    assert text(export_site, "robots.txt") == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
    )
    export_site.more = ""
    export_site.build()
    assert text(export_site, "robots.txt") == "User-agent: *\nAllow: /\n"
    assert not (export_site.out / "sitemap.xml").exists()
