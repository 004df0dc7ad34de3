"""A reference of any kind leads where Sphinx has it lead."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from docutils.nodes import literal
from hypothesis import given
from hypothesis import strategies as st
from sphinx.addnodes import pending_xref
from sphinx.domains import c, cpp
from sphinx.domains.c import CDomain
from sphinx.domains.cpp import CPPDomain
from sphinx.errors import NoUri

from sphinx_speedups.c_references import resolve

CONFIG = SimpleNamespace(
    c_id_attributes=[], c_paren_attributes=[], c_extra_keywords=[],
    cpp_id_attributes=[], cpp_paren_attributes=[], add_function_parentheses=True,
)  # fmt: skip
DOMAINS = ((CDomain, c), (CPPDomain, cpp))
TARGETS = st.one_of(
    st.text("ab:<>()~*& ,.0;[]{}=+-\"'\\$\u00e9", max_size=12),
    st.lists(
        st.sampled_from(
            ["std", "::", "a", "b", "<", ">", "int", "()", "operator", "template", "~", " ", "*",
             "const", "class", "concept", "[anonymous]", "@a", ",", "1", "noexcept", "->"]
        ),
        max_size=8,
    ).map("".join),
)  # fmt: skip


def domain(kind: type[Any], module: Any = None) -> Any:
    """Return a domain; with its module, one that has a function ``a()``."""
    made = kind(SimpleNamespace(domaindata={}, config=CONFIG))
    if module:
        parser = module.DefinitionParser("int a()", location=None, config=CONFIG)
        declaration = parser.parse_declaration("function", "function")
        made.data["root_symbol"].add_declaration(declaration, "page", 1)
    return made


def found(function: Any, made: Any, target: str) -> Any:
    """Return what a domain finds for a target."""
    builder = SimpleNamespace(get_relative_uri=lambda *_names: "page.html")
    try:
        shown = literal("", target)
        result = function(made, made.env, "index", builder, target, pending_xref(), shown)
    except NoUri as error:
        return str(error)
    return [(role, node["refid"] if "refid" in node else node["refuri"]) for role, node in result]


@pytest.mark.parametrize("kind", [CDomain, CPPDomain])
@given(TARGETS)
def test_nothing_is_found_where_there_is_nothing(kind: type[Any], target: str) -> None:
    original = kind.resolve_any_xref
    made = domain(kind)
    assert found(resolve(None, original), made, target) == found(original, made, target)


@pytest.mark.parametrize(("kind", "module"), DOMAINS)
@pytest.mark.parametrize("target", ["a", "a()", "b", "std::a"])
def test_what_there_is_is_found(kind: type[Any], module: Any, target: str) -> None:
    made = domain(kind, module)
    expected = found(kind.resolve_any_xref, made, target)
    assert found(resolve(None, kind.resolve_any_xref), made, target) == expected
    assert expected or target != "a"


@pytest.mark.parametrize("kind", [CDomain, CPPDomain])
def test_the_target_is_not_parsed(kind: type[Any]) -> None:
    assert found(resolve(None, None), domain(kind), "a") == []
    with pytest.raises(TypeError):
        found(resolve(None, None), domain(kind), "std::a")
