"""The page that searches: all results, narrowed down by facets.

Sphinx writes its own search page only where it makes an index of its own. It is kept from making
one, and asked for the page nevertheless, whose body is then ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sphinx.locale import _
from sphinx.util import logging

from .config import PART, uses_pagefind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docutils import nodes
    from sphinx.application import Sphinx


logger = logging.getLogger(__name__)

#: Number of pages up to which the facets are offered at once: their values take the browser
#: some 10 bytes a page to load.
FEW = 1000


class Facet(NamedTuple):
    """A filter that readers can choose a value of.

    :param name: as in :attr:`.PageData.filters`
    :param label: its name for readers
    :param order: values that come first, in this order; the others follow in that of the alphabet
    :param unset: what readers see where no value is chosen; empty for "All"
    """

    name: str
    label: str
    order: Sequence[str] = ()
    unset: str = ""


class SearchPage:
    """What the listeners of ``pagefind-search-page`` may change.

    :ivar facets: in the order in which they are offered
    :ivar pages: the number of pages that have such filters
    """

    def __init__(self, pages: int) -> None:
        self.facets: list[Facet] = []
        self.pages = pages

    def add_facet(self, name: str, label: str, order: Sequence[str] = ()) -> None:
        """Add a facet: see :class:`Facet`."""
        self.facets.append(Facet(name, label, order))


def on_builder_inited(app: Sphinx) -> None:
    """Keep Sphinx from making an index of its own."""
    if uses_pagefind(app):
        cast("Any", app.builder).search = False


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Keep Sphinx from it in the next build, too: an application may build more than once."""
    on_builder_inited(app)


def on_html_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Let Sphinx write the page that searches, which comes right after this event."""
    if uses_pagefind(app):
        cast("Any", app.builder).search = True
        wanted = app.config.pagefind_fallback
        if wanted and wanted.strip("/") not in app.env.all_docs:
            message = "pagefind_fallback: there is no page %r"
            logger.warning(message, wanted, type="pagefind", subtype="fallback")
    yield from ()


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> str | None:
    """Fill in the page that searches. After :func:`.page_markup.on_html_page_context`."""
    if pagename != "search" or doctree is not None or not uses_pagefind(app):
        return None
    # Not of the application: Sphinx would have it on all pages of the application's next build.
    cast("Any", app.builder).add_js_file("guide-search-page.js", defer="defer")
    page = SearchPage(len(app.env.all_docs))
    app.emit("pagefind-search-page", page)
    if app.config.pagefind_exclude:
        page.facets.append(Facet(PART, _("Other pages"), (), _("Left out")))
    more = {"search_facets": page.facets, "search_is_small": page.pages <= FEW}
    templates = cast("Any", app.builder).templates
    robots = '<meta name="robots" content="noindex" />\n'
    context |= {
        "title": _("Search"),
        "body": templates.render("guides/search.html", {**context, **more}),
        "display_toc": False,
        "toc": "",
        "metatags": f"{context.get('metatags', '')}{robots}",
    }
    return "page.html"
