"""Rendering an HTML page: head, sidebar, previous and next links, unused scripts and styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect the handlers of this folder."""
    from career_guides.events import Priority

    from . import (
        context,
        gettext,
        page_weight,
        sidebar,
        sphinx_search_index,
        text_direction,
        theme,
        translated_meta,
    )

    app.add_css_file("career-guides.css", priority=Priority.STYLE_SHEET)
    app.connect("config-inited", theme.on_config_inited)
    app.connect("config-inited", text_direction.on_config_inited)
    app.connect("builder-inited", text_direction.on_builder_inited)
    app.connect("builder-inited", page_weight.on_builder_inited)
    app.connect("env-updated", gettext.on_env_updated)
    app.connect("doctree-resolved", translated_meta.on_doctree_resolved)
    page = "html-page-context"
    app.connect(page, sidebar.on_html_page_context_early, priority=Priority.BEFORE_THEME)
    app.connect(page, text_direction.on_html_page_context, priority=Priority.AFTER_THEME)
    app.connect(page, context.on_html_page_context, priority=Priority.AFTER_THEME)
    app.connect(page, sidebar.on_html_page_context_late, priority=Priority.AFTER_THEME)
    app.connect(page, page_weight.on_html_page_context, priority=Priority.PAGE_WEIGHT)
    app.connect("html-collect-pages", sphinx_search_index.on_html_collect_pages)
