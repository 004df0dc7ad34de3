"""The keys of a guide as YAML."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hugo_to_myst.write import front_matter
from hugo_to_myst.write.front_matter import write_front_matter


def test_keys_are_in_order_and_lists_are_indented() -> None:
    shared = ["x"]
    values = {"hugo": {"b": shared}, "tags": shared, "title": "T: é", "unknown": 1}
    assert write_front_matter(values) == (
        "---\ntitle: 'T: é'\ntags:\n  - x\nhugo:\n  b:\n    - x\n---\n"
    )


_TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from([
        "yes", "No", "1", "1e3", "a: b", "a #b", "'a'", "it's: so", "- a", "? a", "a:",
        "2020-01-02", "/a b/c.jpg", "https://x.y/z?a=b%20c", "a:b", "a=", "/a: b",
        "/a:", "/=", "a@b",
        "a\nb", " a", "a ", "", "~", "é: ü", "@a: b", "a  b", "*a: b", "x" * 200,
    ]),
)  # fmt: skip
_VALUES = st.recursive(
    st.one_of(_TEXTS, st.booleans(), st.integers(), st.none()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["title", "figure", "tags", "hugo"]), _VALUES))
def test_it_is_what_pyyaml_writes(values: dict[str, Any]) -> None:
    """What is written without PyYAML has the same letters."""
    ordered = {key: values[key] for key in front_matter.KEYS if key in values}
    assert write_front_matter(values) == f"---\n{front_matter._dump(ordered)}---\n"
