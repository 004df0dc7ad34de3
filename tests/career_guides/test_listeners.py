"""Which functions Sphinx calls at which event, and in which order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.sites import ROOT

LISTENERS = Path(__file__).parent / "listeners.txt"


def test_listeners_are_those_of_the_list() -> None:
    # In a process of its own: an application patches classes of Sphinx and docutils.
    done = subprocess.run(
        [sys.executable, "-m", "tests.career_guides.listeners"],
        cwd=ROOT, env={**os.environ, "NO_COLOR": "1"}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == LISTENERS.read_text("utf-8").splitlines(), (
        "run: python -m tests.career_guides.listeners > tests/career_guides/listeners.txt"
    )
