"""The settings of a site for Markdown, and how settings are looked up.

https://gohugo.io/configuration/markup/#goldmark
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .shortcodes import Delimiters


def get(values: Any, *keys: str) -> dict[str, Any]:
    """Follow keys into nested mappings; return an empty mapping if they lead nowhere."""
    for key in keys:
        values = values.get(key) if isinstance(values, dict) else None
    return values if isinstance(values, dict) else {}


def as_list(value: Any) -> list[Any]:
    """Return a list as it is, nothing as the empty list, and one value as a list of it."""
    return value if isinstance(value, list) else [] if value is None else [value]


def math_delimiters(passthrough: dict[str, Any]) -> Delimiters:
    """Return the block and inline delimiters of formulas; none if the site has them turned off."""
    if passthrough.get("enable") is not True:
        return (), ()
    delimiters = get(passthrough, "delimiters")
    pairs = (
        tuple((str(p[0]), str(p[1])) for p in as_list(delimiters.get(k)) if len(as_list(p)) == 2)
        for k in ("block", "inline")
    )
    return next(pairs), next(pairs)


def ids_and_typography(goldmark: dict[str, Any]) -> dict[str, Any]:
    """Return what decides ids and typography. https://gohugo.io/configuration/markup/#goldmark."""
    parser, extensions = get(goldmark, "parser"), get(goldmark, "extensions")
    kind = parser.get("autoheadingidtype") or parser.get("autoidtype") or "github"
    typographer = extensions.get("typographer")
    disabled = typographer is False or get(typographer).get("disable") is True
    return {
        "heading_ids": str(kind) if parser.get("autoheadingid") is not False else "",
        "term_ids": parser.get("autodefinitiontermid") is True,
        "typographer": not disabled,
        "linkify_protocol": str(extensions.get("linkifyprotocol") or "https"),
    }
