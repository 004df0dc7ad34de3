"""The wheel, installed in an empty project as the documentation says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from typing import TYPE_CHECKING

from tests.project.documentation import write_captioned
from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_wheel_works_in_an_empty_project(tmp_path: Path) -> None:
    checkout, fresh = tmp_path / "checkout", tmp_path / "fresh"
    checkout.mkdir()
    # A copy: building leaves files of its own beside the sources.
    shutil.copytree(
        ROOT / "extensions", checkout / "extensions",
        ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"),
    )  # fmt: skip
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, checkout)
    quiet = ("--disable-pip-version-check", "--no-index", "--no-deps")
    run = [sys.executable, "-m", "pip", "wheel", *quiet, "--no-build-isolation", "-w", "wheels"]
    subprocess.run([*run, "."], cwd=checkout, check=True, capture_output=True, timeout=300)
    (wheel,) = (checkout / "wheels").glob("career_guides-*.whl")
    top = checkout / "extensions"
    files = {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()}
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == {name for name in files if ".egg-info/" not in name}

    venv.create(fresh, with_pip=False)
    python = next(fresh.glob("bin/python"), fresh / "Scripts/python.exe")
    run = [sys.executable, "-m", "pip", "--python", python, "install", *quiet, "-q", wheel]
    subprocess.run(run, check=True, timeout=300)
    # What the wheel needs is there already: no test asks a registry.
    packages = next(fresh.glob("**/site-packages"))
    (packages / "others.pth").write_text(sysconfig.get_path("purelib") + "\n")
    write_captioned(tmp_path / "project", "use-in-your-project.md")
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def run_there(*arguments: str) -> str:
        command = [python, "-P", *arguments]
        done = subprocess.run(
            command, cwd=tmp_path / "project", env=env, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    where = "import career_guides; print(career_guides.__file__)"
    assert run_there("-c", where).startswith(str(packages))
    run_there("-m", "sphinx", "-n", "-W", "docs", "build/html")
    assert (tmp_path / "project/build/html/_static/career-guides.css").is_file()
    assert "0 problems" in run_there("-m", "career_guides.cli", "check", "docs")
    assert "--no-browser" in run_there("-m", "career_guides.cli", "live", "--help")
