"""The pages before and after each page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sphinx.environment import BuildEnvironment

from career_guides.incremental.relations import relations


@given(st.lists(st.lists(st.integers(1, 7), max_size=4), min_size=8, max_size=8))
def test_they_are_those_of_sphinx(below: list[list[int]]) -> None:
    # Of pages with higher numbers only: no circles.
    includes = {str(n): [str(m) for m in names if m > n] for n, names in enumerate(below)}
    env: Any = SimpleNamespace(config=SimpleNamespace(root_doc="0"), toctree_includes=includes)
    assert relations(env) == BuildEnvironment.collect_relations(env)


def test_a_circle() -> None:
    includes = {"a": ["b"], "b": ["a", "b", "c"]}
    env: Any = SimpleNamespace(config=SimpleNamespace(root_doc="a"), toctree_includes=includes)
    assert relations(env) == {"a": [None, None, "b"], "b": ["a", "a", "c"], "c": ["b", "b", None]}
