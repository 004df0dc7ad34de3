"""Translated descriptions and keywords without an attribute that HTML does not know.

Sphinx 9.2 marks what it has translated, and the writer puts all attributes of a ``meta`` node on
the page: HTML has no ``translated``, and EPUBCheck refuses books with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_doctree_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take the mark off, which has been counted when the page was read."""
    if app.builder.format == "html" and app.config.guides_upstream:
        for node in doctree.findall(nodes.meta):
            node.attributes.pop("translated", None)
