"""The package works in any Sphinx project, without the others beside it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

#: Sphinx's command, where no other package of ours can be imported, nor MyST.
PROGRAM = """
import sys
left_out = ("career_guides", "sphinx_pagefind", "hugo_to_myst", "myst_parser", "furo")
sys.modules |= dict.fromkeys(left_out)
sys.path[:] = [sys.argv.pop(1), *(path for path in sys.path if not path.endswith("extensions"))]
from sphinx.cmd.build import main
status = main(sys.argv[1:])
import docutils.nodes, sphinx_speedups
assert sphinx_speedups.__file__.startswith(sys.path[0])
assert docutils.nodes.Node.findall.__globals__ is vars(docutils.nodes)
sys.exit(status)
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_plain_project_needs_no_other_package(tmp_path: Path, jobs: str) -> None:
    packages = tmp_path / "packages"
    for name in ("sphinx_speedups", "build_cache"):
        shutil.copytree(ROOT / "extensions" / name, packages / name)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.rst").write_text("Home\n====\n\nText.\n")
    (docs / "conf.py").write_text("extensions = ['sphinx_speedups']\n")
    command = [sys.executable, "-c", PROGRAM, packages, "-W", "-v", "-j", jobs, docs, "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "left alone" not in done.stdout
    assert "Text." in (tmp_path / "out/index.html").read_text("utf-8")


def test_importing_the_package_imports_nothing_else() -> None:
    program = "import sys, sphinx_speedups; print(*sorted(sys.modules))"
    path = str(ROOT / "extensions")
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {path!r}); {program}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "sphinx_speedups" in loaded
    assert not loaded & {"sphinx", "docutils", "myst_parser", "career_guides"}
