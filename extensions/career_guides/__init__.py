"""Career guides from front matter: a Sphinx extension."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def add_words(app: Sphinx) -> None:
    """Add what authors write in their texts: roles and directives."""
    from . import domain
    from .document import directives

    app.add_domain(domain.GuideDomain)
    app.add_role("guide", domain.GuideRole(warn_dangling=True))
    app.add_directive("figure-card", directives.FigureCard)
    app.add_directive("next", directives.Next)
    app.add_directive("guides", directives.Guides)
    app.add_directive("a-z", directives.AToZ)
    app.add_directive("industries", directives.Industries)
    app.add_directive("tags", directives.Tags)
    app.add_directive("search", directives.Search)
    app.add_directive("compare", directives.Compare)
    app.add_directive("occupations", directives.Occupations)
    app.add_directive("at-a-glance", directives.AtAGlance)
    app.add_role("fact", directives.FactRole())


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect everything. See the documentation for the configuration values."""
    from sphinx_pagefind import update as search_index

    from . import config, domain, search
    from .document import path_guard as guard
    from .document import source
    from .document import transform as document
    from .exports import markdown as texts
    from .exports import redirects, sitemap
    from .exports import registry as root_files
    from .generated_pages import not_found
    from .generated_pages import taxonomy as term_pages
    from .html import context as page
    from .html import gettext as messages
    from .html import page_weight as light
    from .html import sidebar as navigation
    from .html import sphinx_search_index
    from .html import text_direction as direction
    from .images import social_cards as social
    from .images import use_variants
    from .images import variants as variant_files
    from .incremental import cleanup, inventory, rewritten
    from .incremental import outdated as reading
    from .listings import transform as resolve
    from .nodes.card import add_nodes
    from .output import names

    app.setup_extension("myst_parser")
    # Sphinx's own messages, so that these fill the gaps for our templates and the theme's as well.
    app.add_message_catalog("sphinx", str(config.HERE / "locale"))
    config.add_config_values(app)

    add_words(app)
    add_nodes(app)
    app.add_transform(document.GuideDocument)
    app.add_post_transform(resolve.ResolveListings)
    app.add_post_transform(use_variants.PlainPictures)
    app.add_css_file("career-guides.css", priority=700)  # after the theme's

    app.connect("config-inited", config.on_config_inited)
    app.connect("config-inited", direction.on_config_inited)
    app.connect("builder-inited", sitemap.on_builder_inited, priority=600)  # after sitemap's
    app.connect("builder-inited", search.on_builder_inited)
    app.connect("builder-inited", inventory.on_builder_inited)
    app.connect("builder-inited", direction.on_builder_inited)
    app.connect("env-get-outdated", reading.on_env_get_outdated)
    app.connect("env-before-read-docs", reading.on_env_before_read_docs)
    app.connect("source-read", source.on_source_read, priority=400)  # before who reads MyST's
    app.connect("doctree-read", guard.on_doctree_read, priority=400)  # before files are collected
    app.connect("doctree-read", document.on_doctree_read, priority=600)  # after collectors
    app.connect("env-updated", messages.on_env_updated)
    app.connect("env-updated", variant_files.on_env_updated)
    app.connect("env-updated", names.on_env_updated, priority=400)  # before names are read
    app.connect("env-get-updated", rewritten.on_env_get_updated, priority=600)  # after numbering
    app.connect("warn-missing-reference", domain.on_warn_missing_reference)
    app.connect("html-page-context", navigation.on_html_page_context_early, priority=400)
    app.connect("html-page-context", page.on_html_page_context)
    app.connect("html-page-context", direction.on_html_page_context, priority=600)  # after Furo's
    app.connect("html-page-context", navigation.on_html_page_context_late, priority=600)
    app.connect("html-page-context", texts.on_html_page_context)
    app.connect("html-page-context", search.on_html_page_context, priority=700)  # after bodies
    app.connect("html-page-context", light.on_html_page_context, priority=900)  # after scripts
    app.connect("html-collect-pages", search.on_html_collect_pages)
    app.connect("html-collect-pages", term_pages.on_html_collect_pages)
    app.connect("html-collect-pages", not_found.on_html_collect_pages)
    app.connect("html-collect-pages", sphinx_search_index.on_html_collect_pages)
    app.connect("build-finished", sitemap.fill_sitemap, priority=400)  # before sitemap's
    for made in (redirects, not_found, social, texts, root_files):  # root_files reads the texts
        app.connect("build-finished", made.on_build_finished)
    # After all of them: what none has accounted for is removed.
    app.connect("build-finished", cleanup.on_build_finished, priority=600)
    # After the pages that have gone are removed.
    app.connect("build-finished", search_index.on_build_finished, priority=600)
    return {
        "version": version("career-guides"),
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
