"""Toctrees of titles are made without the headings that they leave out."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from sphinx_speedups.toctree_titles import titles_of


def item(*below: nodes.Node) -> nodes.list_item:
    """Return an entry with what is below it."""
    title = addnodes.compact_paragraph("", "", nodes.reference("", "", nodes.Text("A")))
    return nodes.list_item("", title, *([nodes.bullet_list("", *below)] if below else []))


def test_headings_go_and_toctrees_stay() -> None:
    toc = nodes.bullet_list("", item(item(addnodes.toctree(entries=["a"]))), item(item()), item())
    before = toc.pformat()
    shown = titles_of(toc)
    assert [len(entry.children) for entry in shown.children] == [2, 1, 1]
    assert [type(node) for node in shown[0][1].children] == [addnodes.toctree]
    assert all(node.parent is not None for node in shown[0].findall())
    assert toc.pformat() == before


def test_what_is_not_as_usual_is_left_whole() -> None:
    for odd in (item(addnodes.only(expr="html")), nodes.list_item("", nodes.paragraph())):
        toc = nodes.bullet_list("", item(item()), odd)
        assert titles_of(toc) is toc
