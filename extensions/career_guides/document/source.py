"""Prepare the source of a page for MyST."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from career_guides.content.myst_source import for_myst
from career_guides.content.trust import PROJECT, without_untrusted_keys
from career_guides.domain import guides

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_source_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """Reduce the front matter to MyST's own keys, on as many lines as the author wrote.

    That keeps MyST's line numbers right, has broken YAML reported only once, by us, makes
    ``false`` mean false (Sphinx and Furo take the mere presence of a key as true), and keeps
    ``abstract`` and similar keys from being rendered.
    """
    catalogue = guides(app.env).build.catalogue
    page = catalogue.pages.get(docname)
    if page is None or not page.fence:
        return
    # The title as its author wrote it: links use the names of headings, which must be the same
    # in all languages.
    title = page.title if docname in catalogue.entries else ""
    trusts = app.config.guides_trust == PROJECT
    keys = page.foreign if trusts else without_untrusted_keys(page.foreign)
    content[0] = for_myst(content[0], replace(page, foreign=keys), title)
