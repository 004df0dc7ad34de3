"""Write the keys of a guide as YAML."""

from __future__ import annotations

from typing import Any

import yaml

#: The keys of a guide in the order in which they are written.
KEYS = (
    "title", "subtitle", "description", "include_footer", "sidebar", "sidebarlogo", "figure",
    "next", "prev", "weight", "aliases", "draft", "industry", "tags", "occupation", "related",
    "authors", "generated_by", "last_reviewed", "review_in", "sources", "cascade", "myst", "hugo",
)  # fmt: skip


class _Dumper(yaml.SafeDumper):
    """YAML as people write it: no aliases, lists indented under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists too."""
        del indentless
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value out."""
        del data
        return True


def write_front_matter(values: dict[str, Any]) -> str:
    """Write front matter with its fences, its keys in the order of `KEYS`."""
    ordered = {key: values[key] for key in KEYS if key in values}
    text = yaml.dump(
        ordered, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000, indent=2
    )
    return f"---\n{text}---\n"
