"""A site with a sitemap, an index entry and a redirect."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.sites import Site, guide


def mapped(site: Site) -> Site:
    """Add them to *site*."""
    site.more = ', "sphinx_sitemap"'
    site.conf = 'sitemap_url_scheme = "{link}"\n'
    site.write({
        "a/b.md": guide("B", "```{index} single: here\n```", aliases="[/old]"),
        "a/c.md": guide("C"),
    })  # fmt: skip
    return site


def locations(site: Site) -> list[str | None]:
    """Return the addresses in the sitemap, in order."""
    return [node.text for node in ElementTree.parse(site.out / "sitemap.xml").iter() if node.text]  # noqa: S314
