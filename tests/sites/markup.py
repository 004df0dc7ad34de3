"""What tests look at in a page: links, titles of cards, tags of the head."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.sites import Site

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag


def hrefs(links: list[Tag]) -> list[str]:
    """Return where links lead, as written."""
    return [str(link["href"]) for link in links]


def titles(grid: Tag | None) -> list[str]:
    """Return the titles of the cards in a grid."""
    return [card.get_text() for card in grid.select(".guide-card-title")] if grid else []


def head(soup: BeautifulSoup, selector: str, attribute: str) -> list[str]:
    """Return an attribute of those tags in the head that a selector finds."""
    return [str(tag[attribute]) for tag in soup.head.select(selector)]


def metas(site: Site, page: str) -> dict[str, str]:
    """Return name or property -> content of the ``meta`` elements of a page."""
    tags = site.soup(page).head.select("meta[content]")
    return {str(tag.get("name") or tag.get("property")): str(tag["content"]) for tag in tags}


def linked_data(site: Site, page: str) -> dict[str, Any]:
    """Return the JSON-LD of a page."""
    (script,) = site.soup(page).select('script[type="application/ld+json"]')
    found: dict[str, Any] = json.loads(script.string)
    return found
