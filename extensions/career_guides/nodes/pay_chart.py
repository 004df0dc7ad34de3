"""The node for a chart of pay, which only HTML shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import escape

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator
    from sphinx.writers.html5 import HTML5Translator


class pay_chart(nodes.General, nodes.Element):  # noqa: N801
    """A chart of pay: ``svg`` in HTML; nothing elsewhere, since text next to it says the same.

    ``key`` explains how to read it.
    """


def visit_pay_chart(self: HTML5Translator, node: pay_chart) -> None:
    """Write the chart and its key; not in EPUB, which requires SVG content to be declared."""
    if self.builder.name != "epub":
        key = f'<p class="pay-key">{escape(node["key"])}</p>' if node["key"] else ""
        self.body.append(f'<div class="pay-figure">{node["svg"]}{key}</div>\n')
    raise nodes.SkipNode


def skip_node(self: SphinxTranslator, node: nodes.Element) -> None:
    """Skip the node."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the node with its HTML; other formats skip it."""
    no = (skip_node, None)
    html = (visit_pay_chart, None)
    app.add_node(pay_chart, html=html, latex=no, text=no, man=no, texinfo=no)
