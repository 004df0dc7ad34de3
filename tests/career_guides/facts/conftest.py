"""The release of figures that comes with the extension, and a small one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from career_guides.facts.formatting import Words
from career_guides.facts.release import OURS, Facts
from tests.sites import FACTS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def ours() -> Facts:
    return Facts.read(OURS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small release as files."""
    for name, text in FACTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path / "facts"


@pytest.fixture
def words(folder: Path) -> Words:
    return Words(Facts.read(folder))
