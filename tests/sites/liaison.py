"""A career of three guides with every part that all builders show."""

from __future__ import annotations

from tests.sites import LOGO, Site, guide


def add_liaison(site: Site) -> Site:
    """Set the configuration of a site and write its career."""
    site.conf = 'version = copyright = "1"\nsuppress_warnings = ["epub.unknown_project_files"]'
    site.write({
        "images/a.svg": LOGO,
        "liaison/index.md": guide(
            "Liaison", "```{guides}\n:career: liaison\n```",
            next="overview", cascade="{sidebar: true, industry: Diplomacy}",
        ),
        "liaison/overview.md": guide(
            "What it is", "Body of the *overview*.",
            subtitle="A lead line", description="All of it in short",
            figure="{image: /images/a.svg, alt: Alternative, caption: 'A *caption*', credit: Me}",
            next="history", sources="[{title: A source, url: 'https://example.org/s'}]",
            authors="[Ann]", last_reviewed="2026-11-22",
        ),
        "liaison/history.md": guide("History & *stars*", "{guide}`overview`", next="overview"),
    })  # fmt: skip
    return site
