"""Transforms do for a page what they do without us."""

from __future__ import annotations

import logging
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes, transforms
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import nodes as sphinx_nodes
from sphinx.util.logging import VERBOSE
from sphinx.util.nodes import apply_source_workaround

from sphinx_speedups import sphinx_transforms
from sphinx_speedups.patches import Build

if TYPE_CHECKING:
    from collections.abc import Callable

BUILD = Build(SimpleNamespace())  # type: ignore[arg-type]


def is_called(
    speedup: Callable[..., Any], *children: nodes.Node, **more: Any
) -> tuple[bool, nodes.document]:
    """Return whether Sphinx's own transform is called for a page, and the page."""
    called: list[Any] = []
    document = new_document("page")
    document += nodes.paragraph("", "text", *children)
    transform = SimpleNamespace(document=document, **more)
    speedup(BUILD, lambda self, **_options: called.append(self))(transform)
    return called == [transform], document


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (nodes.literal_block("", "x"), True),
        (addnodes.highlightlang(), True),
        (nodes.literal("", "x"), False),
    ],
)
def test_pages_with_code_are_looked_at(node: nodes.Node, expected: bool) -> None:
    assert is_called(sphinx_transforms.highlight_language, node)[0] is expected


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (nodes.target(), True),
        (nodes.reference("", "x", refname="x"), True),
        (nodes.footnote_reference("", refname="x"), True),
        (nodes.reference("", "x", refuri="https://a.example/"), False),
        (nodes.emphasis("", "x", refname="x"), False),
    ],
)
def test_pages_with_references_to_resolve_are_looked_at(node: nodes.Node, expected: bool) -> None:
    assert is_called(sphinx_transforms.dangling_references, node)[0] is expected


def texts(raw: str, source: str | None) -> nodes.document:
    """Return a document with texts of many kinds, as a parser makes them."""
    kinds = (
        nodes.paragraph, nodes.strong, nodes.emphasis, nodes.inline, nodes.literal,
        nodes.reference, nodes.title, nodes.rubric, nodes.literal_block, nodes.caption,
    )  # fmt: skip
    document = new_document("page.md")
    document += [kind(raw, "text") for kind in kinds]
    for classifiers in ([], [nodes.classifier("", "b"), nodes.classifier("c", "c")]):
        item = nodes.definition_list_item("", nodes.term(raw, "a"), *classifiers)
        document += item
    document += [nodes.image(raw, uri="a.png"), nodes.topic(raw)]
    for node in document.findall(nodes.Element):
        node.source, node.line = source, 3
    for item in document.findall(nodes.definition_list_item):
        item.source = "page.md"
    return document


@pytest.mark.parametrize("raw", ["", "a : b : c", "raw"])
@pytest.mark.parametrize("source", [None, "page.md"])
def test_sources_of_texts_are_as_sphinx_sets_them(raw: str, source: str | None) -> None:
    ours = sphinx_transforms.source_workaround(BUILD, apply_source_workaround)
    found = []
    for apply in (ours, apply_source_workaround):
        document = texts(raw, source)
        for node in document.findall():
            if isinstance(node, (nodes.TextElement, nodes.image, nodes.topic)):
                apply(node)
        every = document.findall(nodes.Element)
        found.append([(node.tagname, node.rawsource, node.source, node.line) for node in every])
    assert found[0] == found[1]


@pytest.mark.parametrize(("level", "expected"), [(logging.DEBUG, None), (VERBOSE, transforms)])
def test_sphinx_describes_terms_for_who_reads_it(level: int, expected: object) -> None:
    records, handler = sphinx_nodes.logger.logger, logging.Handler(level)
    before = records.propagate
    records.propagate = False
    records.addHandler(handler)
    try:
        assert sphinx_transforms.without_debug_records(BUILD) is expected
    finally:
        records.removeHandler(handler)
        records.propagate = before


@pytest.mark.parametrize(("folders", "expected"), [(["a", "b"], True), (["a"], False), ([], False)])
def test_pages_are_translated_where_there_is_a_folder(
    tmp_path: Path, folders: list[str], expected: bool
) -> None:
    (tmp_path / "b").mkdir()
    more = {
        "env": SimpleNamespace(srcdir=tmp_path),
        "config": SimpleNamespace(locale_dirs=folders),
    }
    assert is_called(sphinx_transforms.locale, **more)[0] is expected


@pytest.mark.parametrize("builder", [StandaloneHTMLBuilder, MessageCatalogBuilder])
def test_what_is_translated_is_counted(builder: type) -> None:
    count = sphinx_transforms.translation_progress
    env = SimpleNamespace(_builder_cls=builder)
    called, document = is_called(count, env=env)
    assert not called
    nothing = {"total": 0, "translated": 0}
    expected = None if builder is MessageCatalogBuilder else nothing
    assert document.get("translation_progress") == expected
    assert is_called(count, nodes.emphasis("", "x", translated=False), env=env)[0]
