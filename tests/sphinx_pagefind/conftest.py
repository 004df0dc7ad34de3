"""Projects without guides, and sites of random words."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from random import Random
from typing import TYPE_CHECKING

import pytest

from sphinx_pagefind import file_format, partition, postings
from sphinx_pagefind.store import Index
from tests.sites import snapshot

from .pages import page
from .project import PAGES, Project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a word be on almost all pages, a part full, and names alike, where it takes thousands."""
    monkeypatch.setattr(postings, "POSITIONS", 100)
    monkeypatch.setattr(partition, "PART", 60)
    monkeypatch.setattr(file_format, "LETTERS", 1)


@pytest.fixture
def new_index() -> Iterator[Callable[[], Index]]:
    """A function that returns an empty index in memory; each is closed after the test."""
    with ExitStack() as stack:

        def make() -> Index:
            index = Index(":memory:")
            stack.callback(index.data.close)
            return index

        yield make


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of eight pages of random words."""
    random = Random(3)
    for number in range(8):
        (tmp_path / f"site/{number}").mkdir(parents=True)
        (tmp_path / f"site/{number}/a.html").write_text(page(random), "utf-8")
    return tmp_path / "site"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of ten pages that has nothing but this extension."""
    made = Project(tmp_path / "project")
    made.write(PAGES)
    return made


@pytest.fixture
def clean(tmp_path: Path) -> Callable[[Project], dict[str, str]]:
    """A function that builds a project's sources from scratch and returns the output."""

    def build(project: Project) -> dict[str, str]:
        fresh = Project(tmp_path / "clean", project.conf)
        shutil.rmtree(fresh.path, ignore_errors=True)
        shutil.copytree(project.docs, fresh.docs)
        fresh.build()
        return snapshot(fresh.out)

    return build
