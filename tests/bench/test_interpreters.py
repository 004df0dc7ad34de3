"""Sphinx in several Python environments in one run of the benchmark."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .__main__ import chosen, options_of
from .interpreters import EXTENSIONS, Interpreter, floor_of, interpreter, labelled, variables
from .measure import Cost, Size
from .report import Figures, circumstances
from .sources import Sources

OLD = Interpreter("old", {"Python": "3.11.7", "Sphinx": "9.0.4", "docutils": "0.22.4"})
NEW = Interpreter("new", {"Python": "3.13.0", "Sphinx": "9.2.0", "docutils": "0.23"})
PYTHONS = {each.label: each for each in (OLD, NEW)}


def test_a_python_tells_its_versions() -> None:
    found = interpreter()
    assert found.path == sys.executable
    assert found.label == f" (Sphinx {found.versions['Sphinx']}, Python {sys.version.split()[0]})"
    assert str(found).startswith("Python 3.")
    assert labelled([]) == {"": found}


def test_a_python_that_cannot_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="No such file"):
        interpreter(str(tmp_path / "python"))
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho No package furo >&2\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(ValueError, match="cannot build the sites: No package furo"):
        interpreter(str(program))
    with pytest.raises(ValueError, match="two Pythons have the same versions"):
        labelled([sys.executable])


def test_all_pythons_take_the_code_of_this_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (EXTENSIONS / "career_guides").is_dir()
    monkeypatch.setenv("PYTHONPATH", "other")
    assert variables() == {"PYTHONPATH": f"{EXTENSIONS}:other"}


def test_sites_of_sphinx_are_built_by_each_python() -> None:
    assert options_of(["--python", "a", "--python", "b"]).python == ["a", "b"]
    sites = chosen(["floor", "hugo"], PYTHONS)
    assert [(name, kind, python.path) for name, kind, python in sites] == [
        ("floor (Sphinx 9.0.4, Python 3.11.7)", "floor", "old"),
        ("floor (Sphinx 9.2.0, Python 3.13.0)", "floor", "new"),
        ("hugo", "hugo", "old"),
    ]  # fmt: skip


def test_ratios_are_to_the_floor_of_the_same_python() -> None:
    figures, sources = Figures(pythons=[OLD, NEW]), Sources()
    for label, floor, project in zip(PYTHONS, (4.0, 5.0), (2.0, 5.0), strict=True):
        for site, cpu in (("floor", floor), ("project", project)):
            cost = Cost(cpu, cpu, 100)
            figures.costs[100, site + label] = sources.costs["docs", site + label] = [cost]
            figures.sizes[100, site + label] = Size(1, 1, 1)
            sources.output["docs", site + label] = 1
    figures.costs[100, "hugo"] = [Cost(1, 1, 100)]
    for label, ratio in zip(PYTHONS, (0.5, 1.0), strict=True):
        assert floor_of("project" + label) == "floor" + label
        assert figures.ratio(100, "project" + label, "cpu") == ratio
        assert sources.ratio("docs", "project" + label, "cpu") == ratio
    assert figures.ratio(100, "hugo", "cpu") == 0.25
    assert sources.rows()[-1][:4] == ["docs", f"project{NEW.label}", "5.0", "1.00"]
    assert "Sphinx 9.0.4, docutils 0.22.4; Python 3.13.0, Sphinx 9.2.0" in circumstances(figures)
