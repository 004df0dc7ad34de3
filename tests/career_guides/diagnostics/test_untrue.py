"""A build of which nothing has changed prints nothing that is not so."""

from __future__ import annotations

from tests.sites import Site


def test_unchanged_build_says_nothing_untrue(site: Site) -> None:
    site.more = ', "sphinx_sitemap"'
    site.conf = "import build_cache.stamps\nbuild_cache.stamps.MOMENT = 0"
    site.build()
    assert "sitemap.xml was generated" in site.log
    site.build()
    assert "0 added, 0 changed, 0 removed" in site.log
    assert "No pages generated" not in site.log
    assert "The configuration has changed" not in site.log
    assert (site.out / "sitemap.xml").is_file()
    site.conf += "\nhtml_title = 'Another'"
    site.build()
    assert "The configuration has changed" in site.log
