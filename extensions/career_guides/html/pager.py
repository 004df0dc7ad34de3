"""The links to the previous and the next page of a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from sphinx.locale import _

from career_guides.catalogue.targets import Target
from career_guides.domain import guides
from career_guides.listings.next_card import next_targets
from career_guides.output.urls import pathto

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from career_guides.domain import GuideDomain


def neighbours(domain: GuideDomain, docname: str) -> tuple[Target | None, Target | None]:
    """Return the previous and the next page of a guide.

    These are the ones in its front matter, or else its neighbours in the order of the career.
    """
    entry = domain.build.catalogue.entries[docname]
    career = domain.build.catalogue.careers[entry.career]
    order = ((career.index,) if career.index else ()) + career.guides if entry.career else ()
    place = order.index(docname) if docname in order else -1
    before = Target(order[place - 1]) if place > 0 else None
    after = Target(order[place + 1]) if 0 <= place < len(order) - 1 else None
    next_card = next_targets(domain, docname)
    return (entry.prev[0] if entry.prev else before), (next_card[0] if next_card else after)


def set_neighbours(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Set the ``prev`` and ``next`` of a guide, and their links in the head.

    On a page with a "next" card, the theme's own link to the same page is left out, so that
    the page does not show it twice; we then write ``<link rel="next">`` ourselves.
    """
    domain = guides(app.env)
    before, after = neighbours(domain, pagename)
    context["rellinks"] = [link for link in context["rellinks"] if link[2] not in {"P", "N"}]
    for side, target, key, word in (
        ("prev", before, "P", _("previous")),
        ("next", after, "N", _("next")),
    ):
        context[side] = None
        if target is None:
            continue
        name = domain.title(target.docname) if target.docname else target.url
        # Furo does not escape the title.
        link = {
            "link": target.url or pathto(app, pagename, context)(target.docname),
            "title": escape(target.label or name),
        }
        if target.docname:
            context["rellinks"].append((target.docname, link["title"], key, word))
        if side == "next" and next_targets(domain, pagename):
            tag = Markup('<link rel="next" title="{}" href="{}" />\n')
            context["metatags"] += str(tag.format(target.label or name, link["link"]))
        else:
            context[side] = link
