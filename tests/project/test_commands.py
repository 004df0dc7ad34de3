"""The commands in README.md and in the documentation."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
import yaml

from career_guides.cli import main
from career_guides.images.cache import folder_of
from tests.project.documentation import (
    MANUAL,
    PAGES,
    captioned,
    make_commands,
    of_language,
    targets,
)
from tests.sites import ROOT, guide
from tests.sites.check import git

if TYPE_CHECKING:
    from sphinx.application import Sphinx

pytestmark = pytest.mark.slow

#: Targets that a test cannot run, and why.
NOT_RUN = {
    "live": "does not end",
    "test": "needs minutes",
    "test-all": "runs this test",
    "lint": "needs minutes",
    "bench": "installs other tools",
    "pdf": "needs TeX",
    "import": "needs a Hugo site",
    "facts": "needs the publishers' files",
}
COMMAND = r"(?:make|(?:\.venv/bin/)?career-guides) [^`\n]+"


def test_workflow_for_github_pages_builds_with_make() -> None:
    files = captioned("hosting.md")
    assert sorted(files) == [".github/workflows/pages.yml"]
    steps = yaml.safe_load(files[".github/workflows/pages.yml"])["jobs"]["site"]["steps"]
    (command,) = [step["run"] for step in steps if "run" in step]
    assert make_commands(command) == {"dirhtml"}
    folders = [step["with"]["path"] for step in steps if "path" in step.get("with", {})]
    assert folders == ["~/.cache/career-guides/pictures", "build/dirhtml"]


def test_workflows_keep_the_pictures_that_builds_take_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = yaml.safe_load(captioned("hosting.md")[".github/workflows/pages.yml"])
    checked = yaml.safe_load((ROOT / ".github/workflows/pull-request.yml").read_text("utf-8"))
    jobs = published["jobs"]["site"], checked["jobs"]["guides"]
    (first,), (second,) = (
        [step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/cache@")]
        for job in jobs
    )
    assert first == second
    assert first["key"].startswith(first["restore-keys"])
    assert {f"**/*{suffix}'" in first["key"] for suffix in (".png", ".jp*g", ".webp")} == {True}
    # The folder is the default of the setting, on a machine that sets no other.
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    config = SimpleNamespace(guides_image_cache="")
    folder = folder_of(cast("Sphinx", SimpleNamespace(config=config)))
    assert folder == Path(first["path"]).expanduser()


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
    page = guide("What a nurse does").encode()  # for check --stdin
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(page)))
    for command in commands:
        assert main(command) == 0, command
    assert "0 problems" in capsys.readouterr().out


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the repository, committed, whose ``.venv`` is set up already."""
    folder = tmp_path / "checkout"
    left_out = (".git", ".venv", "build", "node_modules", "__pycache__", "failures", ".*_cache")
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*left_out))
    git(folder, "init", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "start")
    environment = folder / ".venv"
    environment.mkdir()
    (environment / "bin").symlink_to(sysconfig.get_path("scripts"))
    # Python finds its libraries from the path by which it is called.
    for name in ("lib", "pyvenv.cfg"):
        if Path(sys.prefix, name).exists():
            (environment / name).symlink_to(Path(sys.prefix, name))
    for extra in re.findall(r"\$\(VENV\)/(\w+)\.stamp", (ROOT / "Makefile").read_text("utf-8")):
        (environment / f"{extra}.stamp").touch()
    return folder


def examples() -> list[str]:
    """Return the commands of README.md and of the documentation's shell blocks, each once."""
    readme = (ROOT / "README.md").read_text("utf-8")
    found = re.findall(f"^(?: {{4}})?({COMMAND})$|`({COMMAND})`", readme, re.MULTILINE)
    lines = "".join(of_language("sh", *MANUAL))
    commands = [*(first or second for first, second in found)]
    commands += re.findall(f"^{COMMAND}$", lines, re.MULTILINE)
    return list(dict.fromkeys(commands))


def test_every_example_runs_in_a_copy_of_the_repository(checkout: Path) -> None:
    found = examples()
    assert {"make html", "make check", "make test", "career-guides schema"} < {*found}
    scripts = checkout / ".venv/bin"
    env = {
        **os.environ, "NO_COLOR": "1", "PYTHONPATH": str(checkout / "extensions"),
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    for command in sorted(found, key="make clean".__eq__):
        if command.split()[1] in NOT_RUN:
            continue
        done = subprocess.run(
            shlex.split(command),
            cwd=checkout, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, (command, done.stdout + done.stderr)
        if command == "make html":
            assert (checkout / "build/html/index.html").is_file()
        for name in re.findall(r"GUIDE=(\S+)", command):
            assert (checkout / f"docs/{name}.md").is_file()
