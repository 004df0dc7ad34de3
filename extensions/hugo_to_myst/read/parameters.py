"""The parameters of pages and of the site, which the shortcode `param` shows."""

from __future__ import annotations

import datetime as dt
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


def shown_text(value: Any) -> str | None:
    """Return a parameter as Hugo shows it; None for a mapping, or if there is none."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, list):
        shown = [shown_text(item) for item in value]
        return None if None in shown else f"[{' '.join(text or '' for text in shown)}]"
    if isinstance(value, str | int | float):
        return str(value)
    return value.isoformat() if isinstance(value, dt.date) else None
