"""Priorities of our handlers of Sphinx's events; those of other extensions have 500."""

from __future__ import annotations

from enum import IntEnum


class Priority(IntEnum):
    """Priorities of event handlers, each with its reason; Sphinx calls the lowest first."""

    #: ``config-inited``: before extensions that ask which files are pages.
    SUFFIXES = 100
    #: ``config-inited``: after extensions that do there what they could do when they are set up.
    AFTER_SETTINGS = 900
    #: ``source-read``: before extensions that read the front matter as MyST receives it.
    FRONT_MATTER = 400
    #: ``doctree-read``: before Sphinx collects the files that a page refers to.
    PATH_GUARD = 400
    #: ``doctree-read``: after Sphinx's collectors, which set titles and metadata.
    AFTER_COLLECTORS = 600
    #: ``env-updated``: before anything uses what has been read.
    READ_AGAIN = 100
    #: ``env-updated``: before anything reads the file names of images.
    IMAGE_NAMES = 400
    #: ``env-get-updated``: before sections are numbered.
    BEFORE_NUMBERING = 400
    #: ``env-get-updated``: after figures and sections have been numbered.
    AFTER_NUMBERING = 600
    #: ``doctree-resolved``: after all that changes documents or takes a first node for a title.
    LATEX = 900
    #: ``html-collect-pages``: after other extensions, which may write the same page.
    AFTER_PAGES = 600
    #: ``builder-inited``: before extensions that write static files.
    STATIC_FILES = 100
    #: ``builder-inited``: after extensions that add directives and roles there.
    TRUST = 700
    #: ``html-page-context``: before Furo renders the whole site's toctree.
    BEFORE_THEME = 400
    #: ``html-page-context``: after Furo has set its navigation and attributes, and after other
    #: extensions have written tags of the head, which are not written twice.
    AFTER_THEME = 600
    #: ``html-page-context``: after all scripts and style sheets have been added.
    PAGE_WEIGHT = 900
    #: ``build-finished``: before sphinx-sitemap writes the pages in its queue.
    BEFORE_SITEMAP = 400
    #: ``build-finished``: after every handler that writes files, to remove the rest.
    CLEANUP = 600
    #: ``build-finished``: after everything, since it says that nothing was left undone.
    FINISHED = 900
    #: Our style sheets: after the theme's.
    STYLE_SHEET = 700
