"""Results of the tests of another project, test by test."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

HERE = Path(__file__).parent
EXTENSIONS = HERE.parents[1] / "extensions"


@dataclass(frozen=True)
class Comparison:
    """How the tests went, beside how they go plain.

    :ivar passed: how many passed
    :ivar failed: how many did not, whatever they do plain; without those that were skipped
    :ivar broken: tests that pass plain only, and may not
    :ivar known: tests that pass plain only, as the list says
    :ivar unneeded: entries of the list that no test needs, of those that were run
    """

    passed: int
    failed: int
    broken: Sequence[str]
    known: Sequence[str]
    unneeded: Sequence[str]


def run(folder: Path, extensions: Sequence[str], options: Sequence[str]) -> dict[str, bool | None]:
    """Run tests with pytest.

    :param folder: where they are run
    :param extensions: what every application has
    :param options: tests and options
    :returns: test -> whether it passed; ``None`` if it was skipped
    """
    paths = [str(HERE / "plugin"), str(EXTENSIONS), os.environ.get("PYTHONPATH", "")]
    with tempfile.TemporaryDirectory() as name:
        report = Path(name, "report.xml")
        command = [sys.executable, "-m", "pytest", "-p", "peers_switched_on", "-p",
                   "no:cacheprovider", "-q", "--tb=no", f"--junitxml={report}"]  # fmt: skip
        subprocess.run(
            [*command, *options],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)),
                 "PEERS_EXTENSIONS": " ".join(extensions)},
            stdout=sys.stderr,
            check=False,
        )  # fmt: skip
        return read(report.read_text(encoding="utf-8")) if report.is_file() else {}


def read(report: str) -> dict[str, bool | None]:
    """Return what a report of pytest in JUnit's format says: test -> whether it passed."""
    found: dict[str, bool | None] = {}
    for case in ElementTree.fromstring(report).iter("testcase"):  # noqa: S314 - pytest's own
        test = f"{case.get('classname')}::{case.get('name')}"
        kinds = {child.tag for child in case}
        if kinds & {"failure", "error"}:
            found[test] = False
        else:
            found.setdefault(test, None if "skipped" in kinds else True)
    return found


def allowed(peer: str, way: str) -> list[str]:
    """Return patterns of tests that may fail.

    :param peer: the name of the peer's folder, or what it begins with: ``sphinx``
    """
    entries = tomllib.loads((HERE / "allowed.toml").read_text(encoding="utf-8"))["test"]
    return [one["name"] for one in entries if peer.startswith(one["peer"]) and way in one["with"]]


def compare(
    plain: Mapping[str, bool | None], result: Mapping[str, bool | None], patterns: Collection[str]
) -> Comparison:
    """Compare results with those without our extensions.

    :param patterns: of tests that may fail, as :func:`.allowed` returns them
    """
    worse = [test for test, passed in plain.items() if passed and not result.get(test, False)]
    known = [test for test in worse if any(fnmatchcase(test, one) for one in patterns)]
    unneeded = [
        one
        for one in patterns
        if any(fnmatchcase(test, one) for test in plain)
        and not any(fnmatchcase(test, one) for test in known)
    ]
    return Comparison(
        passed=sum(passed is True for passed in result.values()),
        failed=sum(passed is False for passed in result.values()),
        broken=[test for test in worse if test not in known],
        known=known,
        unneeded=unneeded,
    )
