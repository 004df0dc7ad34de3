"""The wheel, installed in an empty project by the commands of the documentation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.project.documentation import of_language, write_captioned
from tests.sites import ROOT

pytestmark = pytest.mark.slow

PAGE = "use-in-your-project.md"


class Project(NamedTuple):
    """What the commands of the page leave behind.

    :param checkout: a copy of this repository, with the wheel in ``wheels/``
    :param path: the project, with its environment in ``.venv/``
    :param said: command -> what it printed
    """

    checkout: Path
    path: Path
    said: dict[str, str]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project of the page, after all its commands."""
    folder = tmp_path_factory.mktemp("wheel")
    checkout, path = folder / "checkout", folder / "project"
    checkout.mkdir()
    # A copy: building leaves files of its own beside the sources.
    shutil.copytree(
        ROOT / "extensions", checkout / "extensions",
        ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"),
    )  # fmt: skip
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, checkout)
    write_captioned(path, PAGE)
    making, *using = of_language("sh", PAGE)
    said = {line: run(line, checkout) for line in making.splitlines()}
    for line in "".join(using).splitlines():
        said[line] = run(line.replace("path/to/checkout", str(checkout)), path)
        if "-m venv" in line:
            add_installed_packages(path, folder / "packages")
    return Project(checkout, path, said)


def run(command: str, folder: Path) -> str:
    """Run a command in a project as a reader of the page does; return what it prints."""
    scripts = [str(folder / ".venv/bin"), sysconfig.get_path("scripts"), os.environ["PATH"]]
    settings = {
        "PATH": os.pathsep.join(scripts),
        "PIP_NO_INDEX": "1",  # no test asks a registry
        "PIP_NO_BUILD_ISOLATION": "0",  # pip's way to say that there is none
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | settings
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=env, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, (command, done.stdout + done.stderr)
    return done.stdout


def add_installed_packages(path: Path, links: Path) -> None:
    """Let the environment of a project have what the wheel needs, from that of the tests."""
    links.mkdir()
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if not package.name.startswith(("career_guides", "__editable__", "pip")):
            (links / package.name).symlink_to(package)
    (packages_of(path) / "others.pth").write_text(f"{links}\n")
    # pip writes the commands of what it installs, and Sphinx is there already.
    command = path / ".venv/bin/sphinx-build"
    command.write_text(
        f"#!{path}/.venv/bin/python\nfrom sphinx.cmd.build import main\nraise SystemExit(main())\n"
    )
    command.chmod(0o755)


def packages_of(path: Path) -> Path:
    return next(path.glob(".venv/**/site-packages"))


def test_the_wheel_holds_every_file(project: Project) -> None:
    (wheel,) = (project.checkout / "wheels").glob("career_guides-*.whl")
    top = project.checkout / "extensions"
    files = {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()}
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == {name for name in files if ".egg-info/" not in name}


def test_the_wheel_works_in_an_empty_project(project: Project) -> None:
    packages = packages_of(project.path)
    python = ".venv/bin/python -P"

    def run_there(arguments: str) -> str:
        return run(f"{python} {arguments}", project.path)

    where = '-c "import career_guides; print(career_guides.__file__)"'
    assert run_there(where).startswith(str(packages))
    run_there("-m sphinx -n -W docs build/html")
    assert (project.path / "build/html/_static/career-guides.css").is_file()
    assert "0 problems" in run_there("-m career_guides.cli check docs")
    assert "--no-browser" in run_there("-m career_guides.cli live --help")


def test_commands_of_the_page_do_what_it_says(project: Project) -> None:
    assert "0 problems" in project.said["career-guides check docs"]
    assert '"$schema"' in project.said["career-guides schema"]
    (new,) = (command for command in project.said if command.startswith("career-guides new "))
    assert (project.path / f"docs/{new.split()[-1]}.md").is_file()
    for command in project.said:
        if "sphinx-build" in command:
            assert (project.path / command.split()[-1] / "index.html").is_file()
