"""Values that all guides of a folder share, said once in the `cascade` of its index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .site import Page, Site


def shared_values(site: Site, folder: str) -> dict[str, Any]:
    """Return what every guide of a folder says, if there is more than one."""
    return dict(site.shared[folder]) if site.sizes[folder] > 1 else {}


def move_to_cascade(values: dict[str, Any], page: Page, site: Site) -> None:
    """Remove from the keys of a guide what its folder's index says for all; add it there.

    :param values: the keys of the guide.
    """
    folder = page.folder
    if f"{folder}/index" not in site.by_docname:
        return
    for name, value in shared_values(site, folder).items():
        if name in values and values[name] != value and name != "sidebarlogo":
            continue
        kept = values.pop(name, None)
        if page.docname == f"{folder}/index" and kept is not None:
            values["cascade"] = {**values.get("cascade", {}), name: kept}
