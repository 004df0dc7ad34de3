"""Prepare the source of a page for MyST."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from career_guides.body.mistakes import body_mistakes
from career_guides.content.myst_source import for_myst
from career_guides.content.trust import PROJECT, without_untrusted_keys
from career_guides.diagnostics.log import report
from career_guides.domain import guides

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_source_read(app: Sphinx, docname: str, content: list[str]) -> None:
    """Report mistakes in the text that MyST does not notice, and reduce the front matter for it.

    Only MyST's own keys are left, on as many lines as the author wrote.

    That keeps MyST's line numbers right, has broken YAML reported only once, by us, makes
    ``false`` mean false (Sphinx and Furo take the mere presence of a key as true), and keeps
    ``abstract`` and similar keys from being rendered.
    """
    catalogue = guides(app.env).build.catalogue
    page = catalogue.pages.get(docname)
    if page is None:
        return
    has_colons = "colon_fence" in app.config.myst_enable_extensions
    report(app.env, body_mistakes(content[0], page, has_colons=has_colons))
    if not page.fence:
        return
    # The title as its author wrote it: links use the names of headings, which must be the same
    # in all languages.
    title = page.title if docname in catalogue.entries else ""
    trusts = app.config.guides_trust == PROJECT
    keys = page.foreign if trusts else without_untrusted_keys(page.foreign)
    content[0] = for_myst(content[0], replace(page, foreign=keys), title)
