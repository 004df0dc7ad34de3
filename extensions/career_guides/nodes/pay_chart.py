"""The node for a pay chart, which only HTML shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import escape
from sphinx.locale import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator
    from sphinx.writers.html5 import HTML5Translator


class pay_chart(nodes.General, nodes.Element):  # noqa: N801
    """A pay chart: ``svg`` in HTML; nothing elsewhere, since text next to it says the same.

    ``compared`` says that its second bar represents all occupations.
    """


def visit_pay_chart(self: HTML5Translator, node: pay_chart) -> None:
    """Write the chart and its key; not in EPUB, which requires SVG content to be declared."""
    if self.builder.name != "epub":
        key = _(
            "Bar: the 10th to the 90th percentile, higher for the middle half; line: the median."
        )
        if node["compared"]:
            key += " " + _("The thin bar stands for all occupations.")
        self.body.append(
            f'<div class="pay-figure">{node["svg"]}<p class="pay-key">{escape(key)}</p></div>\n'
        )
    raise nodes.SkipNode


def skip_node(self: SphinxTranslator, node: nodes.Element) -> None:
    """Skip the node."""
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the node with its HTML; other formats skip it."""
    no = (skip_node, None)
    html = (visit_pay_chart, None)
    app.add_node(pay_chart, html=html, latex=no, text=no, man=no, texinfo=no)
