"""A card of a page as data, from which both the view of a page and its nodes are built."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sphinx.locale import _

from career_guides.nodes.picture_sources import PictureVariants

from .comparable import Marks

if TYPE_CHECKING:
    from career_guides.domain import GuideDomain


class Card(NamedTuple):
    """Everything that a card shows.

    :param docname: the page it links to, if it is a page of the site
    :param url: the address it links to otherwise
    :param title: its heading
    :param description: the line below the heading; may be empty
    :param label: the author's label for the link; may be empty
    :param image: path of the thumbnail, relative to the source folder; may be empty
    :param size: width and height of the thumbnail, if the file says
    :param variants: key of the thumbnail's variants; may be empty
    :param anchor: id of the heading on the page to which it links; may be empty
    :param pay: what the career pays, in words; only on compact cards
    :param career: folder of the career that the page stands for if readers can mark it to compare
        it; only on cards that are in a grid, of related guides too, or the list from A to Z
    """

    docname: str
    url: str
    title: str
    description: str = ""
    label: str = ""
    image: str = ""
    size: tuple[str, str] | None = None
    variants: str = ""
    anchor: str = ""
    pay: str = ""
    career: str = ""


def card(domain: GuideDomain, docname: str, label: str = "", *, with_image: bool = False) -> Card:
    """Return the card of a page of the site."""
    entry = domain.build.catalogue.entries.get(docname)
    image = entry.image if with_image and entry else None
    size = (str(image.width), str(image.height)) if image and image.width else None
    path = image.path if image else ""
    found = domain.build.of(PictureVariants).by_path.get(path)
    texts = (domain.title(docname), domain.description(docname), label)
    return Card(docname, "", *texts, path, size, found.key if found else "")


def compact_card(domain: GuideDomain, docname: str) -> Card:
    """Return the small card of a career: its picture, its title and its median pay."""
    found = card(domain, docname, with_image=True)
    return found._replace(description="", pay=_pay(domain, docname))


def with_mark(domain: GuideDomain, found: Card) -> Card:
    """Return the card of a page with the career that readers can mark on it, if any."""
    return found._replace(career=domain.build.of(Marks).career(found.docname))


def _pay(domain: GuideDomain, docname: str) -> str:
    """Return the median pay of a guide's occupation, or the range of the medians of several.

    Pay by the hour and by the year have no common range: the first occupation counts then.
    """
    entry, formatter = domain.build.catalogue.entries.get(docname), domain.build.formatter
    codes = entry.occupations if entry else ()
    rows = [formatter.facts.occupations[code] for code in codes]
    rows = [row for row in rows if row.pay.is_released]
    if not rows:
        return ""
    first = formatter.money(rows[0].pay.median, hourly=rows[0].is_hourly)
    medians = [row.pay.median for row in rows if row.is_hourly == rows[0].is_hourly]
    amounts = sorted(pay for pay in medians if isinstance(pay, float))
    if len(amounts) < len(rows) or amounts[0] == amounts[-1]:
        return first
    low, high = (
        formatter.money(pay, hourly=rows[0].is_hourly, unit=pay == amounts[-1])
        for pay in (amounts[0], amounts[-1])
    )
    return _("{low} to {high}").format(low=low, high=high)


def by_title(found: list[Card]) -> list[Card]:
    """Return cards in alphabetical order."""
    return sorted(found, key=lambda card: (sort_key(card.title), card.docname))


@lru_cache(maxsize=20_000)  # a guide is in the lists of many others
def sort_key(title: str) -> str:
    """Return *title* without what alphabetical order ignores: case and accents."""
    letters = unicodedata.normalize("NFKD", title.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip()
