"""The links to the previous and the next page of a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import escape
from sphinx.locale import _

from career_guides.domain import guides
from career_guides.listings.chapter_nav import neighbours
from career_guides.output.urls import pathto

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def set_neighbours(app: Sphinx, pagename: str, context: dict[str, Any]) -> None:
    """Set the links to the previous and the next page of a guide in its head.

    The theme's own links at the end of the page are left out: the guide has them already, in the
    listing :class:`.ChapterNav` or as "next" cards. The theme would then leave them out of the
    head too, so we write them there ourselves.
    """
    domain = guides(app.env)
    context["rellinks"] = [link for link in context["rellinks"] if link[2] not in {"P", "N"}]
    before, after = neighbours(domain, pagename)
    for side, target, key, word in (
        ("prev", before, "P", _("previous")),
        ("next", after, "N", _("next")),
    ):
        context[side] = None
        if target is None:
            continue
        title = target.label or (domain.title(target.docname) if target.docname else target.url)
        if target.docname:
            context["rellinks"].append((target.docname, escape(title), key, word))
        link = target.url or pathto(app, pagename, context)(target.docname)
        context["metatags"] += (
            f'<link rel="{side}" title="{escape(title)}" href="{escape(link)}" />\n'
        )
