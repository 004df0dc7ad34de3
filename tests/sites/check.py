"""Pages that ``career-guides check`` has no objection to, and what the command prints."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from career_guides.cli.main import main
from tests.sites import guide

#: Of a length that search results show whole.
SENTENCE = "What the people in this trade do all day, where they do it, and how they got in: {}."


def described(title: str, body: str = "Some text.", **keys: str) -> str:
    """Return a guide with a good description of its own."""
    return guide(title, body, description=f"'{SENTENCE.format(title)}'", **keys)


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """Return how the command ended, its lines, and the last one."""
    code = main(["check", *arguments])
    *lines, last = capsys.readouterr().out.splitlines()
    return code, lines, last


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, as an author who is not configured on this machine."""
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)
