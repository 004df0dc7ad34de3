"""Tables of contents are unpickled when somebody asks for them."""

from __future__ import annotations

import pickle
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes

from sphinx_speedups.lazy_tocs import Tocs
from tests.sites import snapshot
from tests.sphinx_speedups.rich_site import in_process, run, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def toc(text: str) -> nodes.bullet_list:
    return nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", text)))


def test_only_what_is_asked_for_is_unpickled() -> None:
    loaded = pickle.loads(pickle.dumps(Tocs({"a": toc("A"), "b": toc("B")})))  # noqa: S301
    assert {name: type(value) for name, value in loaded.data.items()} == {"a": bytes, "b": bytes}
    assert loaded["a"].astext() == "A"
    assert loaded["a"] is loaded["a"]
    assert type(loaded.data["b"]) is bytes
    assert "b" in loaded
    assert loaded.pop("b").astext() == "B"
    assert loaded.pop("b", None) is None
    with pytest.raises(KeyError):
        loaded["b"]
    loaded["c"] = toc("C")
    again = pickle.loads(pickle.dumps(loaded))  # noqa: S301
    assert {name: value.astext() for name, value in again.items()} == {"a": "A", "c": "C"}
    assert type(again) is type(loaded) is Tocs


def test_what_is_asked_for_may_be_changed_until_it_is_saved() -> None:
    tocs = Tocs()
    tocs["a"] = toc("A")
    assert type(tocs.data["a"]) is bytes
    tocs["a"]["number"] = 1  # as Sphinx numbers sections
    assert tocs["a"]["number"] == 1
    assert pickle.loads(pickle.dumps(tocs))["a"]["number"] == 1  # noqa: S301


def test_what_is_asked_for_once_is_not_kept_after_that() -> None:
    tocs = Tocs({"a": toc("A")})
    tocs.asked = set()
    assert tocs["a"].astext() == "A"
    assert type(tocs.data["a"]) is bytes
    assert tocs["a"] is tocs["a"]  # what is asked for again is kept
    assert pickle.loads(pickle.dumps(tocs)).asked is None  # noqa: S301 - another build may change it


def build(folder: Path, rows: list[dict[str, Any]]) -> None:
    write(folder)
    page = folder / "docs/text.rst"
    for number, settings in enumerate(rows):
        page.write_text(f"{page.read_text('utf-8')}\nPart {number}\n------\n", encoding="utf-8")
        run(folder, "html", settings)


WITHOUT = {
    "extensions": ["myst_parser", "sphinx.ext.todo", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
}
LOADED = {"speedups_disabled": ["lazy_tocs", "lazy_paths"]}


@pytest.mark.parametrize(
    "rows", [[{}, {}], [{}, WITHOUT], [WITHOUT, {}], [{}, LOADED], [LOADED, {}, LOADED]]
)
def test_an_environment_of_another_kind_of_build_is_used(
    tmp_path: Path, rows: list[dict[str, Any]]
) -> None:
    folder = tmp_path / "site"
    in_process(build, folder, rows)
    found = snapshot(folder / "out")
    shutil.rmtree(folder)
    in_process(build, folder, [WITHOUT] * len(rows))
    shutil.rmtree(folder / "out")
    shutil.rmtree(folder / "doctrees1")
    in_process(run, folder, "html", WITHOUT)
    clean = snapshot(folder / "out")
    # Sphinx's index loses entries of pages that are not written; .buildinfo hashes the settings.
    for name in ("html/searchindex.js", "html/.buildinfo", "html/.buildinfo.bak"):
        found.pop(name, None), clean.pop(name, None)
    assert found == clean
