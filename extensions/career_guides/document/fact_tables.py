"""The sources of figures in a table, once below it."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from career_guides.nodes.fact import fact, releases_line, table_fact


class SourcesBelowTables(SphinxTransform):
    """Name the releases of the figures in a table in one line below it."""

    # After translated texts are in their places (20).
    default_priority = 30

    def apply(self, **kwargs: Any) -> None:
        for table in list(self.document.findall(nodes.table)):
            # Those of a table in a cell are already below the outer table.
            figures = list(table.findall(fact))
            if not figures:
                continue
            releases = dict.fromkeys(figure["release"] for figure in figures)
            for figure in figures:
                figure.replace_self(table_fact("", "", *figure.children, **figure.attributes))
            table.parent.insert(table.parent.index(table) + 1, releases_line(releases))
