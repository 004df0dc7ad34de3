"""Which cards a page shows: data alone, the same for its signature and for its nodes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .catalogue import Catalogue, Entry
    from .domain import GuideDomain


class Card(NamedTuple):
    """All that a card shows.

    :param docname: the page it leads to, if it is one of the site
    :param url: the address it leads to otherwise
    :param title: its heading
    :param description: the line below; may be empty
    :param label: what the author calls the step there; may be empty
    :param image: path of the thumbnail, from the source folder; may be empty
    :param size: its width and height, where the file says
    """

    docname: str
    url: str
    title: str
    description: str = ""
    label: str = ""
    image: str = ""
    size: tuple[str, str] | None = None


def cards(domain: GuideDomain, docname: str, kind: str, request: Mapping[str, Any]) -> list[Card]:
    """Return the cards that a listing of *kind* shows on the page *docname*.

    :param kind: ``next``, ``related`` or ``guides``
    :param request: for ``next`` the ``targets``; for ``guides`` the directive's options
    """
    catalogue = domain.catalogue
    entry = catalogue.entries.get(docname)
    if kind == "guides":
        names = select(catalogue, docname, request)
        return [_card(domain, name, with_image=True) for name in names]
    if kind == "related":
        names = [target.docname for target in entry.related if target.docname] if entry else []
        return [_card(domain, name, with_image=True) for name in names]
    # By hand even where none of them exists, so that the mistake shows.
    targets = request.get("targets", entry.next if entry else ())
    return [_target_card(domain, *target) for target in targets]


def next_targets(domain: GuideDomain, docname: str) -> list[Target]:
    """Return where the page's "next" cards lead: those by hand, else the front matter's."""
    requests = [
        json.loads(request)
        for kind, name, request in domain.shows.get(docname, ())
        if (kind, name) == ("listing", "next")
    ]
    by_hand = [request["targets"] for request in requests if "targets" in request]
    if by_hand:
        return [Target(*target) for targets in by_hand for target in targets]
    entry = domain.catalogue.entries.get(docname)
    return list(entry.next if entry else ())


def _card(domain: GuideDomain, docname: str, label: str = "", *, with_image: bool = False) -> Card:
    entry = domain.catalogue.entries.get(docname)
    image = entry.image if with_image and entry else None
    size = (str(image.width), str(image.height)) if image and image.width else None
    path = image.path if image else ""
    return Card(docname, "", domain.title(docname), domain.description(docname), label, path, size)


def _target_card(domain: GuideDomain, docname: str, url: str, label: str | None) -> Card:
    if docname:
        return _card(domain, docname, label or "")
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
