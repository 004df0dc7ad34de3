"""Keep the sitemap complete and in order after every build."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from career_guides.catalogue.model import is_listed
from career_guides.domain import guides
from career_guides.output.names import is_site
from career_guides.output.record import finishing
from career_guides.output.urls import as_folder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Keep sphinx-sitemap from starting a process for its queue of pages.

    sphinx-sitemap 2.9 collects pages while they are written, so that the sitemap of an
    incremental build lacks all other pages, and that of a parallel build has them in arbitrary
    order. We fill the queue at the end of the build instead, and it needs no process of its own:
    with the start methods ``forkserver``, the default from Python 3.14, and ``spawn``, that would
    load Sphinx and run the script that builds once more.
    """
    if not config.guides_upstream:
        return
    for listener in [*app.events.listeners["builder-inited"]]:
        if where(listener.handler) == "sphinx_sitemap.record_builder_type":
            app.disconnect(listener.id)
            app.connect("builder-inited", on_builder_inited)


def where(handler: object) -> str:
    """Return the module and the name of a function."""
    return f"{getattr(handler, '__module__', '')}.{getattr(handler, '__qualname__', '')}"


def on_builder_inited(app: Sphinx) -> None:
    """Note what sphinx-sitemap does when the builder is there, with another queue."""
    sitemap: Any = app
    sitemap.env.is_directory_builder = type(app.builder).__name__ == "DirectoryHTMLBuilder"
    sitemap.sitemap_links = queue.SimpleQueue()


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Give sphinx-sitemap every page of the site, in order, and only pages.

    The date of a page is that of its last commit if ``sitemap_show_lastmod`` is set; otherwise
    that of its last review, which is in the source, is the same in a shallow clone or an
    archive, and does not change with every corrected comma.
    """
    if exception or not app.config.guides_upstream or not hasattr(app, "sitemap_links"):
        return
    from sphinx_sitemap import add_html_link  # noqa: PLC0415 - only where a project uses it

    found: queue.SimpleQueue[tuple[str, str | None]] = queue.SimpleQueue()
    app.sitemap_links = queue.SimpleQueue()
    domain = guides(app.env)
    output = finishing(app, exception)
    if output is None:
        return  # with an empty queue the file is not written
    for docname in domain.build.content_pages() if is_site(app.builder) else ():
        entries = domain.build.catalogue.entries
        if not is_listed(docname, entries):
            continue
        entry = entries.get(docname)
        add_html_link(app, docname, "", {}, None)
        reviewed = entry.guide.last_reviewed if entry else None
        while not app.sitemap_links.empty():  # unless sitemap_excludes names the page
            link, changed = app.sitemap_links.get()
            if docname == app.config.root_doc:
                link = as_folder(link)
            found.put((quote(link), changed or (reviewed.isoformat() if reviewed else None)))
    app.sitemap_links = found
    if app.config.site_url or app.config.html_baseurl:  # else sphinx-sitemap writes none
        output.announce(app.config.sitemap_filename)
        output.extra.add(app.config.sitemap_filename)
