"""Where Sphinx, MyST and sphinx-sitemap stand in the way of a right or fast build.

Each of these is a fault of the named version that a test shows; ``guides_upstream = False``
in ``conf.py`` turns them off.
"""

from __future__ import annotations

import copy
from functools import cache
from typing import TYPE_CHECKING, Any

from docutils.frontend import get_default_settings
from myst_parser.mdit_to_docutils import base as myst
from myst_parser.parsers import sphinx_
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.sphinx_ext.myst_refs import MystReferenceResolver
from sphinx.search import languages
from sphinx.search.en import SearchEnglish
from sphinx.util import logging

from .english_stemmer import CachedEnglish
from .patches import patch

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from myst_parser.config.main import MdParserConfig
    from sphinx.application import Sphinx
    from sphinx.config import Config


logger = logging.getLogger(__name__)


@cache
def _default_settings(*components: Any) -> Any:
    return get_default_settings(*components)


def shared_default_settings(*components: Any) -> Any:
    """Return a copy of docutils' default settings for *components*, which never change.

    MyST 5.2 has them made anew for every page and every caption, by a parser of command-line
    options, for a document that it then drops: a twentieth of a build.
    """
    return _default_settings(*components).copy()


_parsers: dict[int, tuple[MdParserConfig, MarkdownIt]] = {}


def shared_md_parser(config: MdParserConfig, renderer: Callable[[MarkdownIt], Any]) -> MarkdownIt:
    """Return a parser for *config*, with a renderer and options of its own.

    MyST 5.2 puts the rules of Markdown together anew for every page. Only pages with settings
    of their own have another *config*.
    """
    if id(config) not in _parsers:
        _parsers.clear()
        _parsers[id(config)] = (config, create_md_parser(config, renderer))
    parser = copy.copy(_parsers[id(config)][1])
    parser.options = copy.copy(parser.options)
    made: Any = copy.copy(parser.renderer)
    made.md, made.rules = parser, {name: getattr(made, name) for name in made.rules}
    parser.renderer = made
    return parser


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Search in English by the faster class, unless the project has one of its own.

    And let MyST share its default settings and its parser.
    """
    wanted = config.guides_upstream
    _parsers.clear()
    patch(myst, wanted=wanted, get_default_settings=shared_default_settings)
    patch(sphinx_, wanted=wanted, create_md_parser=shared_md_parser)
    # Without asking for each link who calls what Sphinx 11 will no longer have.
    patch(MystReferenceResolver, wanted=wanted, app=property(lambda self: self.env._app))
    if config.guides_upstream and languages.get("en") is SearchEnglish:
        app.add_search_language(CachedEnglish)
