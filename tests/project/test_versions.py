"""Versions of Python, Sphinx and docutils: what is pinned, what is tested, what is sped up."""

from __future__ import annotations

import re
import tomllib
from itertools import product

import yaml
from packaging.requirements import Requirement
from packaging.version import Version

from sphinx_speedups.versions import PROVED_ON
from tests.sites import ROOT

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
#: The first Python that each Sphinx takes.
SPHINXES = {"9.0": "3.11", "9.1": "3.12", "9.2": "3.13"}


def pins(python: str) -> dict[str, Version]:
    """Return the version of each package that the constraints give a Python."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    found: dict[str, Version] = {}
    for line in lines:
        if line.startswith("#"):
            continue
        pin = Requirement(line)
        if pin.marker is None or pin.marker.evaluate({"python_version": python}):
            assert pin.name not in found, f"two pins of {pin.name} for Python {python}"
            [specifier] = pin.specifier
            assert specifier.operator == "=="
            found[pin.name] = Version(specifier.version)
    return found


def test_each_python_has_one_set_of_versions() -> None:
    sets = {python: pins(python) for python in PYTHONS}
    assert len({frozenset(found) for found in sets.values()}) == 1
    found = {
        python: tuple(f"{have[name].major}.{have[name].minor}" for name in ("Sphinx", "docutils"))
        for python, have in sets.items()
    }
    newest = ("9.2", "0.23")
    assert found == {
        "3.11": ("9.0", "0.22"), "3.12": ("9.1", "0.22"), "3.13": newest, "3.14": newest
    }  # fmt: skip


def test_every_speedup_is_proved_on_the_versions_that_are_pinned() -> None:
    for python in PYTHONS:
        have = {name.lower().replace("-", "_"): version for name, version in pins(python).items()}
        have["markdown_it"] = have["markdown_it_py"]
        for name, packages in PROVED_ON.items():
            for package, versions in packages.items():
                major_minor = f"{have[package].major}.{have[package].minor}"
                assert major_minor in versions, (name, package, python)


def test_the_workflow_tests_every_python_with_every_sphinx_that_it_can_have() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/pull-request.yml").read_text("utf-8"))
    matrix = workflow["jobs"]["versions"]["strategy"]["matrix"]
    left_out = {(one["python"], one["sphinx"]) for one in matrix["exclude"]}
    tested = {*product(matrix["python"], matrix["sphinx"])} - left_out
    assert tested == {
        (python, sphinx)
        for python in PYTHONS
        for sphinx, first in SPHINXES.items()
        if Version(python) >= Version(first)
    }


def test_the_metadata_allows_what_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {need.name: need for need in map(Requirement, project["dependencies"])}
    assert project["requires-python"] == f">={PYTHONS[0]}"
    for sphinx in SPHINXES:
        assert needed["sphinx"].specifier.contains(f"{sphinx}.0")
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    assert named == [*PYTHONS]
