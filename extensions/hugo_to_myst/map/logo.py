"""The logo in the sidebar of a guide."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from hugo_to_myst.findings import PageLog
    from hugo_to_myst.read.front_matter import Content

    from .assets import Assets


def add_logo(
    values: dict[str, Any], content: Content, assets: Assets, log: PageLog, *, fix: bool
) -> dict[str, Path]:
    """Check the key `sidebarlogo` of a guide; return the files of the logo by their places.

    :param values: the keys of the guide.
    :param fix: whether a logo that does not exist is replaced by the one named most like it.
    """
    name = values.get("sidebarlogo")
    if not isinstance(name, str):
        return {}
    files = assets.logo(name)
    if not files:
        near = next(iter(get_close_matches(name, assets.logos(), n=1, cutoff=0.6)), "")
        became = f"sidebarlogo: {near}" if near and fix else "left as it is"
        log("logo", content.lines.get("sidebarlogo", 1), name, became, near)
        if fix:
            values.pop("sidebarlogo")
            values |= {"sidebarlogo": near} if near else {}
        files = assets.logo(near) if near else []
    return {f"logos/{path.name}": path for path in files}
