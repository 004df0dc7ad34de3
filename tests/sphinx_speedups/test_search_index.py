"""Pages that are gone are removed from the index of Sphinx's search, as Sphinx does it."""

from __future__ import annotations

from typing import Any

from sphinx.search import IndexBuilder

from sphinx_speedups.search_index import prune


def index() -> Any:
    made: Any = object.__new__(IndexBuilder)
    made._titles = {"a": "A", "b": "B", "c": "C"}
    made._all_titles = {"a": [], "b": [], "c": []}
    made._filenames = {"a": "a.rst", "b": "b.rst", "c": "c.rst"}
    made._mapping = {"one": {"a", "b"}, "two": {"b"}}
    made._title_mapping = {"title": {"b", "c"}}
    return made


def test_it_leaves_what_sphinx_leaves() -> None:
    plain, ours = index(), index()
    words = ours._mapping
    IndexBuilder.prune(plain, {"c": 0, "new": 0, "a": 0})
    prune(None, IndexBuilder.prune)(ours, iter(["c", "new", "a"]))
    assert vars(ours) == vars(plain)
    assert [*ours._titles] == ["c", "a"]
    assert ours._mapping is words  # it is the environment's
    assert words == {"one": {"a"}, "two": set()}
