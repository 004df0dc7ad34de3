"""Mistakes that show when pages are compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from career_guides.catalogue.consistency import _is_close
from tests.sites import guide
from tests.sites.catalogues import catalogue


def found(docs: Path, files: dict[str, str]) -> list[tuple[str, int, str, bool]]:
    problems = catalogue(docs, files).problems
    return [(p.docname or p.path, p.line, p.subtype, p.is_note) for p in problems]


def test_pages_are_compared(tmp_path: Path) -> None:
    files = {
        "a/overview.md": guide("Bread", industry="Food and farming"),
        "a/day.md": guide("bread", tags="[night, flour]", industry="'Food, farming'"),
        "a/pay.md": guide("Pay", tags="[flours]"),
        "b/index.md": guide("Bread", cascade="{industry: Food and farming, tags: [flour]}"),
        "b/Night work.md": guide("Night"),
        "b/plain.md": "# No front matter\n",
        "b/orphan.md": "---\norphan: true\n---\n\n# A page of its own\n",
        "c/plain.md": "# Not among guides\n",
        "b/outline.md": guide("Outline", "## One\n\n## Two"),
        "b/tools.md.txt": "text",
        "b/data.csv": "a,b",
    }
    assert found(tmp_path / "docs", files) == [
        ("b/tools.md.txt", 1, "file_name", True),
        ("a/day", 2, "title", False),
        ("a/day", 4, "term", True),
        ("a/pay", 3, "term", True),
        ("b/Night work", 1, "file_name", True),
        ("b/outline", 5, "unwritten", True),
        ("b/plain", 1, "front_matter", True),
    ]


@pytest.mark.parametrize(
    ("one", "other", "is_close"),
    [
        ("food-farming", "food-and-farming", True),
        ("skiled-trades", "skilled-trades", True),
        ("helath", "health", True),
        ("helth", "health", True),
        ("heaith", "health", True),
        ("art", "cart", False),
        ("level-1", "level-2", False),
        ("health", "wealthy", False),
        ("education", "farming", False),
    ],
)
def test_terms_that_differ_by_a_letter(one: str, other: str, *, is_close: bool) -> None:
    assert _is_close(one, other) == _is_close(other, one) == is_close
