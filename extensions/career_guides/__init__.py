"""Career guides from front matter: a Sphinx extension.

The rooms of this house, in the order in which a page goes through them:

- :mod:`.config`: what ``conf.py`` may say;
- :mod:`.frontmatter`, :mod:`.validate`, :mod:`.model`, :mod:`.pages`, :mod:`.page_cache`: one
  file's metadata, read and checked line by line;
- :mod:`.facts`, :mod:`.facts_files`, :mod:`.facts_import`, :mod:`.soc`, :mod:`.figures`: pay and
  employment, as data and in words;
- :mod:`.files`, :mod:`.targets`, :mod:`.order`, :mod:`.reviews`, :mod:`.careers`, :mod:`.related`,
  :mod:`.terms`, :mod:`.assemble`, :mod:`.catalogue`, :mod:`.kept_catalogue`,
  :mod:`.pickles`: all guides at once, before Sphinx reads any;
- :mod:`.sources`, :mod:`.toctrees`, :mod:`.problems`, :mod:`.report`: from files to catalogue
  and messages, and :mod:`.cli` with :mod:`.commands` and :mod:`.checks`: the same without Sphinx;
- :mod:`.starts`, :mod:`.ring`, :mod:`.schema`: help for those who write;
- :mod:`.translation`, :mod:`.messages`: front matter in the language of the site;
- :mod:`.reading`, :mod:`.topmatter`, :mod:`.document`, :mod:`.parts`, :mod:`.glance`,
  :mod:`.charts`, :mod:`.directives`, :mod:`.guard`: a page is read;
- :mod:`.state`, :mod:`.inputs`, :mod:`.freshness`, :mod:`.affected`, :mod:`.outputs`: which pages
  are written, and what is removed;
- :mod:`.variants`, :mod:`.variant_image`, :mod:`.variant_files`: pictures get smaller forms;
- :mod:`.listings`, :mod:`.cards`, :mod:`.tables`, :mod:`.table_forms`, :mod:`.resolve`,
  :mod:`.nodes`, :mod:`.domain`, :mod:`.references`: what pages show of others, and links, are
  resolved;
- :mod:`.navigation`, :mod:`.page`, :mod:`.repository`, :mod:`.term_pages`,
  :mod:`.direction`: HTML pages are filled in;
- :mod:`.head`, :mod:`.structured`, :mod:`.social`, :mod:`.card_image`: what machines read of it;
- :mod:`.root_files`, :mod:`.feed`, :mod:`.llms`, :mod:`.texts`, :mod:`.export`,
  :mod:`.redirects`, :mod:`.not_found`: files that stand beside the pages;
- :mod:`.facets`, :mod:`.search`, :mod:`.search_index`, :mod:`.pagefind_output`,
  :mod:`.pagefind_index`, :mod:`.pagefind_item`, :mod:`.pagefind_site`, :mod:`.pagefind_files`:
  they are found;
- :mod:`.live`: a preview that follows edits, beside all that;
- :mod:`.upstream`, :mod:`.speed`, :mod:`.walking`, :mod:`.finding`, :mod:`.patching`,
  :mod:`.kept_tocs`, :mod:`.garbage`, :mod:`.parallel`, :mod:`.light`: where Sphinx and others
  have to be helped.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from . import (
    config,
    direction,
    directives,
    document,
    domain,
    finding,
    garbage,
    guard,
    light,
    messages,
    navigation,
    not_found,
    outputs,
    page,
    parallel,
    reading,
    redirects,
    references,
    resolve,
    root_files,
    search,
    search_index,
    social,
    speed,
    term_pages,
    texts,
    upstream,
    variant_files,
    walking,
)
from .nodes import add_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def add_words(app: Sphinx) -> None:
    """Add what authors write in their texts: roles and directives."""
    app.add_domain(domain.GuideDomain)
    app.add_role("guide", references.GuideRole(warn_dangling=True))
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
    app.setup_extension("myst_parser")
    # Sphinx's own messages, so that these fill the gaps for our templates and the theme's as well.
    app.add_message_catalog("sphinx", str(config.HERE / "locale"))
    config.add_config_values(app)

    add_words(app)
    add_nodes(app)
    app.add_transform(document.GuideDocument)
    app.add_post_transform(resolve.ResolveListings)
    app.add_post_transform(variant_files.PlainPictures)
    app.add_css_file("career-guides.css", priority=700)  # after the theme's

    app.connect("config-inited", config.on_config_inited)
    app.connect("config-inited", direction.on_config_inited)
    app.connect("config-inited", upstream.on_config_inited)
    for room in (speed, finding):
        app.connect("config-inited", room.on_config_inited)
        app.connect("builder-inited", room.on_builder_inited)
    app.connect("config-inited", walking.on_config_inited)
    app.connect("config-inited", garbage.on_config_inited)
    app.connect("builder-inited", upstream.on_builder_inited, priority=600)  # after sitemap's
    app.connect("builder-inited", search.on_builder_inited)
    app.connect("builder-inited", direction.on_builder_inited)
    app.connect("env-get-outdated", reading.on_env_get_outdated)
    app.connect("env-before-read-docs", reading.on_env_before_read_docs)
    app.connect("env-before-read-docs", garbage.on_env_before_read_docs)
    app.connect("source-read", reading.on_source_read, priority=400)  # before who reads MyST's
    app.connect("doctree-read", guard.on_doctree_read, priority=400)  # before files are collected
    app.connect("doctree-read", document.on_doctree_read, priority=600)  # after collectors
    app.connect("env-updated", messages.on_env_updated)
    app.connect("env-updated", variant_files.on_env_updated)
    app.connect("env-updated", outputs.on_env_updated, priority=400)  # before names are read
    app.connect("env-get-updated", outputs.on_env_get_updated, priority=600)  # after numbering
    app.connect("env-check-consistency", parallel.on_env_check_consistency)
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
    app.connect("html-collect-pages", upstream.on_html_collect_pages)
    app.connect("build-finished", upstream.fill_sitemap, priority=400)  # before sitemap's
    for made in (redirects, not_found, social, texts, root_files):  # root_files reads the texts
        app.connect("build-finished", made.on_build_finished)
    # After all of them: what none has accounted for is removed.
    app.connect("build-finished", outputs.on_build_finished, priority=600)
    # After the pages that have gone are removed.
    app.connect("build-finished", search_index.on_build_finished, priority=600)
    app.connect("build-finished", garbage.on_build_finished, priority=700)
    return {
        "version": version("career-guides"),
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
