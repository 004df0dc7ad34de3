"""Every kind of finding is used and documented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_to_myst import findings
from hugo_to_myst.findings import KINDS
from tests.hugo_to_myst.sites import PAGES

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_every_kind_is_described(make: Make) -> None:
    source = "".join(p.read_text() for p in Path(findings.__file__).parent.rglob("*.py"))
    assert [k for k in KINDS if f'"{k}"' not in source.replace(f'"{k}": (', "", 1)] == []
    done = make(PAGES)
    report = json.loads(done.report.to_json())
    assert set(report) == {"counts", "kinds", "findings"}
    assert set(report["findings"][0]) == {
        "file", "line", "kind", "was", "became", "suggestion", "level",
    }  # fmt: skip


def test_the_documentation_lists_every_kind() -> None:
    page = Path(__file__).parents[2] / "docs" / "contribute" / "moving-from-hugo.md"
    text = page.read_text(encoding="utf-8")
    rows = [f"| `{kind}` | {level} | {what} |" for kind, (level, what) in KINDS.items()]
    assert [row for row in rows if row not in text] == []
