"""A site that shows pay and employment, and the rows of its at-a-glance cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites import FACTS, Site, guide

if TYPE_CHECKING:
    from bs4 import Tag


def add_pay(site: Site) -> Site:
    """Write pages and the figures that they show."""
    site.write(FACTS)
    site.write({
        "nurse/index.md": guide(
            "Nurse", "Nurses earn {fact}`29-1141 median-pay`.\n\n```{guides}\n:career: nurse\n```",
            next="overview", occupation="29-1141", cascade="{occupation: 29-1141}",
        ),
        "nurse/overview.md": guide("What nurses do", "Some text.\n\n## A heading\n\nMore."),
        "nurse/day.md": guide("A day", "Some text."),
        "nurse/pay.md": guide("Pay of nurses", "```{at-a-glance}\n```\n\nAfter it."),
        "singer.md": guide("Singer", "Text.", occupation='["27-2042", "29-1021"]'),
        "plain.md": guide("Plain", "Nothing here."),
    })  # fmt: skip
    return site


def card(site: Site, page: str) -> Tag:
    """Return the at-a-glance card of a page."""
    (found,) = site.soup(page).select("aside.at-a-glance")
    return found


def rows(card: Tag) -> dict[str, str]:
    """Return term -> description, without the key of the chart."""
    for key in card.select(".pay-figure"):
        key.decompose()
    return {
        term.get_text(): term.find_next_sibling("dd").get_text().strip()
        for term in card.select("dl > dt")
    }
