"""The output folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.hugo_to_myst.sites import PAGES, snapshot

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_what_is_there_is_not_touched_without_force(make: Make) -> None:
    done = make(PAGES)
    (done.out / "a.md").write_text("mine")
    (done.out / "images/p.png").write_bytes(b"mine, too")
    kept = make(PAGES)
    assert kept.text("a") == "mine"
    assert {f.was for f in kept.of("exists")} == {"a.md", "images/p.png"}
    assert "three" in make(PAGES, force=True).text("a")


def test_a_folder_that_cannot_be_written_is_reported(make: Make) -> None:
    done = make(PAGES)
    target = done.out / "a.md"
    target.unlink()
    target.mkdir()
    assert [f.was for f in make(PAGES, force=True).of("write")] == ["a.md"]


def test_no_half_file_is_left(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_self: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    done = make(PAGES)
    before = snapshot(done.out)
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make({**PAGES, "content/a.md": "changed"}, force=True)
    assert snapshot(done.out) == before
