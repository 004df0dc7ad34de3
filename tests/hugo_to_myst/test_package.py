"""The package stands alone: it loads nothing of Sphinx, and works without the other packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import hugo_to_myst

FOREIGN = ("sphinx", "docutils", "career_guides", "sphinx_speedups", "sphinx_pagefind")


def test_a_fresh_process_loads_nothing_of_sphinx() -> None:
    code = (
        "import sys, hugo_to_myst.import_site\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "hugo_to_myst" in loaded
    assert not loaded.intersection(FOREIGN)


def test_the_package_itself_imports_nothing() -> None:
    code = "import sys, hugo_to_myst; print(*(n for n in sys.modules if n[:5] == 'hugo_'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["hugo_to_myst"]


def test_it_works_without_the_other_packages(tmp_path: Path) -> None:
    packages = Path(hugo_to_myst.__file__).parents[1]
    for name in ("hugo_to_myst", "build_cache"):
        shutil.copytree(packages / name, tmp_path / name)
    for name in FOREIGN:  # found before those that are installed
        (tmp_path / f"{name}.py").write_text(f"raise ImportError('no {name}')")
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    (site / "hugo.toml").write_text('baseURL = "https://old.example/"\n')
    (site / "content" / "a.md").write_text("---\ntitle: A\n---\n{{< note >}}b{{< /note >}}\n")
    done = subprocess.run(
        [sys.executable, "-m", "hugo_to_myst", "site", "--out", "out"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True,
        text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out" / "a.md").read_text() == "---\ntitle: A\n---\n\n:::{note}\nb\n:::\n"
