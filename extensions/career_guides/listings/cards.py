"""Which cards a page shows: data alone, the same for its signature and for its nodes."""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from career_guides.catalogue.targets import Target
from career_guides.diagnostics.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from career_guides.catalogue.model import Catalogue, Entry
    from career_guides.domain import GuideDomain


class Card(NamedTuple):
    """All that a card shows.

    :param docname: the page it leads to, if it is one of the site
    :param url: the address it leads to otherwise
    :param title: its heading
    :param description: the line below; may be empty
    :param label: what the author calls the step there; may be empty
    :param image: path of the thumbnail, from the source folder; may be empty
    :param size: its width and height, where the file says
    :param variants: what names its smaller forms; may be empty
    """

    docname: str
    url: str
    title: str
    description: str = ""
    label: str = ""
    image: str = ""
    size: tuple[str, str] | None = None
    variants: str = ""


def next_cards(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Card]:
    """Return the cards of what to read next: the ``targets`` given by hand, else the guide's."""
    entry = domain.catalogue.entries.get(docname)
    targets = list(entry.next if entry else ())
    if "targets" in request:  # even where none of them exists, so that the mistake shows
        targets = _in_language(domain, docname, request["targets"])
    return [_target_card(domain, *target) for target in targets]


def related_cards(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Card]:
    """Return the cards of related guides."""
    entry = domain.catalogue.entries.get(docname)
    names = [target.docname for target in entry.related if target.docname] if entry else []
    return [card(domain, name, with_image=True) for name in names]


def guide_cards(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Card]:
    """Return the cards that ``{guides}`` asks for by its options."""
    names = select(domain.catalogue, docname, request)
    return [card(domain, name, with_image=True) for name in names]


def no_career(written: str, careers: Collection[str]) -> str:
    """Return what is wrong with the ``:career:`` of ``{guides}``; nothing for one that exists."""
    if written.strip("/") in careers:
        return ""
    return f"'guides' lists career '{written}', which does not exist{suggest(written, careers)}"


def career_cards(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Card]:
    """Return a card for each career, by title, less the folders that ``exclude`` names."""
    excluded = request.get("exclude", "").split()
    found = [
        card(domain, career.index or career.guides[0])._replace(title=career.title)
        for folder, career in domain.catalogue.careers.items()
        if folder and folder not in excluded and (career.index or career.guides)
    ]
    return _by_title(found)


def _by_title(found: list[Card]) -> list[Card]:
    return sorted(found, key=lambda card: (sort_key(card.title), card.docname))


@lru_cache(maxsize=20_000)  # of one guide, in the lists of many
def sort_key(title: str) -> str:
    """Return *title* without what an alphabetical order leaves out: case and accents."""
    letters = unicodedata.normalize("NFKD", title.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip()


def mention_cards(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Card]:
    """Return a card for each guide whose text links to this one, by title."""
    found = [card(domain, name) for name in domain.mentioned_in().get(docname, ())]
    return _by_title(found)


def next_targets(domain: GuideDomain, docname: str) -> list[Target]:
    """Return where the page's "next" cards lead: those by hand, else the front matter's."""
    by_hand = targets_by_hand(domain, docname)
    if by_hand:
        return [target for some in by_hand for target in _in_language(domain, docname, some)]
    entry = domain.catalogue.entries.get(docname)
    return list(entry.next if entry else ())


def targets_by_hand(domain: GuideDomain, docname: str) -> list[list[Target]]:
    """Return where each "next" directive in the text of a page leads, as written there."""
    requests = [
        json.loads(request)
        for kind, name, request in domain.shows.get(docname, ())
        if (kind, name) == ("listing", "next")
    ]
    return [
        [Target(*target) for target in request["targets"]]
        for request in requests
        if "targets" in request
    ]


def _in_language(
    domain: GuideDomain, docname: str, targets: Iterable[tuple[str, str, str | None]]
) -> list[Target]:
    say = domain.translations.of_page
    return [Target(to, url, label and say(docname, label)) for to, url, label in targets]


def card(domain: GuideDomain, docname: str, label: str = "", *, with_image: bool = False) -> Card:
    """Return the card of a page of the site."""
    entry = domain.catalogue.entries.get(docname)
    image = entry.image if with_image and entry else None
    size = (str(image.width), str(image.height)) if image and image.width else None
    path = image.path if image else ""
    found = domain.variants.get(path)
    texts = (domain.title(docname), domain.description(docname), label)
    return Card(docname, "", *texts, path, size, found.key if found else "")


def _target_card(domain: GuideDomain, docname: str, url: str, label: str | None) -> Card:
    if docname:
        return card(domain, docname, label or "")
    address = urlsplit(url)
    where = (address.netloc + address.path).rstrip("/")
    return Card("", url, label or where, address.netloc if label else "")


def select(catalogue: Catalogue, docname: str, options: Mapping[str, Any]) -> list[str]:
    """Return the guides that ``{guides}`` lists: those that meet every condition.

    With ``:career:`` the guides of that folder, in reading order. Else of each career its
    landing page, if that matches, or those of its guides that do; without any condition the
    careers, by title.
    """
    entries = catalogue.entries
    if "career" in options:
        career = catalogue.careers.get(options["career"].strip("/"))
        names = list(career.guides) if career else []
    else:
        names = []
        for folder, career in catalogue.careers.items():
            if career.index in entries and folder and _matches(entries[career.index], options):
                names.append(career.index)
            elif folder or {"industry", "tag"} & options.keys():
                names += [name for name in career.guides if _matches(entries[name], options)]
    found = [
        entries[name] for name in names if name != docname and _matches(entries[name], options)
    ]
    if options.get("sort", "order" if "career" in options else "title") == "title":
        found.sort(key=lambda entry: (entry.title.casefold(), entry.docname))
    elif options.get("sort") == "reviewed":
        found.sort(key=lambda entry: (_age(entry), entry.docname))
    return [entry.docname for entry in found[: options.get("limit")]]


def _matches(entry: Entry, options: Mapping[str, Any]) -> bool:
    industry, tag = options.get("industry"), options.get("tag")
    if industry is not None and (entry.guide.industry or "").casefold() != industry.casefold():
        return False
    return tag is None or tag.casefold() in (name.casefold() for name in entry.guide.tags)


def _age(entry: Entry) -> int:
    """Sort the latest review first, guides without one last."""
    return -(entry.guide.last_reviewed.toordinal() if entry.guide.last_reviewed else 0)
