"""Keep the sitemap complete and in order after every build."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING
from urllib.parse import quote

from career_guides.domain import guides
from career_guides.output.names import is_site
from career_guides.output.record import finishing

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_builder_inited(app: Sphinx) -> None:
    """Replace sphinx-sitemap's queue, which runs in a process of its own.

    sphinx-sitemap 2.9 collects pages while they are written, so that the sitemap of an
    incremental build lacks all other pages, and that of a parallel build has them in arbitrary
    order. We fill the queue at the end of the build instead.
    """
    if app.config.guides_upstream and hasattr(app, "sitemap_links"):
        app.sitemap_links = queue.SimpleQueue()


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
        add_html_link(app, docname, "", {}, None)
        entry = domain.build.catalogue.entries.get(docname)
        reviewed = entry.guide.last_reviewed if entry else None
        while not app.sitemap_links.empty():  # unless sitemap_excludes names the page
            link, changed = app.sitemap_links.get()
            found.put((quote(link), changed or (reviewed.isoformat() if reviewed else None)))
    app.sitemap_links = found
    output.extra.add(app.config.sitemap_filename)
