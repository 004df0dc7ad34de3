"""Career guides from front matter: a Sphinx extension.

Authors write MyST pages with a few lines of front matter; this package turns them into the pages of
a site and reports every mistake at its file and line. Its folders, in the order of a page's way
through them; each may use those above it and none below:

- :mod:`.diagnostics`: problems in authors' files, their wording, and where they are reported;
- :mod:`.content`: one source file and its front matter, read and checked line by line;
- :mod:`.facts`: pay and employment of occupations, as data and in words;
- :mod:`.catalogue`: all guides at once, before Sphinx reads any: order, links, aliases, logos;
- :mod:`.body`: mistakes in the text of a page, found in its lines;
- :mod:`.config`, :mod:`.events`: settings in ``conf.py``; when our event handlers run;
- :mod:`.build`, :mod:`.domain`: one build, and the Sphinx domain whose objects guides are;
- :mod:`.output`: where things are in the output folder, and what is known of it;
- :mod:`.nodes`: docutils nodes for what only HTML can show;
- :mod:`.images`: smaller variants of pictures, and cards for social networks;
- :mod:`.listings`: what pages show of other pages: cards, grids, tables, lists;
- :mod:`.document`: a page is read: what its front matter puts into its document;
- :mod:`.exports`: files beside the pages: feed, sitemap, redirects, Markdown, JSON;
- :mod:`.html`: an HTML page is filled in: head, sidebar, neighbours, weight;
- :mod:`.search`, :mod:`.search_terms`: what guides tell :mod:`sphinx_pagefind`;
- :mod:`.incremental`: which pages are read and written again;
- :mod:`.generated_pages`: pages of industries and tags, and the page for a missing address;
- :mod:`.cli`, :mod:`.new`, :mod:`.check`, :mod:`.live`: the commands.

"What it is for, and how to use it in a project of your own" is in ``docs/contribute``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up one folder after the other. See the documentation for the settings."""
    from build_cache.garbage_collection import no_garbage_collection

    with no_garbage_collection():  # what is imported is none: looking takes a quarter of the time
        return _setup(app)


def _setup(app: Sphinx) -> ExtensionMetadata:
    from importlib.metadata import version

    from . import (
        config,
        document,
        domain,
        exports,
        generated_pages,
        html,
        images,
        incremental,
        listings,
        nodes,
        output,
        search,
    )
    from .document import markdown_parser
    from .incremental import software

    markdown_parser.load_myst(app)
    for part in (
        config, domain, output, nodes, images, listings, document, exports, html, search,
        incremental, generated_pages,
    ):  # fmt: skip
        part.setup(app)
    return {
        "version": version("career-guides"),
        "env_version": software.env_version(),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
