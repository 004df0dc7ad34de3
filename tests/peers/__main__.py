"""Run the tests of other projects with our extensions switched on for every application.

Not a part of CI: it takes minutes, and needs the network::

    python -m tests.peers sphinx                      # from the source package of this version
    python -m tests.peers path/to/MyST-Parser         # a checkout whose packages are installed
    python -m tests.peers sphinx tests/test_builders -n 1     # some tests, with options of pytest
    python -m tests.peers sphinx --with sphinx_speedups       # in this way alone, beside plain

Each is run plain, with ``sphinx_speedups``, and with ``career_guides`` too. A test that passes
plain has to pass in the other two, unless ``allowed.toml`` names it and says why.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import sphinx

from tests.peers.results import Comparison, allowed, compare, run

#: Name -> extensions that are switched on.
WAYS = {
    "plain": (),
    "sphinx_speedups": ("sphinx_speedups",),
    "career_guides": ("sphinx_speedups", "career_guides"),
}
#: Outside of this repository, whose settings pytest would take.
BUILD = Path(tempfile.gettempdir(), "peers")


def source_of_sphinx(folder: Path) -> Path:
    """Return a folder with the tests of the installed Sphinx, from its source package."""
    made = folder / f"sphinx-{sphinx.__version__}"
    if not made.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as name:
            command = ["download", "-q", "--no-deps", "--no-binary", "sphinx", "-d", name]
            subprocess.run(
                [sys.executable, "-m", "pip", *command, f"sphinx=={sphinx.__version__}"], check=True
            )
            [archive] = Path(name).glob("*.tar.gz")
            with tarfile.open(archive) as tar:
                # Without the code: the installed one is what is tested.
                wanted = [one for one in tar if not one.name.startswith(f"{made.name}/sphinx/")]
                tar.extractall(folder, wanted, filter="data")
    return made


def shown(name: str, found: Comparison) -> str:
    """Return a row of the table, and lines for what is not allowed."""
    lines = [
        f"| {name} | {found.passed} | {found.failed} | {len(found.broken)} | {len(found.known)} |"
    ]
    lines += [f"  broken: {test}" for test in found.broken]
    lines += [f"  allowed, but it passes: {test}" for test in found.unneeded]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Run a peer's tests in all ways; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.peers", description=__doc__)
    parser.add_argument("peer", help="sphinx, or the folder of a checkout")
    parser.add_argument("--with", dest="ways", action="append", choices=[*WAYS][1:])
    given, options = parser.parse_known_args(arguments)
    is_sphinx = given.peer == "sphinx"
    folder = source_of_sphinx(BUILD) if is_sphinx else Path(given.peer).resolve()
    ways = ["plain", *(given.ways or [*WAYS][1:])]
    if not any(Path(folder, option.partition("::")[0]).exists() for option in options):
        options = ["tests", *options]
    results = {way: run(folder, WAYS[way], options) for way in ways}
    plain = results["plain"]
    print("| switched on | passed | failed | broken | allowed |\n| --- | --- | --- | --- | --- |")
    found = {way: compare(plain, results[way], allowed(folder.name, way)) for way in ways}
    for way in ways:
        print(shown(way, found[way]))
    return int(not any(plain.values()) or any(one.broken for one in found.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
