"""The result of a comparison as a table, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .compare import KINDS

if TYPE_CHECKING:
    from .compare import Comparison


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as JSON; its keys are public."""
    return {
        "kinds": {
            kind: {"old": comparison.total[kind], "kept": comparison.kept[kind]} for kind in KINDS
        },
        "differences": [
            {"file": d.file, "line": d.line, "kind": d.kind, "old": d.old, "new": d.new}
            for d in comparison.differences
        ],
    }


def as_table(comparison: Comparison) -> str:
    """Return the counts of a comparison as lines of text."""
    lines = [f"{'on the old site':>16} {'kept':>8} {'':>9}"]
    for kind, meaning in KINDS.items():
        total, kept = comparison.total[kind], comparison.kept[kind]
        share = f"{100 * kept / total:.2f} %" if total else ""
        lines.append(f"{total:16} {kept:8} {share:>9}  {kind}: {meaning}")
    return "\n".join(lines)
