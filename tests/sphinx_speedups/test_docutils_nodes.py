"""Documents are built and walked as docutils does it."""

from __future__ import annotations

import contextlib
import pickle
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st
from sphinx.util.nodes import NodeMatcher

from sphinx_speedups import docutils_nodes
from sphinx_speedups.patches import Build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FAST = docutils_nodes.findall(None, nodes.Node.findall)


@pytest.fixture
def fast() -> Iterator[None]:
    """Have all speed-ups of the module in place."""
    with contextlib.ExitStack() as stack:
        for patch in docutils_nodes.SPEEDUPS:
            stack.enter_context(patch.applied(Build(SimpleNamespace())))
        yield


SHAPES = st.recursive(st.none(), lambda inner: st.lists(inner, max_size=4), max_leaves=40)


def grow(shape: object, depth: int = 0) -> nodes.Node:
    """Return a tree of *shape*."""
    if shape is None:
        return nodes.Text("x")
    node = (nodes.paragraph, nodes.section, nodes.strong)[depth % 3]()
    node.extend(grow(child, depth + 1) for child in shape)
    return node


@given(SHAPES, st.integers(0, 5))
def test_walking_a_document_finds_the_same(tree: object, change: int) -> None:
    def walk(find: Callable[..., Iterator[nodes.Node]]) -> list[str]:
        root = nodes.section("", grow(tree))
        seen = []
        for number, node in enumerate(find(root, nodes.Element)):
            seen.append(node.tagname)
            if number == change:  # as transforms do
                node.append(nodes.emphasis("", nodes.strong()))
                if node.parent is not None and node.parent.index(node):
                    node.parent.remove(node)
        return seen

    assert walk(FAST) == walk(nodes.Node.findall)


class Visitor(nodes.NodeVisitor):
    """Notes where it goes, and skips something at some steps."""

    def __init__(self, document: nodes.document, skips: dict[int, type[Exception]]) -> None:
        super().__init__(document)
        self.skips = skips
        self.went: list[str] = []

    def dispatch_visit(self, node: nodes.Node) -> None:
        self.went.append(f"to {node.tagname}")
        if len(self.went) in self.skips:
            raise self.skips[len(self.went)]

    def dispatch_departure(self, node: nodes.Node) -> None:
        self.went.append(f"from {node.tagname}")


SKIPS = [
    nodes.SkipNode, nodes.SkipChildren, nodes.SkipSiblings, nodes.SkipDeparture, nodes.StopTraversal
]  # fmt: skip


@given(SHAPES, st.dictionaries(st.integers(1, 30), st.sampled_from(SKIPS), max_size=3))
def test_visitors_go_the_same_way(tree: object, skips: dict[int, type[Exception]]) -> None:
    document = new_document("x")
    document += grow(tree)
    found = []
    originals = nodes.Node.walkabout
    for walkabout in (originals, docutils_nodes.walkabout(None, originals)):
        nodes.Node.walkabout = walkabout
        visitor = Visitor(document, skips)
        with contextlib.suppress(nodes.SkipSiblings):  # of the document itself
            visitor.went.append(str(document.walkabout(visitor)))
        found.append(visitor.went)
    nodes.Node.walkabout = originals
    assert found[0] == found[1]


class Rare(nodes.Element):
    """Of a kind that no other test makes."""


class Mixed:
    """What some kinds are beside elements, as ``nodes.Admonition``."""


class MixedRare(Mixed, Rare):
    pass


def test_rare_kinds_of_nodes_are_found_once_a_document_has_them() -> None:
    root = nodes.section("", nodes.paragraph("", "text"))
    assert len([*FAST(root, nodes.Text)]) == 1
    assert [*FAST(root, Rare)] == []
    pickled = (
        b"\x80\x04ctests.sphinx_speedups.test_docutils_nodes\nRare\n)\x81}\x8c\x08children]sb."
    )
    root += pickle.loads(pickled)  # noqa: S301 - as from a doctree; it was not made here
    assert len([*FAST(root, Rare)]) == 1
    assert [*FAST(root, MixedRare)] == []
    root += MixedRare()
    assert len([*FAST(root, MixedRare)]) == 1
    assert len([*FAST(root, Rare)]) == 2
    assert [*FAST(root, Mixed)] == [root[-1]]
    assert [*FAST(root, NodeMatcher(Rare))] == [*root[1:]]


class Second(dict):
    """What a kind may be beside an element, with a ``__new__`` of its own."""

    def __new__(cls, *_arguments: Any) -> Second:
        return super().__new__(cls)


class RareSecond(nodes.paragraph, Second):
    __init__ = nodes.paragraph.__init__
    __hash__ = object.__hash__


def test_nodes_are_found_however_they_came_to_be(fast: None) -> None:
    before = RareSecond("")  # as a constant of a module
    root = nodes.section("", nodes.paragraph("", "text"), nodes.paragraph("", "more"))
    assert [*root.findall(Rare)] == []
    root[1].__class__ = Rare
    assert [*root.findall(Rare)] == [root[1]]
    assert [*root.findall(RareSecond)] == []
    root.children.append(before)
    assert [*root.findall(RareSecond)] == [before]
    assert "__new__" not in vars(nodes.Node)


@given(SHAPES, st.sampled_from([nodes.Element, nodes.Text, nodes.strong, Rare, Mixed, None]))
def test_a_kind_is_found_where_it_is(tree: object, kind: type | None) -> None:
    root = nodes.section("", grow(tree))
    expected = [*nodes.Node.findall(root, kind)]
    assert [*map(id, FAST(root, kind))] == [*map(id, expected)]
    assert [*map(id, FAST(root, lambda node: isinstance(node, kind or nodes.Node)))] == [
        *map(id, expected)
    ]
    if kind is not None:
        assert docutils_nodes.has(root, kind) is bool(expected)
        assert docutils_nodes.has(root, (Rare, kind)) is bool(expected)
    for options in ({"include_self": False}, {"descend": False}, {"siblings": True}):
        ours, theirs = (find(root, kind, **options) for find in (FAST, nodes.Node.findall))
        assert [*map(id, ours)] == [*map(id, theirs)]


def test_a_text_without_escapes_is_a_plain_text(fast: None) -> None:
    text = nodes.Text("plain")
    assert type(nodes.unescape(text)) is str
    assert nodes.unescape("a\0b", restore_backslashes=True) == "a\\b"
    assert type(text.astext()) is str


def test_nodes_know_their_document(fast: None) -> None:
    document = new_document("x")
    document.note_source("a.md", 3)
    inner = nodes.paragraph("", "", nodes.strong("", "text"))
    assert inner[0].document is None
    section = nodes.section("", inner)
    document += section
    assert inner[0].document is document
    section += nodes.paragraph("", "more")
    assert (section[-1].document, section[-1].source, section[-1].line) == (document, "a.md", 4)
    assert nodes.Text("a\0*b\0 c").astext() == "a*bc"
