"""Files written beside the pages, for programs: feed, sitemap, redirects, Markdown, JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect the handlers of this folder."""
    from career_guides.events import Priority

    from . import (
        area_pay,
        books,
        epub,
        epub_tables,
        latex_source,
        markdown,
        old_addresses,
        redirects,
        registry,
        sitemap,
    )

    app.connect("config-inited", sitemap.on_config_inited)
    app.connect("config-inited", epub.on_config_inited)
    app.connect("builder-inited", epub.on_builder_inited)
    app.connect("env-updated", epub.on_env_updated)
    app.connect("env-updated", books.on_env_updated)
    app.connect("doctree-resolved", books.on_doctree_resolved)
    app.connect("doctree-resolved", epub_tables.on_doctree_resolved)
    app.connect("doctree-resolved", latex_source.on_doctree_resolved, priority=Priority.LATEX)
    app.connect("missing-reference", books.on_missing_reference)
    app.connect("builder-inited", markdown.on_builder_inited)
    app.connect("html-page-context", markdown.on_html_page_context)
    app.connect("build-finished", sitemap.on_build_finished, priority=Priority.BEFORE_SITEMAP)
    # The registry's files read the Markdown, and old addresses may lead to them.
    for module in (redirects, markdown, area_pay, registry, old_addresses):
        app.connect("build-finished", module.on_build_finished)
