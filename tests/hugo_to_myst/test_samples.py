"""Real sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hugo_to_myst import convert_pages
from hugo_to_myst.import_site import import_site

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("name", "pages"), [
    ("workdojos", 266), ("spiffe", 58), ("kubeflow", 190), ("foosn", 8),
])  # fmt: skip
def test_samples(name: str, pages: int, samples: Path, tmp_path: Path) -> None:
    report = import_site(samples / name, tmp_path / "out")
    found = [f for f in report.findings if f.kind in ("words", "unreadable", "write")]
    assert not found
    assert report.counts["guides written"] == pages
    guides = (p.read_text(encoding="utf-8") for p in (tmp_path / "out").rglob("*.md"))
    assert not any("hugoshortcode" in text or "data-hugo" in text for text in guides)


def test_the_samples_broken_chapters_have_suggestions(samples: Path, tmp_path: Path) -> None:
    report = import_site(samples / "workdojos", tmp_path / "out", dry_run=True)
    near = {f.was: f.suggestion for f in report.findings if f.kind == "link" and f.suggestion}
    address = "https://workdojos.com"
    assert near[f"{address}/spiritualcoaches/start"] == "spiritualcoach/start"
    assert near[f"{address}/academies/social-media"] == "academies/social"
    assert near[f"{address}/academies/startup-ideas"] == "academies/startup"


@pytest.mark.parametrize("name", ["workdojos", "spiffe", "kubeflow"])
def test_two_processes_write_what_one_writes(
    name: str, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert_pages, "_LEAST_PAGES", 2)
    reports = {}
    for processes in (1, 2):
        out = tmp_path / str(processes)
        reports[processes] = import_site(samples / name, out, processes=processes).to_json()
    one, two = (
        {path.relative_to(tmp_path / out): path.read_bytes()
         for path in (tmp_path / out).rglob("*") if path.is_file()}
        for out in ("1", "2")
    )  # fmt: skip
    assert one == two
    assert reports[1] == reports[2]
