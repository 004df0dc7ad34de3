"""The benchmark's sites are what it says they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import snapshot

from .generate import generate
from .measure import Builder

if TYPE_CHECKING:
    from pathlib import Path


def test_the_same_seed_gives_the_same_site(tmp_path: Path) -> None:
    first, again = (snapshot(generate(tmp_path / name, 12)) for name in ("first", "again"))
    assert first == again
    assert first != snapshot(generate(tmp_path / "other", 12, seed=2))


def test_guides_are_counted_with_their_landing_pages(tmp_path: Path) -> None:
    docs = generate(tmp_path, 30, chapters=14, words=50)
    guides = [file.parent.name for file in docs.glob("*/*.md")]
    assert len(guides) == 30
    assert sorted(guides.count(name) for name in set(guides)) == [2, 14, 14]


def test_a_site_builds_without_warnings(tmp_path: Path) -> None:
    generate(tmp_path, 12)
    project = Builder(tmp_path, "project")
    project.clean()  # with -n -W
    assert len(project.pages()) == 12
    assert project.size().mean < 40
