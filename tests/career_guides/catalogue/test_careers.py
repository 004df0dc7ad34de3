"""Guides gathered into careers."""

from __future__ import annotations

from pathlib import Path

from tests.sites import guide
from tests.sites.catalogues import catalogue


def test_prev_is_the_first_guide_that_points_here(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {
        "liaison/index.md": guide("L", next="overview"),
        "liaison/overview.md": guide("O", next="day"),
        "liaison/day.md": guide("D", next="history"),
        "liaison/history.md": guide("H", next="overview"),
        "liaison/challenges.md": guide("C", next="[history, https://example.org]"),
    })  # fmt: skip
    prev = {name: [t.docname for t in entry.prev] for name, entry in found.entries.items()}
    assert prev["liaison/overview"] == ["liaison/index"]
    assert prev["liaison/history"] == ["liaison/day"]
    assert prev["liaison/challenges"] == []
    assert found.careers["liaison"].guides[-1] == "liaison/challenges"
    assert found.children["liaison/index"] == found.careers["liaison"].guides
