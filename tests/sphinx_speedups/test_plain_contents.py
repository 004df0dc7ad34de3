"""Tables of contents are what Sphinx's own translator makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from sphinx_speedups import plain_contents
from sphinx_speedups.patches import Build
from tests.sphinx_speedups.rich_site import in_process

if TYPE_CHECKING:
    from pathlib import Path


def link(*children: nodes.Node, uri: str = "#a", **attributes: Any) -> nodes.reference:
    """Return a link to a heading as Sphinx has it in a table of contents."""
    given = {"internal": True, "refuri": uri, "anchorname": uri, **attributes}
    return nodes.reference("", "", *children, **given)


def item(*children: nodes.Node, lists: tuple[nodes.Node, ...] = ()) -> nodes.list_item:
    """Return an item of a table of contents."""
    return nodes.list_item("", addnodes.compact_paragraph("", "", *children), *lists)


def plain(*lists: nodes.Node, text: str = "A") -> nodes.bullet_list:
    """Return a list of one plain link, with lists in it."""
    return nodes.bullet_list("", item(link(nodes.Text(text)), lists=lists))


TOCTREE = nodes.bullet_list("", addnodes.toctree())
PLAIN = (
    plain(), plain(plain(plain()), plain()), TOCTREE, plain(TOCTREE),
    plain(text='A & "B" <c>@d.e \u00a0'),
    nodes.bullet_list("", item(link(nodes.Text("A"), nodes.Text(" B"), uri="#"))),
    nodes.bullet_list("", *plain(plain()).children, *plain(text="B").children),
)  # fmt: skip
TEXT = nodes.Text("A")
OTHERS = (
    nodes.bullet_list(""), nodes.bullet_list("", nodes.list_item("")), nodes.paragraph("", "A"),
    nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "", link(TEXT.copy())))),
    nodes.bullet_list("", item(link(TEXT.copy()), nodes.Text("B"))),
    nodes.bullet_list("", item(nodes.Text("B"))),
    nodes.bullet_list("", item(link(nodes.literal("", "A")))),
    nodes.bullet_list("", item(link(TEXT.copy(), secnumber=(1, 2)))),
    nodes.bullet_list("", item(link(TEXT.copy(), internal=False))),
    nodes.bullet_list("", item(link(TEXT.copy(), classes=["b"]))),
    nodes.bullet_list("", item(link(TEXT.copy(), ids=["b"]))),
    nodes.bullet_list("", item(link(TEXT.copy(), uri="mailto:a@b.c"))),
    nodes.bullet_list("", item(link(TEXT.copy(), uri='#"'))),
    nodes.bullet_list("", *plain().children, classes=["simple"]),
    plain(nodes.paragraph("", "B")), plain(nodes.bullet_list("", nodes.list_item(""))),
    nodes.bullet_list("", *plain().children, nodes.list_item("", plain())),
    nodes.bullet_list("", addnodes.toctree(), *plain().children),
    None,
)  # fmt: skip


def with_builder(folder: Path, compare: Any) -> None:
    """Call a function with an application that builds HTML, and its builder."""
    (folder / "index.rst").touch()
    (folder / "conf.py").touch()
    app = Sphinx(folder, folder, folder / "out", folder / "d", "html", status=None, warning=None)
    builder: Any = app.builder
    builder.prepare_writing(set())
    compare(app, builder)


def render(app: Sphinx, builder: Any) -> None:
    assert plain_contents.with_sphinxs_lists(Build(app)) is builder
    asked: list[Any] = []

    def original(node: nodes.Node | None) -> Any:
        asked.append(node)
        return builder.render_partial(node)

    fast = plain_contents.contents(None, original)
    for node in (*PLAIN, *OTHERS):
        ours, theirs = node and node.deepcopy(), node and node.deepcopy()
        assert fast(ours) == builder.render_partial(theirs), node
    assert len(asked) == len(OTHERS)

    @given(st.recursive(st.builds(plain), lambda few: st.builds(plain, few, few)))
    def compare(node: nodes.bullet_list) -> None:
        assert fast(node.deepcopy()) == builder.render_partial(node.deepcopy())

    compare()


def test_contents_of_text_are_as_sphinx_renders_them(tmp_path: Path) -> None:
    in_process(with_builder, tmp_path, render)


def replace(app: Sphinx, _builder: Any) -> None:
    def visit_list_item(self: Any, node: nodes.Element) -> None:
        self.body.append("<li>")

    original = HTML5Translator.visit_list_item
    HTML5Translator.visit_list_item = visit_list_item  # type: ignore[method-assign]
    assert plain_contents.with_sphinxs_lists(Build(app)) is None
    HTML5Translator.visit_list_item = original  # type: ignore[method-assign]
    app.add_node(nodes.reference, override=True, html=(visit_list_item, None))
    assert plain_contents.with_sphinxs_lists(Build(app)) is None


def test_lists_of_other_extensions_are_theirs(tmp_path: Path) -> None:
    in_process(with_builder, tmp_path, replace)
