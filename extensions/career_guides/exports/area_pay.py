"""``_facts/27-3091.json``: pay and jobs in metropolitan areas, loaded when a reader asks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from career_guides.domain import guides
from career_guides.listings.places import PayByState, area_lines, area_path, areas_table, shown
from career_guides.output.names import is_site
from career_guides.output.record import finishing, write_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write a file for each occupation that a page shows by state."""
    if finishing(app, exception) is None or not is_site(app.builder):
        return
    domain = guides(app.env)
    rows = {
        row.code: row
        for docname, listings in sorted(domain.listings.items())
        for kind, request in listings
        if kind == PayByState.kind
        for row in shown(domain, docname, request)
    }
    for code, row in sorted(rows.items()):
        if code not in domain.build.of(area_lines):
            continue
        table = areas_table(domain, row)
        data: dict[str, Any] = {
            "title": table.name,
            "release": domain.build.catalogue.facts.release.name,
            "columns": [column.title for column in table.columns],
            # Text and number of each figure; without a number, the survey has not released it.
            "rows": [
                [row[0].text, *([cell.text, cell.sort] for cell in row[1:])] for row in table.rows
            ],
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        write_file(app, area_path(code), text + "\n")
