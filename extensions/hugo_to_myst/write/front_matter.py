"""Write the keys of a guide as YAML."""

from __future__ import annotations

import re
import textwrap
from typing import Any

import yaml

#: The keys of a guide in the order in which they are written.
KEYS = (
    "title", "subtitle", "description", "include_footer", "sidebar", "sidebarlogo", "figure",
    "next", "prev", "weight", "aliases", "draft", "unlisted", "industry", "tags", "occupation",
    "related", "authors", "generated_by", "last_reviewed", "review_in", "sources", "cascade",
    "myst", "hugo",
)  # fmt: skip
#: Texts and addresses that mean themselves without quotes, unless YAML 1.1 reads them as another
#: value.
_PLAIN = re.compile(r"[A-Za-z/](?:[\w ,.'()/:;!?+&%@=-]*[\w,.'()/;!?+&%@=-])?", re.A)
_WIDTH = 10_000
#: PyYAML writes longer keys in another form.
_LONGEST_KEY = 100
_PRINTABLE = re.compile(r"[!-~](?:[ -~]*[!-~])?")
_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


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
    return f"---\n{_mapping(ordered) or '{}' + chr(10)}---\n"


def _mapping(values: dict[Any, Any]) -> str:
    """Write a mapping; PyYAML, which is slow, writes only what may need quotes or lines."""
    out = []
    for key, value in values.items():
        if not _is_plain(key) or len(key) > _LONGEST_KEY:
            out.append(_dump({key: value}))
        elif isinstance(value, dict) and value:
            out.append(f"{key}:\n{textwrap.indent(_mapping(value), '  ')}")
        elif isinstance(value, bool):
            out.append(f"{key}: {str(value).lower()}\n")
        elif _is_plain(value):
            out.append(f"{key}: {value}\n")
        elif _needs_quotes(value):
            out.append(f"{key}: '{value.replace(chr(39), chr(39) * 2)}'\n")
        else:
            out.append(_dump({key: value}))
    return "".join(out)


def _is_plain(value: Any) -> bool:
    return (
        type(value) is str
        and _PLAIN.fullmatch(value) is not None
        and ": " not in value
        and value.lower() not in _WORDS
        and len(value) < _WIDTH
    )


def _needs_quotes(value: Any) -> bool:
    """Return whether a text is certain to need quotes, and nothing but them."""
    return (
        type(value) is str
        and (": " in value or " #" in value)
        and _PRINTABLE.fullmatch(value) is not None
        and len(value) < _WIDTH
    )


def _dump(values: dict[Any, Any]) -> str:
    text = yaml.dump(
        values, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, indent=2
    )
    return str(text)
