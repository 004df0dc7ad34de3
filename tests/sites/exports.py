"""A site with all the files that are written for programs."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.sites import FACTS, LOGO, Site, guide

CONF = """
author = "The Acme people"
sitemap_url_scheme = "{link}"
guides_not_careers = ["help"]
"""

MORE = ', "sphinx_sitemap"'


def add_exports(site: Site) -> Site:
    """Set the configuration of a site and write its pages."""
    site.conf, site.more = CONF, MORE
    site.write(FACTS)
    site.write({
        "index.md": guide("Home", "```{a-z}\n```", description="All careers"),
        "nurse/index.md": guide(
            "Nurse", description="Cares <3 & more", industry="Health", tags="[people]",
            occupation="29-1141", next="day", last_reviewed="2026-03-04", authors="Ann Lee",
            aliases="[/old/nurse, /carer]", figure="{image: /images/one.svg, alt: A ward}",
        ),
        "nurse/day.md": guide(
            "A *day*", "Half earn {fact}`29-1141 median-pay`. See {guide}`nurse`.",
            last_reviewed="2026-05-06", sources="['https://book.example/']",
        ),
        "nurse/night.md": guide("A night", draft="true", last_reviewed="2026-05-07"),
        "dentist/index.md": guide("Dentist", occupation="29-1021"),
        "help/index.md": guide("Help", last_reviewed="2026-01-01"),
        "plain.md": "# Plain\n\nText.\n",
        "images/one.svg": LOGO,
    })  # fmt: skip
    return site


def text(site: Site, name: str) -> str:
    """Return the text of a file in the output."""
    return (site.out / name).read_text("utf-8")


def sitemap(site: Site) -> dict[str, str | None]:
    """Return address -> last change, as sitemap.xml has them."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ElementTree.fromstring(text(site, "sitemap.xml"))  # noqa: S314 - we wrote it
    return {
        url.findtext("s:loc", "", names): url.findtext("s:lastmod", None, names)
        for url in root.findall("s:url", names)
    }
