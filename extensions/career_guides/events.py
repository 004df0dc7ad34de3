"""When our handlers of Sphinx's events run, beside those of Sphinx, the theme and others (500)."""

from __future__ import annotations

from enum import IntEnum


class Priority(IntEnum):
    """Priorities of handlers; Sphinx calls the lowest first. Each with its reason."""

    #: ``source-read``: before extensions that read the front matter that MyST gets.
    FRONT_MATTER = 400
    #: ``doctree-read``: before Sphinx collects the files that a page refers to.
    PATH_GUARD = 400
    #: ``doctree-read``: after Sphinx's collectors, which set titles and metadata.
    AFTER_COLLECTORS = 600
    #: ``env-updated``: before anything reads the names of images.
    IMAGE_NAMES = 400
    #: ``env-get-updated``: after figures and sections have been numbered.
    AFTER_NUMBERING = 600
    #: ``builder-inited``: after sphinx-sitemap has made its queue.
    AFTER_SITEMAP_QUEUE = 600
    #: ``html-page-context``: before Furo renders the whole site's toctree.
    BEFORE_THEME = 400
    #: ``html-page-context``: after Furo has set its navigation and its attributes.
    AFTER_THEME = 600
    #: ``html-page-context``: after all scripts and styles have been added.
    PAGE_WEIGHT = 900
    #: ``build-finished``: before sphinx-sitemap writes what its queue holds.
    BEFORE_SITEMAP = 400
    #: ``build-finished``: after all that write files: what none has accounted for is removed.
    CLEANUP = 600
    #: Style sheets: after the theme's.
    STYLE_SHEET = 700
