"""MyST-Parser: what it makes again for every page of Markdown."""

from __future__ import annotations

import copy
from types import MethodType
from typing import TYPE_CHECKING, Any, cast

from docutils import frontend
from markdown_it import tree
from markdown_it.tree import SyntaxTreeNode
from markdown_it.utils import OptionsDict
from myst_parser.mdit_to_docutils import base
from myst_parser.parsers import mdit, sphinx_
from myst_parser.sphinx_ext.myst_refs import MystReferenceResolver
from sphinx import transforms

from .environment import copy_of
from .patches import Patch, always, defined_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
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


def syntax_tree(build: Build | None, original: Any) -> Any:
    """Make a tree of tokens in one pass; markdown-it-py copies what is in a node at each level."""

    def set_children_from_tokens(self: SyntaxTreeNode, tokens: Sequence[Token]) -> None:
        # A class of its own may make its children otherwise.
        if type(self) is not SyntaxTreeNode or not fill(self, tokens):
            self._children = []
            original(self, tokens)

    return set_children_from_tokens


def fill(node: Any, tokens: Sequence[Token]) -> bool:
    """Add a tree of *tokens* to *node*, or return that they do not open and close in pairs."""
    opened: list[tuple[Any, Token]] = []
    for token in tokens:
        nesting = token.nesting
        if nesting < 0:
            if not opened:
                return False
            closed = node
            node, opening = opened.pop()
            closed.nester_tokens = tree._NesterTokens(opening, token)
            continue
        child = SyntaxTreeNode.__new__(SyntaxTreeNode)
        child.token = None if nesting else token
        child.nester_tokens = None
        child._parent = node
        child._children = []
        node._children.append(child)
        if nesting:
            opened.append((node, token))
            node = child
        elif token.children and not fill(child, token.children):
            return False
    return not opened


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
    Patch(
        "myst_parsing.syntax_tree", always(SyntaxTreeNode), "_set_children_from_tokens",
        syntax_tree, defined_in(tree),
        "the tokens in each node of a page are copied at each level above them",
    ),
)  # fmt: skip
