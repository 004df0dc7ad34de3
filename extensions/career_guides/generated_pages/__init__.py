"""Pages without a source file: one for each industry and tag, and the "not found" page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect the handlers of this folder."""
    from career_guides.events import Priority

    from . import not_found, taxonomy

    app.connect("html-collect-pages", taxonomy.on_html_collect_pages)
    collect = not_found.on_html_collect_pages
    app.connect("html-collect-pages", collect, priority=Priority.AFTER_PAGES)
    app.connect("build-finished", not_found.on_build_finished)
