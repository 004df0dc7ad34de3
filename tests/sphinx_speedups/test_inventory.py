"""The inventory is as Sphinx compresses it."""

from __future__ import annotations

import zlib
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from sphinx.util import inventory
from sphinx.util.inventory import InventoryFile
from sphinx.util.nodes import clean_astext

from sphinx_speedups.inventory import SPEEDUPS, titles
from sphinx_speedups.patches import Build

if TYPE_CHECKING:
    from pathlib import Path


def dumped(folder: Path, number: int, *, is_fast: bool) -> bytes:
    """Return an inventory of so many objects."""
    objects = [(f"name{n * n}", f"Shown {n}", "label", "page", f"id{n}", 1) for n in range(number)]
    domain = SimpleNamespace(name="std", get_objects=lambda: objects)
    env: Any = SimpleNamespace(
        config=SimpleNamespace(project="P", version="1"),
        domains=SimpleNamespace(sorted=lambda: [domain]),
    )
    builder: Any = SimpleNamespace(get_target_uri=lambda name: f"{name}.html")
    out = folder / "objects.inv"
    if is_fast:
        with SPEEDUPS[0].applied(Build(SimpleNamespace(doctreedir=folder))):  # type: ignore[arg-type]
            InventoryFile.dump(out, env, builder)
            assert len(InventoryFile.loads(out.read_bytes(), uri="").data) == bool(number)
    else:
        InventoryFile.dump(out, env, builder)
    return out.read_bytes()


@pytest.mark.parametrize("number", [0, 1, 9_000])
def test_the_bytes_are_the_same(tmp_path: Path, number: int) -> None:
    plain = dumped(tmp_path, number, is_fast=False)
    for _build in range(2):
        assert dumped(tmp_path, number, is_fast=True) == plain
    assert dumped(tmp_path, number + 1, is_fast=True) == dumped(tmp_path, number + 1, is_fast=False)
    assert inventory.zlib is zlib


def test_the_same_is_compressed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    compressobj = zlib.compressobj
    monkeypatch.setattr(
        zlib, "compressobj", lambda *given: made.append(given) or compressobj(*given)
    )
    for number, times in ((5, 1), (5, 1), (6, 2), (6, 2)):
        dumped(tmp_path, number, is_fast=True)
        assert made == [(9,)] * times
    (tmp_path / "sphinx_speedups-inventory").write_bytes(b"damaged")
    plain = dumped(tmp_path, 6, is_fast=False)
    made.clear()
    assert dumped(tmp_path, 6, is_fast=True) == plain
    assert made == [(9,)]


def test_a_title_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    image = nodes.image("", alt="not said")
    raw = nodes.raw("", "not said", format="html")
    found = [
        nodes.title("", "Plain & short"),
        nodes.title("", "", nodes.Text("With "), nodes.literal("", "code"), image),
        nodes.title("", "", raw, nodes.Text("after")),
        nodes.title(),
        nodes.rubric("", "", image),
    ]
    plain = [clean_astext(node.deepcopy()) for node in found]
    said = titles(None, clean_astext)  # type: ignore[arg-type]
    assert plain == ["Plain & short", "With code", "after", "", ""]
    assert [said(node) for node in found] == plain
    monkeypatch.setattr(nodes.Element, "deepcopy", None)
    assert said(found[0]) == "Plain & short"
