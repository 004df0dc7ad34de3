"""Build other people's projects plain and with ``sphinx_speedups``: what it saves, what it changes.

    python -m tests.bench.peers PROJECT/docs [...]

Each argument is a source folder with a ``conf.py``, in a checkout whose requirements are installed
for the Python that runs this. The repository is copied; nothing is changed where it is. A first
build, not measured, writes the sources that a project generates, and shows which files are not the
same in two plain builds; they are left out. Then clean builds and builds after an edit of a word
are measured plain and with the extension in turn, and all files are compared. The exit status is 1
if any file differs.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.projects import OFFLINE, copied, page_of, page_to_edit
from tests.sites import ROOT, differing, snapshot

from .measure import Cost, put_aside, run

#: Name of a way to build -> what is added to the project's ``conf.py``.
WAYS = {
    "plain": OFFLINE,
    "speedups": OFFLINE + 'extensions = [*extensions, "sphinx_speedups"]\n',
}
#: Files that name the settings and the extensions of a build.
_OF_SETTINGS = {".buildinfo"}
_HEADER = (
    f"{'project':28}{'files':>7}{'differ':>7}"
    + "".join(f"{name:>9}" for name in ("CPU s", "with", "ratio", "wall", "MB", "with"))
    + "".join(f"{name:>9}" for name in ("edit s", "with", "ratio"))
)


class Costs(NamedTuple):
    """The costs of the rounds of one way to build: of clean builds and of builds after an edit."""

    clean: list[Cost]
    edit: list[Cost]


class Project:
    """A copy of a project.

    :param source: its source folder
    :param folder: an empty folder
    :param options: options of ``sphinx-build``
    """

    def __init__(self, source: Path, folder: Path, options: list[str]) -> None:
        self.source = copied(source, folder)
        self.name = self.source.relative_to(folder).as_posix()
        self.folder = folder
        self.options = options
        self.conf = (self.source / "conf.py").read_text("utf-8")

    def build(self, way: str) -> Cost:
        """Build with one process."""
        (self.source / "conf.py").write_text(self.conf + WAYS[way], "utf-8")
        doctrees, out = self.folder / f"{way}.doctrees", self.folder / way
        command = ["-q", *self.options, "-b", "html", "-d", str(doctrees), ".", str(out)]
        return run([sys.executable, "-m", "sphinx", *command], self.source)

    def clean(self, way: str) -> tuple[Cost, dict[str, str]]:
        """Build into empty folders; return the cost, and path -> digest of the files."""
        for path in (self.folder / f"{way}.doctrees", self.folder / way):
            put_aside(path)
        return self.build(way), self.files(way)

    def files(self, way: str) -> dict[str, str]:
        """Return path -> digest of the files, as they are without the extension's name."""
        found = snapshot(self.folder / way)
        index = self.folder / way / "searchindex.js"
        if index.is_file():  # Sphinx writes there which extensions an index is from
            text = index.read_bytes().replace(b',"sphinx_speedups":1', b"")
            found[index.name] = hashlib.sha1(text, usedforsecurity=False).hexdigest()
        return {path: digest for path, digest in found.items() if path not in _OF_SETTINGS}


def compare(project: Project, rounds: int) -> tuple[float, float, bool]:
    """Build, print a row; return the ratios of CPU time, and whether all files are the same."""
    _cost, first = project.clean("plain")
    costs = {way: Costs([], []) for way in WAYS}
    unstable: set[str] = set()
    different: set[str] = set()
    for number in range(rounds):
        files = {}
        for way in WAYS if number % 2 else reversed(WAYS):
            cost, files[way] = project.clean(way)
            costs[way].clean.append(cost)
        unstable |= differing(first, files["plain"])
        different |= differing(files["plain"], files["speedups"])
        page = page_to_edit(project.source, project.folder / "plain")
        with page.open("a", encoding="utf-8") as stream:
            stream.write(f"\nA word, numbered {number}.\n")
        for way in WAYS:
            costs[way].edit.append(project.build(way))
        edited = str(page_of(page, project.source, project.folder / "plain"))
        first[edited] = files["plain"][edited]
        different |= differing(project.files("plain"), project.files("speedups"))
    different -= unstable
    return print_row(project.name, len(first), different, costs)


def print_row(
    name: str, number: int, different: set[str], costs: dict[str, Costs]
) -> tuple[float, float, bool]:
    plain, ours = costs["plain"], costs["speedups"]
    clean, edit = (
        min(cost.cpu for cost in with_it) / min(cost.cpu for cost in without)
        for without, with_it in zip(plain, ours, strict=True)
    )
    wall = min(c.wall for c in ours.clean) / min(c.wall for c in plain.clean)
    columns = [
        min(c.cpu for c in plain.clean), min(c.cpu for c in ours.clean), clean, wall,
        max(c.peak for c in plain.clean), max(c.peak for c in ours.clean),
        min(c.cpu for c in plain.edit), min(c.cpu for c in ours.edit), edit,
    ]  # fmt: skip
    texts = "".join(f"{value:9.2f}" for value in columns)
    print(f"{name:28}{number:7}{len(different):7}{texts}", *sorted(different)[:3], flush=True)
    return clean, edit, not different


def main() -> None:
    """Compare each project; print the medians.

    :raises SystemExit: with status 1 if a file differs
    """
    parser = argparse.ArgumentParser(prog="python -m tests.bench.peers", description=__doc__)
    parser.add_argument("projects", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--option", action="append", default=[], help="of sphinx-build: -Dx=y")
    options = parser.parse_args()
    # As pip does when it installs: otherwise each build would compile the extension's modules.
    compileall.compile_dir(ROOT / "extensions", quiet=1)
    # Dates of the two builds are the same, and no project reads another's inventory.
    os.environ.update(SOURCE_DATE_EPOCH="1700000000", NO_COLOR="1", PYTHONHASHSEED="0")
    print(_HEADER)
    rows = []
    for source in options.projects:
        with tempfile.TemporaryDirectory() as name:
            project = Project(source.resolve(), Path(name), options.option)
            rows.append(compare(project, options.rounds))
    cleans, edits, same = zip(*rows, strict=True)
    print(f"median of the ratios: {statistics.median(cleans):.2f} clean, "
          f"{statistics.median(edits):.2f} after an edit")  # fmt: skip
    sys.exit(0 if all(same) else 1)


if __name__ == "__main__":
    main()
