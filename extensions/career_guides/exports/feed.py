"""The feed of new and changed guides, as Atom (RFC 4287).

Guides are dated by their last review: that date is in the source, so the same sources produce
the same feed, and a guide that is reviewed again moves to the top. Guides without a review are
not in the feed, unless no guide has one: the guides of an imported site are dated as Hugo dated
them.
"""

from __future__ import annotations

import datetime as dt
import html
from typing import TYPE_CHECKING, Any

from feedgenerator import Atom1Feed

from career_guides.catalogue.taxonomy import terms_of
from career_guides.domain import guides
from career_guides.output.urls import absolute, home, language_tag, of_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from career_guides.build import Build
    from career_guides.catalogue.model import Entry
    from career_guides.content.page import Page


PATH = "feed.xml"
#: Maximum number of guides in the feed.
LONGEST = 50
# Sphinx's default for ``author``.
_NOBODY = "Author name not set"


class GuideFeed(Atom1Feed):  # type: ignore[misc]
    """A feed whose entries may have several authors, each in an element of its own."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Write the elements of an entry."""
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


def reviewed(app: Sphinx) -> list[tuple[dt.date, Entry]]:
    """Return the guides that the feed lists with the dates of their reviews, the latest first."""
    catalogue = guides(app.env).build.catalogue
    entries = [*catalogue.listed()]
    found = [(entry.guide.last_reviewed, entry) for entry in entries if entry.guide.last_reviewed]
    if not found:
        dated = ((_date_in_hugo(catalogue.pages[entry.docname]), entry) for entry in entries)
        found = [(day, entry) for day, entry in dated if day]
    found.sort(key=lambda item: (-item[0].toordinal(), item[1].docname))
    return found[:LONGEST]


def _date_in_hugo(page: Page) -> dt.date | None:
    """Return the date that an imported page had in Hugo, from the key ``hugo``."""
    hugo = page.foreign.get("hugo")
    try:
        return dt.date.fromisoformat(str(hugo["date"])[:10]) if isinstance(hugo, dict) else None
    except (KeyError, ValueError):
        return None


def has_dates(build: Build) -> bool:
    """Return whether any guide has a date for the feed."""
    catalogue = build.catalogue
    return any(
        entry.guide.last_reviewed or _date_in_hugo(catalogue.pages[entry.docname])
        for entry in catalogue.listed()
    )


def has_feed(app: Sphinx) -> bool:
    """Return whether the site has a feed: it needs ``html_baseurl`` and a guide with a date."""
    return bool(app.config.html_baseurl) and guides(app.env).build.of(has_dates)


def make(app: Sphinx) -> str:
    """Return the feed; '' if the site has none."""
    if not has_feed(app):
        return ""
    config, domain = app.config, guides(app.env)
    atom = GuideFeed(
        title=config.project,
        link=home(app),
        description="",
        subtitle=domain.description(config.root_doc) or None,
        language=language_tag(config),
        author_name=config.author if config.author != _NOBODY else config.project,
        feed_url=absolute(config, PATH),
        feed_guid=absolute(config),
    )
    for day, entry in reviewed(app):
        address = of_page(app, entry.docname)
        atom.add_item(
            title=entry.title,
            link=address,
            # Feed readers read a summary as HTML.
            description=html.escape(entry.guide.description or "", quote=False) or None,
            authors=entry.guide.authors,
            unique_id=address,
            updateddate=dt.datetime.combine(day, dt.time(), dt.UTC),
            categories=[
                domain.build.translations.of_site(name)
                for _kind, name, _page in terms_of(entry.guide)
            ],
        )
    return str(atom.writeString("utf-8"))
