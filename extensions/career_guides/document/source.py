"""The source of a page as MyST gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.content.myst_source import for_myst
from career_guides.domain import guides

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_source_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """Give MyST its own keys alone, on as many lines as the author wrote.

    Its line numbers stay right; broken YAML is reported once, by us; ``false`` is false
    (for Sphinx and Furo a key that is there at all counts as true); and ``abstract`` and
    the like do not render into a guide.
    """
    catalogue = guides(app.env).build.catalogue
    page = catalogue.pages.get(docname)
    if page is None or not page.fence:
        return
    # As its author wrote it: the names of headings, which links use, are the same in all languages.
    content[0] = for_myst(content[0], page, page.title if docname in catalogue.entries else "")
