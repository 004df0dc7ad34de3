"""The output folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hugo_to_myst.sites import PAGES

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
