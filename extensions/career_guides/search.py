"""Search by Pagefind: what pages say to its index, and the page that searches.

The index itself is made in :mod:`.search_index`, the rest happens in the reader's browser
(``static/guide-search.js``). With ``guides_search = "sphinx"`` nothing here does anything.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from markupsafe import Markup, escape
from sphinx.locale import _

from career_guides.html.sidebar import links
from career_guides.listings.facets import facets, labels, orders
from career_guides.output.names import image_uri, is_site
from career_guides.output.record import record

from .config import PAGEFIND
from .domain import guides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .domain import GuideDomain


#: Number of guides up to which the facets are offered at once: their values take the browser
#: some 10 bytes a guide to load.
_FEW = 1000


def uses_pagefind(app: Sphinx) -> bool:
    """Return whether this build makes a site that Pagefind searches."""
    return app.config.guides_search == PAGEFIND and is_site(app.builder)


def is_searched(env: BuildEnvironment, docname: str) -> bool:
    """Return whether a page is to be found: unless its author says ``no-search``, as in Sphinx."""
    return not {"no-search", "nosearch"} & env.metadata.get(docname, {}).keys()


def said(domain: GuideDomain, docname: str) -> list[tuple[str, str, str]]:
    """Return what a page says to the index: ``meta`` or ``filter``, its name, its value.

    Pagefind shows the ``meta`` of a result and finds its words, and narrows by a ``filter``. The
    picture is a filter since nobody searches for the words of its path; see
    :func:`.search_index.settle`.
    """
    catalogue = domain.build.catalogue
    entry = catalogue.entries.get(docname)
    found = [("meta", "title", domain.title(docname))]
    if entry is None:
        return found
    if entry.career:
        found.append(("meta", "career", catalogue.careers[entry.career].title))
    found.append(("meta", "description", domain.description(docname)))
    if entry.image:
        found.append(("filter", "image", image_uri(entry.image.path)))
    found += (("filter", *facet) for facet in facets(domain, entry))
    return [item for item in found if item[2]]


def on_builder_inited(app: Sphinx) -> None:
    """Keep Sphinx from making an index of its own."""
    if uses_pagefind(app):
        app.builder.search = False  # type: ignore[attr-defined]


def on_html_collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Let Sphinx write the page that searches, which comes right after this event.

    Unless nothing has changed: its facets are those of the whole site.
    """
    if uses_pagefind(app):
        builder, output = cast("Any", app.builder), record(app.env)
        is_there = Path(builder.get_output_path("search")).is_file()
        builder.search = not (is_there and output is not None and output.is_unchanged)
    yield from ()


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> str | None:
    """Mark what of the page is searched; fill in the page that searches."""
    if not uses_pagefind(app):
        return None
    domain, has_page = guides(app.env), context["hasdoc"]
    context["hasdoc"] = lambda name: name == "search" or has_page(name)
    way_out = fallback(app)
    attributes: dict[str, Any] = {
        "data-instead": app.builder.get_target_uri(way_out),
        "data-title": domain.title(way_out),
        "data-words": json.dumps(words_of_script(), ensure_ascii=False),
    }
    app.add_js_file("guide-search.js", loading_method="defer", **attributes)
    if pagename == "search" and doctree is None:
        app.add_js_file("guide-search-page.js", loading_method="defer")
        context |= _search_page(app, way_out, context)
        return "page.html"
    if doctree is not None and is_searched(app.env, pagename):
        found = (tuple(map(escape, item)) for item in said(domain, pagename))
        tags = "".join(
            f'<span data-pagefind-{kind}="{name}:{value}"></span>' for kind, name, value in found
        )
        # No picture but ours: of the page's first Pagefind would index path and text.
        start = '<div data-pagefind-body data-pagefind-meta="image:">'
        context["body"] = f"{start}\n{context['body']}{tags}</div>\n"
    return None


def words_of_script() -> dict[str, str]:
    """Return what the script says; its fields are those of ``static/guide-search.js``."""
    return {
        "failure": _("The search does not work here. Look in {page}."),
        "nothing": _("No results for “{words}”. Try fewer or other words, or look in {page}."),
        "one": _("1 result"),
        "many": _("{number} results"),
        "found": _("{results} for “{words}”"),
        "all": _("All {results}"),
    }


def fallback(app: Sphinx) -> str:
    """Return the page that readers are led to where the search cannot run."""
    found = links(guides(app.env), [{"url": app.config.guides_search_fallback}])
    return found[0].docname if found and found[0].docname else str(app.config.root_doc)


def _search_page(app: Sphinx, way_out: str, context: dict[str, Any]) -> dict[str, Any]:
    """Return what the page that searches shows, for the template of a page."""
    domain, builder = guides(app.env), cast("Any", app.builder)
    entries = domain.build.catalogue.entries.values()
    used = {name for entry in entries for name, _value in facets(domain, entry)}
    order = orders(domain.build.formatter)
    more = {
        "search_facets": [
            {"name": name, "label": label, "order": order.get(name, ())}
            for name, label in labels().items()
            if name in used
        ],
        "search_is_small": len(entries) <= _FEW,
        "search_fallback": {"href": context["pathto"](way_out), "title": domain.title(way_out)},
    }
    robots = Markup('<meta name="robots" content="noindex" />\n')
    return {
        "title": _("Search"),
        "body": builder.templates.render("guides/search.html", {**context, **more}),
        "display_toc": False,
        "toc": "",
        "metatags": Markup(context.get("metatags", "")) + robots,
    }


def setup(app: Sphinx) -> None:
    """Connect the handlers of the search."""
    app.connect("builder-inited", on_builder_inited)
    app.connect("html-page-context", on_html_page_context, priority=700)
    app.connect("html-collect-pages", on_html_collect_pages)
