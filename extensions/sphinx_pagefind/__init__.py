"""Search by Pagefind for any Sphinx project, brought up to date page by page.

Sphinx's own search loads an index of the whole site with the first query, and knows words alone.
Pagefind (https://pagefind.app) loads the parts that a query needs: some 100 kB at 10,000 pages. It
shows excerpts, and narrows results down by what you like. Pagefind itself indexes a folder as a
whole; this extension has it index the pages that a build has written again, so that an edit takes
the time of a page, and serves the same files as a build from scratch.

A currency sign before a number, words such as "how" and "the", and words that no page has are left
out of a query; C++, C#, R&D and .NET are words of their own; "color" finds "colour"; for a
misspelled word a title is offered that is spelled like it. A table of queries tells how good the
search of a site is::

    python -m sphinx_pagefind.query_test _build/html queries.txt

Readers get results under every search field of the theme, by keyboard too (``/`` and Ctrl-K lead to
a field), and a page of all results at the address of Sphinx's, ``search.html``. Where the search
cannot run, it says so, and leads to a page of your choice.

Add it to a project
===================

It needs Sphinx 9, and the Python packages ``pagefind[bin]`` 1.5 and ``cbor2``. With the folders
``sphinx_pagefind`` and ``build_cache`` where Python finds them::

    pip install "pagefind[bin]>=1.5,<1.6" cbor2

    extensions = ["sphinx_pagefind"]  # in conf.py

The builders ``html`` and ``dirhtml`` make the index, in ``_pagefind/`` of the output folder; the
others do nothing. Pages are searched unless they have ``no-search`` in their metadata
(``:no-search:`` on top of a page of reStructuredText, ``no-search: true`` in the front matter of
Markdown). An extension leaves a page out in the same way, while the page is read::

    def on_doctree_read(app, doctree):
        if app.env.docname.startswith("drafts/"):
            app.env.metadata[app.env.docname]["no-search"] = ""

Browsers load no index from ``file:`` addresses: look at the site through a web server, such as
``python -m http.server -d _build/html``.

Settings
========

``pagefind_enabled`` (default: ``True``)
    ``False`` leaves the search to Sphinx.
``pagefind_fallback`` (default: the front page)
    The page that readers are led to where the search cannot run, such as without JavaScript, and
    where it finds nothing: ``"contents"``, ``"guides/index"``.
``pagefind_ignored_selectors`` (default: ``["nav", "form", ".headerlink", ".toctree-wrapper"]``)
    CSS selectors of what is on a page but is not searched.
``pagefind_exclude`` (default: ``{}``)
    Folders or pages that are found only if nothing else is, or if readers ask for them, each with
    the name that readers see: ``{"internals": "For developers"}``. Until then, a word that only
    they have counts as misspelled if a title is spelled like it.
``pagefind_synonyms`` (default: ``{}``)
    Words and phrases, in lower case, with what is searched for instead: ``{"salary": "pay"}``, or
    ``{"what do * make": "* pay"}`` with ``*`` for words that are kept. The page says so, and offers
    the query as it was typed.
``pagefind_stylesheet`` (default: ``True``)
    ``False`` leaves out ``guide-search.css``, for a theme that brings styles of its own. The
    classes begin with ``guide-``.

A template ``guides/search.html`` of the project's replaces that of the search page.

Events
======

``pagefind-page-data`` (app, docname, data)
    A page is being written. Change what it has for Pagefind: :class:`.page_markup.PageData`. With a
    result, readers see the metadata ``title``, ``career`` (a line on what the page belongs to) and
    ``description``, and the picture whose path is in the filter ``image``. Other metadata is
    searched and not shown. What you set here has to come from the page itself, or from something
    that has Sphinx write the page again. Pagefind's own attributes count within the text of a page
    only, not in what a theme shows around it.
``pagefind-language`` (app, docname)
    Return the language of a page, such as ``en-GB``, if it is neither ``lang`` in the metadata of
    the page nor that of the site. Each language has an index, and readers of a page search that of
    its language; the others are offered.
``pagefind-search-page`` (app, page)
    The search page is being written. Let readers choose values of a filter:
    :meth:`.search_page.SearchPage.add_facet`.
``pagefind-terms`` (app, terms)
    The index has been made. Change what the script knows of words: :class:`.terms.Terms`.
``pagefind-is-current`` (app)
    Return ``True`` if no page has changed since the last build, to save looking at all of them.
``pagefind-failed`` (app, reason)
    Pagefind does not run. Return ``True`` in place of the warning ``pagefind.failed``.
``pagefind-undivided`` (app, names)
    There are pages in Japanese, Chinese, Thai or Korean, and the package ``pagefind_bin_extended``,
    which separates their words, is not installed. Return ``True`` in place of the warning
    ``pagefind.language``.

In ``conf.py`` of a project whose pages have ``:level: beginner`` and the like on top::

    def add_level(app, docname, data):
        if level := app.env.metadata.get(docname, {}).get("level"):
            data.filters.append(("level", level))

    def offer_levels(app, page):
        page.add_facet("level", "Level", order=["beginner", "expert"])

    def setup(app):
        app.connect("pagefind-page-data", add_level)
        app.connect("pagefind-search-page", offer_levels)

The modules, in the order of a build
====================================

- :mod:`.config`: the settings, and which pages are searched;
- :mod:`.languages`: in which language each page is;
- :mod:`.page_markup`: what each page has for Pagefind;
- :mod:`.search_page`: the page that searches;
- :mod:`.update`: which pages are indexed again when all are written;
- :mod:`.run`: Pagefind's program;
- :mod:`.pagefind_output`: what it has written, word by word;
- :mod:`.store`: the index that is kept from build to build;
- :mod:`.word_table`: its table of words;
- :mod:`.postings`: what it has of one word;
- :mod:`.renumbering`: other numbers for its pages, where some have come or gone;
- :mod:`.bundle`: the files that the site serves;
- :mod:`.partition`: how they share out the words;
- :mod:`.file_format`: their form;
- :mod:`.terms`: what the script knows of words;
- :mod:`.query_test`: a table of queries as a test of the search.

What happens in the browser is in ``static/``; texts in other languages are in ``locale/``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add settings and events, and connect the handlers."""
    from . import config, page_markup, search_page, update

    # To Sphinx's own messages, so that templates find them too.
    app.add_message_catalog("sphinx", str(config.HERE / "locale"))
    config.add_config_values(app)
    app.add_event("pagefind-page-data")
    app.add_event("pagefind-language")
    app.add_event("pagefind-undivided")
    app.add_event("pagefind-search-page")
    app.add_event("pagefind-is-current")
    app.add_event("pagefind-failed")
    app.add_event("pagefind-terms")
    app.connect("config-inited", config.on_config_inited, priority=600)  # after who sets ours
    app.connect("builder-inited", search_page.on_builder_inited)
    # After other extensions' handlers, which may change the text.
    app.connect("html-page-context", page_markup.on_html_page_context, priority=700)
    app.connect("html-page-context", search_page.on_html_page_context, priority=700)
    app.connect("html-collect-pages", search_page.on_html_collect_pages)
    app.connect("build-finished", search_page.on_build_finished)
    # After those who write pages, and who remove pages that have gone (600).
    app.connect("build-finished", update.on_build_finished, priority=650)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
