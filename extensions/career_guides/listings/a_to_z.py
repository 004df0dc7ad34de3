"""The list of careers from A to Z."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.locale import _

from career_guides.catalogue.names import job_titles, other_names, titles_credit
from career_guides.nodes.fact import titles_line
from career_guides.output.names import is_site

from .base import Listing, ListingDirective
from .cards import by_title, card, sort_key, with_mark
from .comparable import mark
from .links import bullets, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.util.typing import OptionSpec

    from career_guides.domain import GuideDomain

    from .cards import Card
    from .links import Link


#: Job titles in the list: all of them up to 300 careers, since a career has eight. With more
#: careers each gets an equal share, because at 2,500 they would take up half of the page.
MOST_TITLES = 2_400


class AToZ(Listing):
    """All careers under their first letters."""

    kind = "a-z"

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return a card for each name of a career, by title, and the credit of job titles.

        The careers in the folders of ``exclude`` are left out. The credit is empty if no job title
        is shown: the title of a career is not listed as a job title of another one.
        """
        catalogue = domain.build.catalogue
        left_out = {"", *request.get("exclude", "").split()}
        careers = [
            career for folder, career in catalogue.listed_careers() if folder not in left_out
        ]  # fmt: skip
        names = {career.title.casefold() for career in catalogue.careers.values()}
        most = MOST_TITLES // max(1, len(careers))
        found, credit = [], ("", "")
        for career in careers:
            own = card(domain, career.index or career.guides[0])._replace(title=career.title)
            others = other_names(catalogue, career)
            known = names | {name.casefold() for name in others}
            titles = [
                title for title in job_titles(catalogue, career) if title.casefold() not in known
            ]
            # First those that are not near the career anyway.
            titles.sort(key=lambda title: sort_key(title)[:1] == sort_key(career.title)[:1])
            titles = titles[:most]
            found.append(with_mark(domain, own))
            found += [
                own._replace(title=name, label=career.title, description="")
                for name in (*others, *titles)
            ]
            if titles:
                credit = titles_credit(catalogue)
        return [by_title(found), credit] if found else []

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return the careers under their first letters, with links to the letters."""
        found, credit = found
        made: list[nodes.Node] = []
        letters = nodes.paragraph("", classes=["guide-letters"])
        for letter, cards in groupby(
            found, key=lambda card: sort_key(card.title)[:1].upper() or "#"
        ):
            name = f"letter-{len(made)}" if not letter.isalnum() else f"letter-{letter.lower()}"
            letters += [nodes.Text(" ")] * bool(letters.children)
            letters += nodes.reference("", letter, refid=name, internal=True)
            heading = nodes.rubric("", letter, ids=[name], names=[name])
            made += [heading, bullets([line(card, link) for card in cards], "guide-a-z")]
        if link.is_html:
            made.insert(0, letters)
        return [*made, titles_line(*credit)] if any(credit) else made


def line(card: Card, link: Link) -> nodes.paragraph:
    """Return a career's line, or for another name of it the name and a link to the career."""
    if not card.label:
        (row,) = rows([card], link)
        if card.career and is_site(link.builder):
            row += nodes.raw("", str(mark(card.career, card.title)), format="html")
        return row
    before, after = _("{name}: see {career}").split("{career}")
    anchor = link.to(card)
    anchor += nodes.Text(card.label)
    return nodes.paragraph("", before.format(name=card.title), anchor, nodes.Text(after))


class AToZDirective(ListingDirective):
    """All careers by their first letters, except for the folders in ``:exclude:``."""

    kind = AToZ.kind
    option_spec: ClassVar[OptionSpec] = {"exclude": directives.unchanged_required}
