"""Pages of HTML are as they are without us."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from docutils import nodes, utils
from docutils.writers import html4css1
from docutils.writers._html_base import HTMLTranslator
from hypothesis import given
from hypothesis import strategies as st
from sphinx.application import Sphinx
from sphinx.environment.adapters.indexentries import IndexEntries

from sphinx_speedups import html_builder
from sphinx_speedups.patches import Build
from tests.sites import snapshot
from tests.sphinx_speedups.rich_site import in_process, run, write

if TYPE_CHECKING:
    from pathlib import Path


class Own(HTMLTranslator):
    """A translator with characters of its own."""

    special_characters: ClassVar = {ord("a"): "A"}


TRANSLATORS = (HTMLTranslator, html4css1.HTMLTranslator, Own)


@given(st.text(alphabet='a&<>"@\u00e9 \u00a0'), st.sampled_from(TRANSLATORS))
def test_texts_become_html_as_before(text: str, kind: type[HTMLTranslator]) -> None:
    fast = html_builder.encode(None, HTMLTranslator.encode)
    translator = kind.__new__(kind)
    assert fast(translator, text) == HTMLTranslator.encode(translator, text)


def render_titles(folder: Path) -> None:
    (folder / "index.md").touch()
    (folder / "conf.py").touch()
    app = Sphinx(folder, folder, folder / "out", folder / "d", "html", status=None, warning=None)
    builder: Any = app.builder
    builder.prepare_writing(set())
    assert html_builder.without_translator(Build(app)) is builder
    asked = []

    def render(node: nodes.Node | None) -> dict[str, str]:
        asked.append(node)
        return dict(builder.render_partial(node))

    fast = html_builder.titles(None, render)
    plain = [
        nodes.title("", "Home"), nodes.title("", ""), nodes.title("", "", ids=["a"], names=["a"]),
        nodes.title("", 'A & "B" <c>@d.e ', nodes.Text("\u00a0F"), refid="x", classes=["y"]),
    ]  # fmt: skip
    for title in plain:
        assert fast(title.deepcopy()) == builder.render_partial(title.deepcopy())
    assert not asked
    others = [
        nodes.title("", "A ", nodes.emphasis("", "b")), nodes.title("", "A", secnumber=(1, 2)),
        nodes.bullet_list(""), None,
    ]  # fmt: skip
    for other in others:
        before = builder.render_partial(other and other.deepcopy())
        assert fast(other and other.deepcopy()) == before
    assert len(asked) == len(others)
    app.add_node(nodes.title, override=True, html=(lambda *_: None, None))
    assert html_builder.without_translator(Build(app)) is None


def test_titles_of_text_are_as_sphinx_renders_them(tmp_path: Path) -> None:
    in_process(render_titles, tmp_path)


def test_style_sheets_are_looked_for_once_in_each_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "b/x.css").touch()
    looked = []

    def look(path: str, dirs: list[str]) -> str:
        looked.append((path, dirs))
        return utils.find_file_in_dirs(path, dirs)

    find = html_builder.stylesheets(None, look)
    monkeypatch.chdir(tmp_path)
    assert [find("x.css", iter(["a", "b"])) for _ in range(2)] == ["b/x.css"] * 2
    assert looked == [("x.css", ["a", "b"])]
    assert find("x.css", ["a"]) == "x.css"
    monkeypatch.chdir(tmp_path / "a")
    assert find("x.css", ["../b"]) == "../b/x.css"
    assert find("x.css", ["a", "b"]) == "x.css"  # another current folder


def test_furo_gets_the_table_of_contents_that_was_rendered_once() -> None:
    made: list[str] = []

    def document_toc(env: Any, docname: str, tags: Any) -> str:
        made.append(docname)
        return f"{docname} {len(made)}"

    build = Build(SimpleNamespace())  # type: ignore[arg-type]
    builder = html_builder.toc(build, document_toc)
    theme = html_builder.toc_for_furo(build, document_toc)
    env, other = object(), object()
    assert builder(env, "a", None) == theme(env, "a", None) == "a 1"
    assert theme(env, "a", None) == "a 2"
    builder(env, "a", None)
    assert theme(env, "b", None) == "b 4"
    assert theme(other, "a", None) == "a 5"


ANOTHER = """
from pathlib import Path
from sphinx.builders.html import StandaloneHTMLBuilder

class Another(StandaloneHTMLBuilder):
    def get_target_uri(self, docname, typ=None):
        return f"{docname}.html?{typ}"

    def render_partial(self, node):
        return {"fragment": f"<b>{self.current_docname}</b>", "title": ""}

def setup(app):
    app.add_builder(Another, override=True)
"""


def build_by_another(folder: Path) -> None:
    write(folder)
    conf = folder / "conf.py"
    conf.write_text(conf.read_text("utf-8").partition("def without")[0] + ANOTHER, "utf-8")
    said = run(folder, "html", {})
    for name in ("target_uris", "titles"):
        assert f"html_builder.{name} is left alone" in said
    assert "html_builder.output_paths" not in said


def test_a_builder_of_the_projects_own_is_asked_itself(tmp_path: Path) -> None:
    in_process(build_by_another, tmp_path)
    assert "text.html?None" in (tmp_path / "out/html/index.html").read_text("utf-8")


TRANSLATOR = """
from sphinx.writers.html5 import HTML5Translator

class Counting(HTML5Translator):
    def visit_Text(self, node):
        super().visit_Text(node)
        self.body.append(f"<!-- on {self.builder.current_docname} -->")

def setup(app):
    app.set_translator("html", Counting, override=True)
"""


def build_with_translator(folder: Path) -> None:
    found = []
    for value in (True, False):
        own = folder / str(value)
        own.mkdir()
        write(own)
        conf = own / "conf.py"
        conf.write_text(conf.read_text("utf-8").partition("def without")[0] + TRANSLATOR, "utf-8")
        run(own, "html", {"speedups_enabled": value})
        found.append(snapshot(own / "out/html"))
    assert found[0] == found[1]
    assert "<!-- on many/p1 -->" in (own / "out/html/many/p1.html").read_text("utf-8")


def test_a_translator_may_ask_which_page_it_is_on(tmp_path: Path) -> None:
    in_process(build_with_translator, tmp_path)


def test_the_index_is_made_of_pages_with_entries() -> None:
    entries = {"a": [("single", "word", "id", "", None)], "none": [], "b": []}
    domain = SimpleNamespace(data={"entries": entries}, entries=entries)
    env: Any = SimpleNamespace(domains=SimpleNamespace(index_domain=domain))
    asked: list[str] = []

    def create_index(self: IndexEntries, builder: str, *, group_entries: bool) -> str:
        asked.extend(domain.data["entries"])
        if builder == "failing":
            raise LookupError
        return f"{builder} {group_entries}"

    index = html_builder.index(None, create_index)
    assert index(IndexEntries(env), "html", group_entries=False) == "html False"
    assert asked == ["a"]
    with pytest.raises(LookupError):
        index(IndexEntries(env), "failing", group_entries=True)
    assert domain.data["entries"] is entries
