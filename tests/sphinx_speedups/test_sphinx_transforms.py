"""Transforms do for a page what they do without us."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.builders.html import StandaloneHTMLBuilder

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
