"""Where readers can go from a page that has no source file: the lists of careers, the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.locale import _

from career_guides.domain import guides
from career_guides.listings.a_to_z import AToZ
from career_guides.listings.finder import CareerFinder
from career_guides.listings.links import Link
from career_guides.listings.occupations import Occupations
from career_guides.listings.pages import pages_with
from career_guides.listings.tables import Compare

if TYPE_CHECKING:
    from sphinx.application import Sphinx


Target = tuple[str, str]


def targets(app: Sphinx) -> list[Target]:
    """Return docname and title of the home page, the lists of careers, and the search."""
    domain = guides(app.env)
    lists = [
        docname
        for wanted in (AToZ.kind, CareerFinder.kind, Compare.kind, Occupations.kind)
        for docname in pages_with(domain, wanted)
    ]
    names = dict.fromkeys([app.config.root_doc, *lists])
    return [*((name, domain.title(name)) for name in names), ("search", _("Search"))]


def links(builder: Any, docname: str, wanted: list[Target]) -> Markup:
    """Return the HTML of the list of these pages, as links from *docname*.

    :param wanted: what :func:`targets` returns, which looks at every page of the site
    """
    link = Link(builder, docname)
    items = nodes.bullet_list(classes=["guide-ways-on"])
    for name, title in wanted:
        items += nodes.list_item("", nodes.paragraph("", "", link.text(name, title)))
    return Markup(builder.render_partial(items)["fragment"])
