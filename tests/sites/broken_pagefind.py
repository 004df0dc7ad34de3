"""A Pagefind that does not run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def without_pagefind(folder: Path, monkeypatch: pytest.MonkeyPatch, says: str) -> None:
    """Let the builds that follow find a Pagefind that does not run, and *says* why."""
    package = folder / "broken/pagefind"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(f"raise SystemExit({says!r})")
    (package.parent / "pagefind_bin.py").write_text("raise ImportError")
    paths = [str(package.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
