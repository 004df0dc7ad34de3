"""The parameters of pages and of the site, which the shortcode `param` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .config import Config
    from .front_matter import Content


def parameter(name: str, content: Content, config: Config) -> Any:
    """Return a parameter of a page, else of the site; None if neither has it.

    https://gohugo.io/shortcodes/param/

    :param name: its key; a dot goes down into a mapping.
    """
    for table in (content.values, content.values.get("params"), config.params):
        found: Any = table
        for part in name.lower().split("."):
            found = found.get(part) if isinstance(found, dict) else None
        if found is not None:
            return found
    return None
