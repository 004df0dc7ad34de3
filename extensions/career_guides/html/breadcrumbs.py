"""Where a page is: the steps that lead to it from the home page, and its place in the career."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.locale import _

from career_guides.catalogue.careers import landing_guide
from career_guides.catalogue.taxonomy import terms_of
from career_guides.catalogue.toctree import indexes_above
from career_guides.domain import guides
from career_guides.listings.chapter_nav import place
from career_guides.output.names import is_site
from career_guides.output.urls import pathto

from .reading_time import minutes

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from career_guides.domain import GuideDomain


def set_where(
    app: Sphinx, pagename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Set the breadcrumbs of a page, and the line above the title of a chapter.

    ``guide_trail`` has the same steps as the JSON-LD, each with its address, the last without;
    ``guide_place`` has the parts of the line, the career's name first. Pages that are no guides
    have neither: in a project that has others, these stay as they are.
    """
    domain, to = guides(app.env), pathto(app, pagename, context)
    context["guide_trail"], context["guide_place"] = [], []
    is_ours = pagename in domain.build.catalogue.entries or domain.build.is_generated(pagename)
    if is_ours and pagename != app.config.root_doc:
        *above, (_name, title) = [
            (app.config.root_doc, app.config.project),
            *trail(domain, pagename),
        ]
        steps = [{"href": to(name), "title": text} for name, text in above]
        context["guide_trail"] = [*steps, {"title": title}]
    where = place(domain, pagename)
    if where and where.career != domain.title(pagename):
        context["guide_place"] += [where.career]
    if where and where.text:
        context["guide_place"] += [where.text]
    if where and doctree is not None and app.config.guides_reading_time:
        time = _("Reading time: {minutes} min").format(minutes=minutes(doctree))
        context["guide_place"] += [time]


def trail(domain: GuideDomain, docname: str) -> list[tuple[str, str]]:
    """Return the docname and title of each step from the home page, not included, to *docname*.

    These are the page of the career's industry, the landing pages above, and the page itself.
    """
    above = indexes_above(docname)[1:]  # the home page is the first step of every trail
    names = [name for name in above if name in domain.env.all_docs and name != docname]
    steps = [(name, domain.title(name)) for name in (*names, docname)]
    return [*industry(domain, docname), *steps]


def industry(domain: GuideDomain, docname: str) -> list[tuple[str, str]]:
    """Return the page and the name of a guide's industry, or else of its career's, if it has one.

    Only sites have the pages of industries.
    """
    build = domain.build
    entry = build.catalogue.entries.get(docname)
    if not entry or entry.career in {"", *build.app.config.guides_not_careers}:
        return []
    landing = landing_guide(build.catalogue.careers[entry.career], build.catalogue.entries)
    for guide in (entry, build.catalogue.entries.get(landing)):
        for kind, name, page in terms_of(guide.guide) if guide else ():
            if kind == "industry" and is_site(build.app.builder) and page != docname:
                return [(page, build.translations.of_site(name))]
    return []
