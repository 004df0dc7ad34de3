"""Write the page of each industry and each tag, which have no source file.

If an author has written a page of the same name (``docs/industry/health.md``), that page is
used instead.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.locale import _
from sphinx.util.osutil import relative_uri

from build_cache.digests import digest
from career_guides.domain import guides
from career_guides.html import head
from career_guides.html.theme import is_furo
from career_guides.incremental.inputs import state_of_settings
from career_guides.incremental.navigation import Navigation
from career_guides.incremental.relations import relations
from career_guides.incremental.views import site_digest
from career_guides.listings.cards import card, with_mark
from career_guides.listings.grid import grid
from career_guides.listings.links import Link
from career_guides.nodes.picture import card_image
from career_guides.output.files import has_own
from career_guides.output.names import image_uri, is_site, path_of_page
from career_guides.output.record import record

from .ways_on import links, targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from career_guides.catalogue.taxonomy import Term
    from career_guides.listings.cards import Card

    from .ways_on import Target


def on_html_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages of industries and tags whose content has changed."""
    if not is_site(app.builder):
        return
    output = record(app.env)
    if output.is_unchanged and all(_is_written(app, name) for name in output.before.generated):
        return
    if output.is_of_bodies and all(_is_written(app, name) for name in output.before.generated):
        output.generated = output.before.generated  # they show titles, descriptions and pictures
        return
    ways_on = targets(app)
    common = [state_of_settings(app), site_digest(app), ways_on, _navigation(app)]
    for name, term in guides(app.env).build.generated_pages().items():
        output.generated[name] = digest([*common, term, _cards(app, term), head.shown(app, name)])
        is_same = output.generated[name] == output.before.generated.get(name)
        if (is_same and _is_written(app, name)) or has_own(app, path_of_page(app, name)):
            continue
        yield (
            name,
            {
                "title": Markup.escape(term.title),
                "body": _body(app, term, ways_on),
                "guide_description": _description(app, term),
                "display_toc": False,
                "toc": "",
            },
            "page.html",
        )


def _navigation(app: Sphinx) -> list[Any]:
    """Return what the theme's navigation shows; in Furo these pages have none."""
    return [] if is_furo(app) else Navigation(app, relations(app.env)).of_theme("")


_LONGEST = 200


def _description(app: Sphinx, term: Term) -> str:
    titles = ", ".join(guides(app.env).title(name) for name in term.guides)
    text = _("Career guides under {name}: {titles}.").format(name=term.title, titles=titles)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _cards(app: Sphinx, term: Term) -> list[Card]:
    domain = guides(app.env)
    return [with_mark(domain, card(domain, name, with_image=True)) for name in term.guides]


def _is_written(app: Sphinx, name: str) -> bool:
    builder: Any = app.builder
    return Path(builder.get_output_path(name)).is_file()


def _body(app: Sphinx, term: Term, ways_on: list[Target]) -> str:
    """Return a heading, an introduction, the cards of the guides, and ways on.

    It has no links to other terms: that would put all terms on the pages of all terms.
    """
    builder: Any = app.builder
    cards = nodes.container("", *grid(_cards(app, term), Link(builder, term.docname)))
    for image in cards.findall(card_image):
        # The address in the output: Sphinx collects no images for generated pages.
        page = builder.get_target_uri(term.docname)
        image["path"] = image["uri"]
        image["uri"] = relative_uri(page, image_uri(image["uri"]))
    # Not a title node: Sphinx would look up its number in the page that was written last.
    html = Markup(builder.render_partial(cards)["fragment"])
    ways = links(builder, term.docname, ways_on)
    return Markup(
        '<section id="guides">\n<h1>{}</h1>\n<p class="guide-subtitle">{}</p>\n{}'
        '<p class="rubric">{}</p>\n{}</section>\n'
    ).format(term.title, introduction(term), html, _("More careers"), ways)


def introduction(term: Term) -> str:
    """Return the sentence below the heading of an industry or a tag."""
    number = len(term.guides)
    if number == 1 and term.kind == "industry":
        return _("There is one guide to a career in this industry so far.")
    if number == 1:
        return _("There is one guide on this topic so far.")
    if term.kind == "industry":
        text = _("Guides to careers in this industry: {number}. Choose one to begin with.")
    else:
        text = _("Guides on this topic: {number}. Choose one to begin with.")
    return text.format(number=number)
