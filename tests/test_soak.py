"""The soak and the kills run as commands, outside of pytest."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.sites import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("module", "number", "expected"),
    [("soak", "1", "no difference"), ("kills", "3", "3 kills {'builds': 2, ")],
)
def test_the_command(module: str, number: str, expected: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "XDG_CACHE_HOME"}
    command = [sys.executable, "-m", f"tests.{module}", number, "1"]
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert expected in run.stdout
