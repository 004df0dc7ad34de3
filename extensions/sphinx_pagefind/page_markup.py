"""What each page has for Pagefind: the script, a mark around its text, metadata and filters.

``static/guide-search.js`` shows results under every search field. The attributes are Pagefind's:
https://pagefind.app/docs/indexing/, https://pagefind.app/docs/metadata/,
https://pagefind.app/docs/filtering/
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from sphinx.locale import _

from build_cache.digests import digest

from . import languages
from .config import HERE, PART, is_searched, part_of, uses_pagefind

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


#: The filter that is no filter: its value is the path of a picture, from the root of the site,
#: which the script shows with a result. As metadata the words of the path would be searched.
IMAGE = "image"


#: A word with a full stop before it, in HTML.
_DOTTED = re.compile(r"(?<=[\s>(])\.([^\W\d_]\w*)")


@dataclass
class PageData:
    """What the listeners of ``pagefind-page-data`` may change.

    :ivar fallback: the page that readers are led to where the search cannot run or finds nothing,
        and its title
    :ivar metadata: name -> text that is shown with a result, and searched; an empty one is left out
    :ivar filters: name and value each, by which results can be narrowed down
    """

    fallback: tuple[str, str]
    metadata: dict[str, str] = field(default_factory=dict)
    filters: list[tuple[str, str]] = field(default_factory=list)


def on_html_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Mark the text of the page, and add the script. After the handlers that change the text."""
    if not uses_pagefind(app):
        return
    data = PageData(fallback(app))
    if doctree is not None:
        data.metadata["title"] = title_of(app.env, pagename)
    app.emit("pagefind-page-data", pagename, data)
    has_page = context["hasdoc"]
    context["hasdoc"] = lambda name: name == "search" or has_page(name)
    way_out, title = data.fallback
    context["search_fallback"] = {"href": context["pathto"](way_out), "title": title}
    attributes: dict[str, Any] = {
        "data-instead": app.builder.get_target_uri(way_out),
        "data-title": title,
        "data-language": languages.of_site(app),
        "data-version": version_of_modules(),
        "data-words": json.dumps(words_of_script(), ensure_ascii=False),
    }
    # Not of the application: Sphinx would add it again in the application's next build.
    builder: Any = app.builder
    builder.add_js_file("guide-search.js", defer="defer", **attributes)
    if app.config.pagefind_stylesheet:
        builder.add_css_file("guide-search.css")
    if doctree is not None and is_searched(app.env, pagename):
        if part := part_of(app, pagename):
            data.filters.append((PART, part))
        data.metadata["dotted"] = dotted_words(context["body"])
        context["body"] = marked(context["body"], data)


def marked(body: str, data: PageData) -> str:
    """Return the HTML of a page's text as Pagefind indexes it."""
    found = [("meta", *item) for item in data.metadata.items()]
    found += [("filter", *item) for item in data.filters]
    tags = "".join(
        f'<span data-pagefind-{kind}="{escape(name)}:{escape(value)}"></span>'
        for kind, name, value in found
        if value
    )
    # Without this, Pagefind would index path and text of the first picture of the page.
    # An attribute has a value, since some read a page as XML, such as tests of Sphinx's.
    start = f'<div data-pagefind-body="" data-pagefind-meta="{IMAGE}:">'
    return f"{start}\n{body}{tags}</div>\n"


def dotted_words(body: str) -> str:
    """Return ``dotnet`` for ``.NET`` and the like, for which Pagefind has ``net`` only."""
    found = {f"dot{word.lower()}" for word in _DOTTED.findall(body)} if " ." in body else set()
    return " ".join(sorted(found))


@cache
def version_of_modules() -> str:
    """Return what is in the address of the modules that the script loads.

    Browsers keep them as long as this does not change.
    """
    files = sorted((HERE / "static").glob("guide-search-*.js"))
    return digest([file.read_text("utf-8") for file in files])[:8]


def words_of_script() -> dict[str, str]:
    """Return the texts of ``static/guide-search.js``, by the names that it has for them."""
    return {
        "failure": _("The search does not work here. Look in {page}."),
        "nothing": _("No results for “{words}”. Try fewer or other words, or look in {page}."),
        "one": _("1 result"),
        "many": _("{number} results"),
        "found": _("{results} for “{words}”"),
        "all": _("All {results}"),
        "missing": _("No page has “{words}”."),
        "literal": _("Search for {query} as typed"),
        "meant": _("Did you mean {query}?"),
        "other": _("Search in {query}"),
    }


def fallback(app: Sphinx) -> tuple[str, str]:
    """Return the page that ``pagefind_fallback`` names, else the front page, and its title."""
    wanted = str(app.config.pagefind_fallback).strip("/")
    docname = wanted if wanted in app.env.all_docs else str(app.config.root_doc)
    return docname, title_of(app.env, docname)


def title_of(env: BuildEnvironment, docname: str) -> str:
    """Return the title of a page, as plain text."""
    title = env.titles.get(docname)
    return title.astext() if title is not None else docname
