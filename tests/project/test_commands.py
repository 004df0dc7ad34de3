"""The commands in the documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from career_guides.cli.main import main
from tests.project.documentation import (
    MANUAL,
    PAGES,
    captioned,
    make_commands,
    of_language,
    targets,
)
from tests.sites import ROOT, guide

if TYPE_CHECKING:
    from pathlib import Path


def test_workflow_for_github_pages_builds_with_make() -> None:
    files = captioned("hosting.md")
    assert sorted(files) == [".github/workflows/pages.yml"]
    steps = yaml.safe_load(files[".github/workflows/pages.yml"])["jobs"]["site"]["steps"]
    (command,) = [step["run"] for step in steps if "run" in step]
    assert make_commands(command) == {"dirhtml"}
    (folder,) = [step["with"]["path"] for step in steps if "path" in step.get("with", {})]
    assert folder == "build/dirhtml"


def test_every_make_command_is_a_target() -> None:
    for name in MANUAL:
        assert make_commands(PAGES[name]) <= targets(), name
    assert {"html", "check"} <= make_commands(PAGES["index.md"])


def test_the_readme_says_how_to_build_and_test() -> None:
    readme = ROOT / "README.md"
    if not readme.is_file():
        pytest.skip("no README.md")
    assert {"html", "test"} <= make_commands(readme.read_text("utf-8")) <= targets()


def test_every_career_guides_command_runs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = [
        line.split()[1:]
        for text in of_language("sh", *MANUAL)
        for line in text.splitlines()
        if line.startswith("career-guides ")
    ]
    assert commands
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(guide("Home"), "utf-8")
    monkeypatch.chdir(tmp_path)
    for command in commands:
        assert main(command) == 0, command
    assert "0 problems" in capsys.readouterr().out
