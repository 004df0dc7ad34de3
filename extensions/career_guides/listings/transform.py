"""Turn listings into nodes, once every page has been read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.locale import _
from sphinx.transforms.post_transforms import SphinxPostTransform

from career_guides.catalogue.taxonomy import kind_name
from career_guides.domain import guides
from career_guides.nodes.card import card_box, card_link
from career_guides.nodes.listing import listing
from career_guides.nodes.picture import card_image
from career_guides.output.names import is_site

from .cards import Card, sort_key
from .registry import LISTINGS
from .table_rendering import to_html, to_nodes
from .tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.builders import Builder


class Link:
    """Makes links from one page, for one builder."""

    def __init__(self, builder: Builder, docname: str) -> None:
        self.builder = builder
        self.docname = docname
        self.is_html = builder.format == "html"

    def uri(self, docname: str) -> str:
        """Return the address of a page, relative to this one."""
        # A page's link to itself would be empty, which LaTeX and epub cannot follow.
        return self.builder.get_relative_uri(self.docname, docname) or "#"

    def to(
        self, card: Card, cls: type[nodes.reference] = nodes.reference, **attributes: Any
    ) -> nodes.reference:
        """Return an empty link to where *card* leads."""
        if card.url:
            return cls("", "", refuri=card.url, internal=False, **attributes)
        return cls("", "", refuri=self.uri(card.docname), internal=True, **attributes)

    def text(self, docname: str, text: str) -> nodes.reference:
        """Return a link with a text."""
        return nodes.reference("", text, refuri=self.uri(docname), internal=True)


class ResolveListings(SphinxPostTransform):
    """Put what other pages give where the documents ask for it."""

    # Before references are resolved (10) and before images are picked.
    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        link = Link(self.app.builder, self.env.docname)
        for node in list(self.document.findall(listing)):
            kind, request = node["kind"], node["request"]
            found = LISTINGS[kind](guides(self.env), node["docname"], request)
            made = MAKERS[kind](found, link, request) if found else []
            for part in made:  # for linkcheck, which says where a broken link stands
                part.source, part.line = node.source, node.line
            node.replace_self(made)


def next_card(found: list[Card], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
    """Return the "next" cards as one block of navigation."""
    if not link.is_html:
        return [*_rows(found, link, _("Next") + ": ")]
    box = card_box(tag="nav", classes=["next-card"], label=_("Next"))
    for card in found:
        anchor = link.to(card, card_link, rel="next")
        context = _("Next") + (f": {card.label}" if card.label else "")
        anchor += nodes.inline("", context, classes=["next-card-context"])
        anchor += _texts(card, "next-card")
        box += anchor
    return [box]


def grid(found: list[Card], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
    """Return a grid of cards, each with its thumbnail."""
    if not link.is_html:
        return [_bullets(_rows(found, link))]
    box = card_box(tag="div", classes=["guide-grid"])
    for card in found:
        anchor = link.to(card, card_link, classes=["guide-card"])
        if card.image:
            size: dict[str, Any] = {"size": card.size} if card.size else {}
            anchor += card_image(
                uri=card.image, candidates={"*": card.image}, alt="", is_thumbnail=True, **size
            )
        anchor += _texts(card, "guide-card")
        box += anchor
    return [box]


def related(found: list[Card], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
    """Return the related guides under a heading of their own."""
    return [nodes.rubric("", _("Related guides")), *grid(found, link, request)]


def mentions(found: list[Card], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
    """Return the guides that mention this one, in a line."""
    line = nodes.paragraph("", _("Mentioned in") + ": ", classes=["guide-mentions"])
    for number, card in enumerate(found):
        if number:
            line += nodes.Text(", ")
        line += link.text(card.docname, card.title)
    line += nodes.Text(".")
    return [line]


def terms(found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
    """Return the industry and the tags of a guide; links where the builder makes their pages."""
    line = nodes.paragraph("", classes=["guide-terms"])
    has_pages = is_site(link.builder)
    for kind, items in groupby(found, key=lambda term: term[0]):
        names = [(page, name) for _kind, name, page in items]
        word = kind_name(kind, len(names))
        line += nodes.Text(f"{' ' if line.children else ''}{word}: ")
        for number, (page, name) in enumerate(names):
            line += nodes.Text(", " if number else "")
            line += link.text(page, name) if has_pages else nodes.Text(name)
        line += nodes.Text(".")
    return [line]


def all_terms(found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
    """Return a list of all industries or tags, with how many there are of each."""
    rows = []
    for name, page, number in found:
        row = nodes.paragraph()
        row += link.text(page, name) if is_site(link.builder) else nodes.Text(name)
        row += nodes.inline("", f" ({number})", classes=["guide-term-count"])
        rows.append(row)
    return [_bullets(rows, "guide-term-list")]


def a_to_z(found: list[Card], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
    """Return the careers under their first letters, with links to the letters."""
    made: list[nodes.Node] = []
    letters = nodes.paragraph("", classes=["guide-letters"])
    for letter, cards in groupby(found, key=lambda card: sort_key(card.title)[:1].upper() or "#"):
        name = f"letter-{len(made)}" if not letter.isalnum() else f"letter-{letter.lower()}"
        letters += [nodes.Text(" ")] * bool(letters.children)
        letters += nodes.reference("", letter, refid=name, internal=True)
        heading = nodes.rubric("", letter, ids=[name], names=[name])
        made += [heading, _bullets(_rows(list(cards), link), "guide-a-z")]
    return [letters, *made] if link.is_html else made


def table(found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
    """Return tables: HTML in one piece, nodes for other formats."""
    if link.is_html:
        # A book may not hold pictures of this kind unannounced.
        is_in_book = link.builder.name == "epub"
        html = "".join(to_html(Table(*one), link.uri, is_in_book=is_in_book) for one in found)
        return [nodes.raw("", html, format="html")]
    return [to_nodes(Table(*one), link.text) for one in found]


def search(found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
    """Return a form that leads to the search page; nothing where there is none."""
    if not is_site(link.builder):
        return []
    form = Markup(
        '<form class="guide-search" role="search" action="{}" aria-label="{}">'
        '<input type="search" name="q" aria-label="{}"><button>{}</button></form>\n'
    ).format(link.uri(found[0]), _("Quick search"), _("Search"), _("Search"))
    return [nodes.raw("", str(form), format="html")]


#: Kind of listing -> what makes nodes of what it shows. Empty ones are not made at all.
MAKERS: dict[str, Callable[[list[Any], Link, Mapping[str, Any]], list[nodes.Node]]] = {
    "next": next_card,
    "related": related,
    "guides": grid,
    "a-z": a_to_z,
    "mentions": mentions,
    "terms": terms,
    "all-terms": all_terms,
    "compare": table,
    "occupations": table,
    "search": search,
}


def _rows(found: list[Card], link: Link, before: str = "") -> list[nodes.paragraph]:
    """Return each card as a line: its title as a link, and its description."""
    rows = []
    for card in found:
        anchor = link.to(card)
        anchor += nodes.Text(card.title)
        row = nodes.paragraph("", before, anchor)
        if card.description:
            row += nodes.Text(f" \N{EN DASH} {card.description}")
        rows.append(row)
    return rows


def _bullets(rows: list[nodes.paragraph], *classes: str) -> nodes.bullet_list:
    items = [nodes.list_item("", row) for row in rows]
    return nodes.bullet_list("", *items, classes=list(classes))


def _texts(card: Card, name: str) -> list[nodes.Node]:
    texts: list[nodes.Node] = [nodes.inline("", card.title, classes=[f"{name}-title"])]
    if card.description:
        texts.append(nodes.inline("", card.description, classes=[f"{name}-description"]))
    return texts
