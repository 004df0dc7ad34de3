"""Builds and commands are killed by a command, outside of pytest."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.sites import ROOT

pytestmark = pytest.mark.slow


def test_two_builds_and_a_command() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "XDG_CACHE_HOME"}
    command = [sys.executable, "-m", "tests.kills", "3", "1"]
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "3 kills {'builds': 2, " in run.stdout
