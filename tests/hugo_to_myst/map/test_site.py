"""The index of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_a_number_that_cannot_be_written_does_not_stop_other_pages(make: Make) -> None:
    slug = "0x" + "f" * 6000
    done = make({"content/p.md": f"---\ntitle: T\nslug: {slug}\n---\nText\n", "content/q.md": "Q"})
    assert "q" in done.guides
    assert any(f.file == "content/p.md" and f.level == "problem" for f in done.report.findings)
