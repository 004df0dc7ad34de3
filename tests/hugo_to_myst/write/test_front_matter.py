"""The keys of a guide as YAML."""

from __future__ import annotations

from hugo_to_myst.write.front_matter import write_front_matter


def test_keys_are_in_order_and_lists_are_indented() -> None:
    shared = ["x"]
    values = {"hugo": {"b": shared}, "tags": shared, "title": "T: é", "unknown": 1}
    assert write_front_matter(values) == (
        "---\ntitle: 'T: é'\ntags:\n  - x\nhugo:\n  b:\n    - x\n---\n"
    )
