"""Reading a page: add what its front matter asks for to its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect the handlers of this folder."""
    from career_guides.directive_names import add_directive
    from career_guides.events import Priority

    from . import (
        anchor,
        directives,
        fact_tables,
        foreign_messages,
        guards,
        link_check,
        markdown_parser,
        missing_guides,
        myst_guard,
        path_guard,
        plain_links,
        source,
        transform,
    )

    app.connect("config-inited", markdown_parser.on_config_inited, priority=Priority.SUFFIXES)
    app.connect("config-inited", link_check.on_config_inited)
    app.connect("builder-inited", markdown_parser.on_builder_inited)

    add_directive(app, "figure-card", directives.FigureCard)
    add_directive(app, "at-a-glance", directives.AtAGlance)
    add_directive(app, "anchor", anchor.Anchor)
    app.add_transform(anchor.AnchorIds)
    app.add_role("fact", directives.FactRole())
    app.add_transform(fact_tables.SourcesBelowTables)
    app.add_transform(transform.GuideDocument)
    app.connect("builder-inited", foreign_messages.on_builder_inited)
    app.add_post_transform(path_guard.NoDownloads)
    app.add_post_transform(plain_links.PlainLinks)
    app.add_post_transform(plain_links.Addresses)
    app.add_source_parser(myst_guard.GuardedParser, override=True)
    app.connect("warn-missing-reference", missing_guides.on_warn_missing_reference)
    app.connect("builder-inited", guards.on_builder_inited, priority=Priority.TRUST)
    app.connect("source-read", source.on_source_read, priority=Priority.FRONT_MATTER)
    app.connect("doctree-read", path_guard.on_doctree_read, priority=Priority.PATH_GUARD)
    app.connect("doctree-read", transform.on_doctree_read, priority=Priority.AFTER_COLLECTORS)
