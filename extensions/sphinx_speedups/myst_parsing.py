"""MyST-Parser: what it makes again for every page of Markdown."""

from __future__ import annotations

import copy
from types import MethodType
from typing import TYPE_CHECKING, Any, cast

from docutils import frontend
from markdown_it.utils import OptionsDict
from myst_parser.mdit_to_docutils import base
from myst_parser.parsers import mdit, sphinx_
from myst_parser.sphinx_ext.myst_refs import MystReferenceResolver
from sphinx import transforms

from .environment import copy_of
from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from myst_parser.config.main import MdParserConfig

    from .patches import Build


def default_settings(build: Build | None, original: Any) -> Any:
    """Return copies of docutils' default settings, made once.

    MyST has a parser of command-line options make them for every page and every caption, for a
    document that it then drops: a twentieth of a build.
    """
    known: dict[Any, Any] = {}

    def get_default_settings(*components: Any) -> Any:
        if components not in known:
            known[components] = original(*components)
        return copy_of(known[components])

    return get_default_settings


def parser(build: Build | None, original: Any) -> Any:
    """Return parsers with a renderer and options of their own, for rules that are made once.

    Only pages with settings of their own have another configuration.
    """
    made: list[tuple[Any, MarkdownIt]] = []  # the last one

    def create_md_parser(
        config: MdParserConfig, renderer: Callable[[MarkdownIt], Any]
    ) -> MarkdownIt:
        if not made or made[0][0][0] is not config or made[0][0][1] is not renderer:
            made[:] = [((config, renderer), original(config, renderer))]
        parser = copy.copy(made[0][1])
        parser.options = OptionsDict(cast("Any", parser.options))
        own: Any = copy.copy(parser.renderer)
        own.md = parser
        own.rules = {name: MethodType(rule.__func__, own) for name, rule in own.rules.items()}
        parser.renderer = own
        return parser

    return create_md_parser


SPEEDUPS = (
    Patch(
        "myst_parsing.default_settings", always(base), "get_default_settings", default_settings,
        defined_in(frontend),
        "settings are made by a parser of command-line options for every page and caption",
    ),
    Patch(
        "myst_parsing.parser", always(sphinx_), "create_md_parser", parser, defined_in(mdit),
        "the rules of Markdown are put together for every page",
    ),
    Patch(
        "myst_parsing.app", always(MystReferenceResolver), "app",
        lambda build, original: property(lambda self: self.env._app), defined_in(transforms),
        "for each link Python is asked who uses what Sphinx 11 will no longer have",
    ),
)  # fmt: skip
