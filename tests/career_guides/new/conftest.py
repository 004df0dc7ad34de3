"""A site in the current folder, and answers typed at a terminal."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sites import Site


@pytest.fixture
def docs(site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site's guides; the site is the current folder."""
    monkeypatch.chdir(site.path)
    return site.docs


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch):
    """A function that sets the lines which are typed at the prompts; it returns the prompts."""

    def type_in(*lines: str) -> list[str]:
        asked: list[str] = []
        left = iter(lines)

        def read(prompt: str = "") -> str:
            asked.append(prompt)
            try:
                return next(left)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr(builtins, "input", read)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        return asked

    return type_in
