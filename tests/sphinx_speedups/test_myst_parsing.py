"""Pages of Markdown have settings and a parser of their own."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.sphinx_ext.myst_refs import MystReferenceResolver

from sphinx_speedups import myst_parsing
from sphinx_speedups.patches import Build

TEXT = "# A\n\n:::{note}\n*b* $c$\n:::\n\nd\n: e\n"


def test_default_settings_are_the_same_and_a_documents_own() -> None:
    fast = myst_parsing.default_settings(None, get_default_settings)
    first, second, plain = fast(Parser), fast(Parser), get_default_settings(Parser)
    first.record_dependencies.add("a")
    first.tab_width = 3
    assert second.record_dependencies.list == []
    found, expected = vars(second), vars(plain)
    found.pop("record_dependencies"), expected.pop("record_dependencies")
    assert found == expected


def test_parsers_are_the_same_for_one_configuration() -> None:
    fast = myst_parsing.parser(None, create_md_parser)
    one = MdParserConfig()
    another = MdParserConfig(enable_extensions={"colon_fence", "deflist", "dollarmath"})
    for config in (one, another, another, one, one):
        expected = create_md_parser(config, RendererHTML).render(TEXT)
        assert fast(config, RendererHTML).render(TEXT) == expected
    first, second = fast(one, RendererHTML), fast(one, RendererHTML)
    first.options["document"] = "first"
    assert "document" not in second.options
    assert first.renderer is not second.renderer


class Another(RendererHTML):
    def text(self, *_arguments: Any) -> str:
        return "TEXT"


def test_another_renderer_has_its_own_rules() -> None:
    fast = myst_parsing.parser(None, create_md_parser)
    config = MdParserConfig()
    assert "<h1>A</h1>" in fast(config, RendererHTML).render(TEXT)
    assert "<h1>TEXT</h1>" in fast(config, Another).render(TEXT)


def test_a_transform_knows_its_application() -> None:
    patch = next(each for each in myst_parsing.SPEEDUPS if each.name == "myst_parsing.app")
    document = new_document("a")
    document.settings.env = SimpleNamespace(_app="the application")
    resolver = MystReferenceResolver(document)
    before = dict(vars(MystReferenceResolver))
    with patch.applied(Build(None)):  # type: ignore[arg-type]
        assert resolver.app == "the application"
    assert dict(vars(MystReferenceResolver)) == before


class Tree(SyntaxTreeNode):
    """A class that may make its children otherwise."""


def described(node: SyntaxTreeNode) -> Any:
    """Return the tokens of a tree by where they are, its classes and their attributes in order."""
    tokens = node.nester_tokens or (node.token,)
    children = [described(child) for child in node.children]
    assert all(child.parent is node for child in node.children)
    return type(node), list(vars(node)), [id(token) for token in tokens], children


@pytest.fixture
def trees(monkeypatch):
    """Return a function that returns a tree as it was, and as it is with the speed-up."""
    original: Any = SyntaxTreeNode._set_children_from_tokens
    fast = myst_parsing.syntax_tree(None, original)

    def made(kind: type[SyntaxTreeNode], tokens: list[Token]) -> Any:
        for function in (original, fast):
            monkeypatch.setattr(SyntaxTreeNode, "_set_children_from_tokens", function)
            try:
                yield described(kind(tokens))
            except ValueError as error:
                yield str(error)

    return made


@pytest.mark.parametrize("kind", [SyntaxTreeNode, Tree])
def test_a_tree_of_a_page_is_the_same(trees, kind: type[SyntaxTreeNode]) -> None:
    text = "# A *b*\n\n> - c\n>   1. ![**d**](e)\n\n|f|\n|-|\n|[g](h)|\n\n```\ni\n```\n"
    before, after = trees(kind, MarkdownIt().enable("table").parse(text))
    assert after == before


def test_a_tree_of_any_tokens_is_the_same(trees) -> None:
    """Where tokens do not open and close in pairs, the message is."""
    kinds = [Token("a", "a", nesting) for nesting in (1, 0, -1)]
    kinds.append(Token("a", "a", 0, children=[Token("b", "b", -1)]))
    kinds.append(Token("a", "a", 0, children=[Token("b", "b", 1), Token("b", "b", -1)]))
    for tokens in product(kinds, repeat=4):
        before, after = trees(SyntaxTreeNode, [*tokens])
        assert after == before
