"""Pilots and nurses: drawer, cards, lists and hostile text, for tests of the HTML."""

from __future__ import annotations

from tests.sites import guide

NASTY = '<script>alert(1)</script> & "q" *stars*'

CONF = """
smartquotes = False
guides_logo = "acme"
guides_navbar = [{"title": "Start", "url": "/index"}, {"title": "Away", "url": "https://a.example/"}]
guides_footer = {
    "text": "Footer & text",
    "columns": [{"title": "Careers", "links": [{"url": "/pilot/index"}]}],
    "social": [{"title": "Forum", "url": "https://forum.example/"}],
}
"""

FIGURE = (
    "{image: /images/one.svg, alt: A plane, credit: Ann, license: CC0, "
    "caption: 'A *fine* [plane](https://p.example/)'}"
)

ABROAD = "https://www.example.com/jobs/"

PAGES = {
    "index.md": guide(
        "Home", "```{guides}\n```", description="The home page", include_footer="true"
    ),
    "pilot/index.md": guide(
        "Pilot", "```{guides}\n:career: pilot\n```\n",
        next="overview", description="Flies planes", industry="Air", tags="[sky, night]",
        figure=FIGURE,
        cascade="{sidebar: true, sidebarlogo: dojo, include_footer: true, industry: Air}",
    ),
    "pilot/overview.md": guide(
        "What pilots do", next="day", description="The work", tags="[sky]", figure=FIGURE
    ),
    "pilot/day.md": guide(
        "A day", next=f"[overview, /nurse/index, {{to: '{ABROAD}', label: Find a job}}]",
        figure="{image: /images/one.svg, decorative: true}", last_reviewed="2026-01-02",
    ),
    "pilot/hidden.md": guide(
        "Without", sidebar="false", include_footer="false", sidebarlogo="acme", weight="9"
    ),
    "nurse/index.md": guide("Nurse", description="Cares for people", industry="Health"),
    "nurse/night.md": guide("A night", tags="[night]", industry="Health", weight="1"),
    "lists.md": guide(
        "Lists",
        "".join(
            f"## {name}\n\n```{{guides}}\n{options}\n```\n\n"
            for name, options in {
                "Industry": ":industry: health",
                "Tag": ":tag: Night",
                "Career": ":career: pilot",
                "By title": ":career: pilot\n:sort: title",
                "Reviewed": ":career: pilot\n:sort: reviewed\n:limit: 1",
                "Limit": ":career: pilot\n:limit: 2",
                "None": ":tag: nothing",
            }.items()
        ),
    ),
    "nasty.md": guide(
        f"'{NASTY}'", "Body.", subtitle=f"'{NASTY}'", description=f"'{NASTY}'",
        industry=f"'{NASTY}'", authors=f"'{NASTY}'", sources=f"['{NASTY}']",
        figure=f"{{image: /images/one.svg, alt: '{NASTY}', caption: '{NASTY}', credit: '{NASTY}'}}",
        next=f"{{to: pilot/day, label: '{NASTY}'}}", include_footer="true",
    ),
    "to-nasty.md": guide("Points", "{guide}`nasty`", next="nasty", related="[nasty]"),
}  # fmt: skip
