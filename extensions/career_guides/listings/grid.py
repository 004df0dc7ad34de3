"""Grids of cards: ``{guides}`` and related guides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.locale import _

from career_guides.catalogue.careers import no_career
from career_guides.domain import guides
from career_guides.nodes.card import card_box, card_link
from career_guides.nodes.picture import card_image
from career_guides.output.names import is_site

from .base import Listing, ListingDirective, warn_at
from .cards import Card, card, compact_card, with_mark
from .links import bullets, rows, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.util.typing import OptionSpec

    from career_guides.catalogue.model import Catalogue, Entry
    from career_guides.domain import GuideDomain

    from .links import Link


class Grid(Listing):
    """Cards of the guides that the options of ``{guides}`` select."""

    kind = "guides"

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return the cards of the guides that the options of ``{guides}`` select."""
        names = select(domain.build.catalogue, docname, request)
        make = compact_card if "compact" in request else partial(card, with_image=True)
        return [with_mark(domain, make(domain, name)) for name in names]

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return a grid of cards."""
        return grid(found, link, is_compact="compact" in request)


class Related(Listing):
    """Related guides, at the end of a career's overview."""

    kind = "related"
    is_of_own_guide = True

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return the cards of related guides."""
        entry = domain.build.catalogue.entries.get(docname)
        names = [target.docname for target in entry.related if target.docname] if entry else []
        return [with_mark(domain, card(domain, name, with_image=True)) for name in names]

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return the related guides under a heading of their own."""
        parts = [nodes.rubric("", _("Related guides")), *grid(found, link)]
        if not link.is_html:
            return parts
        # Set apart from the chapters of this career.
        label = _("Related guides")
        return [card_box("", *parts, tag="section", classes=["guide-related"], label=label)]


def grid(found: list[Card], link: Link, *, is_compact: bool = False) -> list[nodes.Node]:
    """Return a grid of cards, each with its thumbnail."""
    if not link.is_html:
        return [bullets(rows(found, link))]
    classes = ["guide-grid", *(["guide-grid-compact"] if is_compact else [])]
    box = card_box(tag="div", classes=classes)
    for each in found:
        career = each.career if is_site(link.builder) else ""
        anchor = link.to(each, card_link, classes=["guide-card"], career=career)
        if each.image:
            size: dict[str, Any] = {"size": each.size} if each.size else {}
            anchor += card_image(
                uri=each.image, candidates={"*": each.image}, alt="", is_thumbnail=True, **size
            )
        anchor += texts(each, "guide-card")
        if each.pay:
            anchor += nodes.inline("", each.pay, classes=["guide-card-pay"])
        box += anchor
    return [box]


def select(catalogue: Catalogue, docname: str, options: Mapping[str, Any]) -> list[str]:
    """Return the guides that ``{guides}`` lists: those that meet every condition.

    With ``:career:``, these are guides of that folder, in reading order. Otherwise they are, for
    each career, its landing page if that matches, else the guides that do; without any condition,
    the careers by title.
    """
    entries = catalogue.entries
    if "career" in options:
        career = catalogue.careers.get(options["career"].strip("/"))
        names = list(career.guides) if career else []
    else:
        names = []
        for folder, career in catalogue.listed_careers():
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
    """Return a sort key for the latest review first and guides without one last."""
    return -(entry.guide.last_reviewed.toordinal() if entry.guide.last_reviewed else 0)


#: Values that ``:sort:`` of ``{guides}`` takes.
SORTS = ("order", "title", "reviewed")


class GuidesDirective(ListingDirective):
    """A grid of cards of guides, selected by their front matter."""

    kind = Grid.kind
    option_spec: ClassVar[OptionSpec] = {
        "industry": directives.unchanged_required,
        "tag": directives.unchanged_required,
        "career": directives.unchanged_required,
        "sort": lambda text: directives.choice(text, SORTS),
        "limit": directives.positive_int,
        "compact": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        career = self.options.get("career")
        careers = guides(self.env).build.catalogue.careers
        if career is not None and (message := no_career(career, careers)):
            warn_at(self, "target", message)
        return super().run()
