"""A document has no kind of nodes that is not known."""

from __future__ import annotations

import contextlib
import pickle
from abc import ABCMeta
from random import Random
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st

from sphinx_speedups import docutils_nodes, node_kinds
from sphinx_speedups.patches import Build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PLAIN = nodes.Node.findall
KINDS = [
    nodes.strong, nodes.emphasis, nodes.image, nodes.note, nodes.literal_block, nodes.target,
    nodes.TextElement, nodes.Inline, nodes.Admonition,
]  # fmt: skip


@contextlib.contextmanager
def noted() -> Iterator[node_kinds.Kinds]:
    """Have the speed-ups of :mod:`.docutils_nodes` in place; yield what is known."""
    build = Build(SimpleNamespace())
    with contextlib.ExitStack() as stack:
        for patch in docutils_nodes.SPEEDUPS:
            stack.enter_context(patch.applied(build))
        yield build.of(node_kinds.Kinds)


class Changes:
    """Changes of a document, as parsers, transforms and extensions make them."""

    def __init__(self, random: Random) -> None:
        self.random = random
        # Made before the document was looked at, as in a "pending".
        self.before, self.leaves = self.tree(), [kind() for kind in KINDS[:6]]
        self.document = new_document("x")
        self.document += nodes.paragraph("", "text")

    def kind(self) -> type[nodes.Element]:
        return self.random.choice(KINDS[:6])

    def tree(self) -> nodes.Element:
        return nodes.paragraph("", "", self.kind()("", nodes.strong("", self.kind()())))

    def place(self) -> nodes.Element:
        return self.random.choice([*PLAIN(self.document, nodes.Element)])

    def append(self) -> None:
        self.place().append(self.kind()("x"))

    def insert(self) -> None:
        self.place().insert(0, [self.tree(), self.kind()()])

    def extend_a_part_that_is_in_no_document(self) -> None:
        part = self.kind()()
        part += nodes.strong("", self.kind()())
        self.place().append(part)

    def replace(self) -> None:
        place = self.place()
        if place.parent is not None:
            place.replace_self(self.before.deepcopy())

    def put_in_what_was_made_before(self) -> None:
        self.place().append(self.before)
        self.before = self.tree()

    def put_in_a_leaf_that_was_made_before(self) -> None:
        if self.leaves:
            self.place().append(self.leaves.pop())

    def put_in_what_was_loaded(self) -> None:
        self.place()[:] = [pickle.loads(pickle.dumps(self.tree()))]  # noqa: S301 - as from a doctree

    def put_in_directly_what_is_new(self) -> None:
        self.place().children = [self.kind()("x")]

    def delete(self) -> None:
        place = self.place()
        if place.parent is not None:
            place.parent.remove(place)

    def make_a_document_on_the_way(self) -> None:
        other = new_document("y")
        other += self.tree()
        assert [*other.findall(nodes.paragraph)]

    def all(self) -> list[Callable[[], None]]:
        return [
            self.append, self.insert, self.extend_a_part_that_is_in_no_document, self.replace,
            self.put_in_what_was_made_before, self.put_in_a_leaf_that_was_made_before,
            self.put_in_what_was_loaded,
            self.put_in_directly_what_is_new, self.delete, self.make_a_document_on_the_way,
        ]  # fmt: skip


@given(st.integers(0, 10**9))
def test_what_a_document_has_is_found_after_any_change(seed: int) -> None:
    with noted():
        random = Random(seed)
        changes = Changes(random)
        for _step in range(12):
            random.choice(changes.all())()
            kind = random.choice([*KINDS, (nodes.image, nodes.target)])
            expected = [*PLAIN(changes.document, nodes.Element)]
            expected = [node for node in expected if isinstance(node, kind)]
            asked = (
                (lambda node, kind=kind: isinstance(node, kind)) if type(kind) is tuple else kind
            )
            assert [*changes.document.findall(asked)] == expected
            assert len([*docutils_nodes.walk(changes.document, kind)]) == len(expected)


def test_a_document_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with noted() as known:
        document = new_document("x")
        document += nodes.paragraph("", "text")
        assert [*document.findall(nodes.image)] == []
        monkeypatch.setattr(node_kinds, "has", None)  # would be called
        monkeypatch.setattr(node_kinds.Kinds, "_look_through", None)
        assert [*document.findall(nodes.image)] == []
        assert not known.may_have(document, (nodes.image, nodes.target))
        image = nodes.image()
        document[0].append(image)
        assert [*document.findall(nodes.image)] == [image]


def test_two_documents_with_as_many_kinds_are_told_apart() -> None:
    with noted():
        one, other = new_document("x"), new_document("y")
        one += nodes.image()
        other += nodes.target()
        for _round in range(2):
            assert len([*one.findall(nodes.image)]) == 1
            assert [*one.findall(nodes.target)] == []
            assert len([*other.findall(nodes.target)]) == 1
            assert [*other.findall(nodes.image)] == []


class Foreign(nodes.Element):
    """Of an extension that changes the class of nodes."""


def test_kinds_of_other_extensions_are_found_whatever_they_do_with_them() -> None:
    with noted():
        document = new_document("x")
        document += nodes.paragraph("", "text")
        assert [*document.findall(Foreign)] == []
        document[0].__class__ = Foreign
        assert [*document.findall(Foreign)] == [document[0]]


def test_a_class_that_says_itself_what_its_subclasses_are_is_asked() -> None:
    virtual = ABCMeta("virtual", (), {"__module__": "docutils.nodes"})
    virtual.register(nodes.paragraph)
    with noted():
        document = new_document("x")
        document += nodes.paragraph("", "text")
        assert [*document.findall(nodes.image)] == []
        assert [*document.findall(virtual)] == [document[0]]


def test_if_half_is_noted_nothing_is_known() -> None:
    build = Build(SimpleNamespace())
    with contextlib.ExitStack() as stack:
        for patch in docutils_nodes.SPEEDUPS:
            if patch.name != "docutils_nodes.element":
                stack.enter_context(patch.applied(build))
        document = new_document("x")
        document += nodes.paragraph("", "text")
        assert [*document.findall(nodes.image)] == []
        document[0].children = [nodes.image()]
        assert len([*document.findall(nodes.image)]) == 1


@pytest.mark.parametrize("attributes", [{}, {"refuri": "a", "Classes": ["b"]}, {"ids": ["c"]}])
@pytest.mark.parametrize("children", [(), (nodes.Text("x"),)])
def test_elements_are_made_as_by_docutils(
    attributes: dict[str, object], children: tuple[nodes.Node, ...]
) -> None:
    plain = nodes.reference("raw", "", *children, **attributes)
    with noted():
        ours = nodes.reference("raw", "", *children, **attributes)
        with pytest.raises(TypeError):
            nodes.section(nodes.paragraph())  # type: ignore[arg-type]
    assert {**vars(ours), "children": ()} == {**vars(plain), "children": ()}
    assert [*vars(ours)] == [*vars(plain)]
    assert ours.pformat() == plain.pformat()
    for value in attributes.values():
        assert all(value is not own for own in ours.attributes.values() if isinstance(own, list))
