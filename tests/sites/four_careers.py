"""Four careers with industries, tags and occupations, and pages that list and compare them."""

from __future__ import annotations

from .builder import LOGO, Site, guide
from .facts import FACTS


def career(title: str, **keys: str) -> str:
    """Return the landing page of a career."""
    return guide(title, description=f"About {title}", **keys)


def write_careers(site: Site) -> None:
    """Add four careers, an industry each but for two of health, and pages that list them."""
    site.write(FACTS)
    site.write({
        "index.md": guide(
            "Home", "```{industries}\n```\n\n```{tags}\n```\n\n```{a-z}\n:exclude: other\n```",
        ),
        "nurse/index.md": career(
            "Nurse", industry="Health", tags="[people, night work]", occupation="29-1141",
            cascade="{industry: Health}", figure="{image: /images/one.svg, alt: A}",
        ),
        "nurse/overview.md": guide("What nurses do", "See {guide}`day` and {guide}`/dentist`."),
        "nurse/day.md": guide("A day of a nurse", "With [a dentist](../dentist/index.md)."),
        "dentist/index.md": career(
            "Dentist", industry="Health", tags="[people]", occupation="29-1021",
        ),
        "interpreter/index.md": career(
            "Interpreter", industry="Words", tags="[people]", occupation="27-3091",
        ),
        "interpreter/overview.md": guide("What interpreters do", related="[/dentist]"),
        "singer/index.md": career("Éclair singer", industry="Stage", occupation="27-2042"),
        "singer/night.md": guide("At night", tags="[Night-Work]"),
        "other/page.md": guide("A page", "Text."),
        "compare.md": guide("Compare", "```{compare}\n```"),
        "all.md": guide("All", "```{occupations}\n```"),
        "images/one.svg": LOGO,
    })  # fmt: skip


def links(site: Site, page: str, selector: str) -> list[tuple[str, str]]:
    """Return text and address of the links on a page that a CSS selector finds."""
    return [(a.get_text(), a["href"]) for a in site.soup(page).select(selector)]


def table(site: Site, page: str) -> list[list[str]]:
    """Return the texts of a page's table, row by row."""
    rows = site.soup(page).select(".guide-table tbody tr")
    return [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in rows]
