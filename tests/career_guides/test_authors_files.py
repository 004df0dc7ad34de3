"""Commands that write authors' files: whatever goes wrong, no file is cut and none is lost."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
from pathlib import Path

import pytest

from career_guides.facts.release import Facts
from tests.sites import Site, guide
from tests.sites.commands import run
from tests.sites.faults import KILLED, with_all_faults, with_largest_file
from tests.sites.survey_csv import ABOUT, NATIONAL, ONET, STATES

pytestmark = pytest.mark.slow

LONG = "Some text, and more of it.\n\n" * 400


def contents(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".part"
    }


def quietly(*arguments: str) -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return run(*arguments)


class Copied:
    """A folder that can be restored, and what is in it before and after a command."""

    def __init__(self, folder: Path, *command: str) -> None:
        self.folder, self.command = folder, command
        self.copy = folder.with_name(f"{folder.name}.copy")
        shutil.copytree(folder, self.copy)
        self.before = contents(folder)
        assert quietly(*command) in {0, 1}
        self.after = contents(folder)
        assert self.after != self.before
        self.restore()

    def restore(self) -> None:
        shutil.rmtree(self.folder)
        shutil.copytree(self.copy, self.folder)

    def run(self) -> int:
        return quietly(*self.command)


@pytest.fixture
def career(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    (site.path / "conf.py").write_text("language = 'de'\n")  # no spelling
    site.write({
        "a/index.md": guide("A", next="overview"),
        "a/overview.md": guide("O", LONG, next="/a/pay"),
        "a/pay.md": guide("P", LONG, sidebar="'true'"),
        "b.md": guide("404", LONG, draft="'false'"),
    })  # fmt: skip
    monkeypatch.chdir(site.path)
    return site


def check_faults(copied: Copied) -> None:
    known = {name: {text} for name, text in copied.before.items()}
    for name, text in copied.after.items():
        known.setdefault(name, set()).add(text)
    for fault, at, status in with_all_faults(copied.run, copied.folder, copied.restore):
        found = contents(copied.folder)
        for name, text in found.items():
            assert text in known[name], (fault, at, name, len(text))
        assert found.keys() >= copied.before.keys() - {"release.json"}, (fault, at)
        if status != KILLED:
            assert found in (copied.before, copied.after), (fault, at)


@pytest.mark.parametrize(
    "command",
    [
        ("check", "--fix"),
        ("new", "a/challenges", "--after", "overview"),
        ("new", "c/overview"),
    ],
    ids=" ".join,
)
def test_guides_survive_faults(career: Site, command: tuple[str, ...]) -> None:
    check_faults(Copied(career.docs, *command))


def test_a_link_is_never_there_before_its_guide(career: Site) -> None:
    copied = Copied(career.docs, "new", "a/challenges", "--after", "overview")
    assert "next: challenges" in copied.after["a/overview.md"]
    for fault, at, _status in with_all_faults(copied.run, copied.folder, copied.restore):
        found = contents(copied.folder)
        is_linked = "next: challenges" in found["a/overview.md"]
        assert "a/challenges.md" in found or not is_linked, (fault, at)


@pytest.mark.parametrize("is_deadly", [False, True])
@pytest.mark.parametrize(
    "command", [("check", "--fix"), ("new", "a/challenges", "--after", "overview")]
)
def test_guides_are_not_cut_where_they_do_not_fit(
    career: Site, command: tuple[str, ...], is_deadly: bool
) -> None:
    copied = Copied(career.docs, *command)
    for size in (0, 20, 4096):
        copied.restore()
        assert with_largest_file(copied.run, size, is_deadly=is_deadly) != 0
        assert contents(copied.folder) == copied.before, size


@pytest.fixture
def survey(tmp_path: Path) -> list[str]:
    for name, text in (("national", NATIONAL), ("states", STATES), ("onet", ONET)):
        (tmp_path / f"{name}.csv").write_text(text)
    return [str(tmp_path / f"{name}.csv") for name in ("national", "states", "onet")]


def test_a_release_is_never_a_mixture(tmp_path: Path, survey: list[str]) -> None:
    out = tmp_path / "out"
    assert quietly("facts", "import", *survey, "--out", str(out), *ABOUT) == 0
    (tmp_path / "national.csv").write_text(NATIONAL.replace("230", "460"))
    (tmp_path / "states.csv").write_text(STATES.replace("36000", "36500"))
    later = [*ABOUT[4:], "--release", "May 2027", "--published", "2028-05-12"]
    copied = Copied(out, "facts", "import", *survey, "--out", str(out), *later)
    check_faults(copied)
    for fault, at, _status in with_all_faults(copied.run, out, copied.restore):
        found = contents(out)
        if "release.json" in found:
            name = json.loads(found["release.json"])["name"]
            assert found == (copied.before if name == "May 2026" else copied.after), (fault, at)
        else:  # the next import goes on from the release before, whose figures become history
            assert copied.run() == 0
            assert contents(out) == copied.after, (fault, at)
            Facts.read(out)


@pytest.mark.parametrize("size", [0, 100])
def test_a_release_that_does_not_fit_is_not_begun(
    tmp_path: Path, survey: list[str], size: int
) -> None:
    out = tmp_path / "out"

    def run() -> int:
        return quietly("facts", "import", *survey, "--out", str(out), *ABOUT)

    assert with_largest_file(run, size, is_deadly=False) == 2
    assert not out.exists()


def test_a_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, survey: list[str], capsys, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if os.geteuid() == 0:  # whom permissions do not stop
        Path("out").write_text("a file")
    else:
        Path("out").mkdir(mode=0o500)
    assert run("facts", "import", *survey, "--out", "out", *ABOUT) == 2
    said = capsys.readouterr().err
    assert said.startswith("career-guides facts: ")
    assert said.endswith("; nothing has been written\n")
    assert said.count("\n") == 1
