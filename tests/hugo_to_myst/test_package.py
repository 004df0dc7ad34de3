"""The package stands alone: what it imports, in which order, and without the other packages."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import hugo_to_myst

PACKAGE = Path(hugo_to_myst.__file__).parent
#: The modules and folders in the order of a page's way; each imports only those before it.
LAYERS = [
    {"findings", "safe_files"},
    {"read"},
    {"structure"},
    {"map"},
    {"write"},
    {"verify_text", "convert_page", "unported"},
    {"import_site"},
    {"command"},
    {"__main__"},
]
FOREIGN = ("sphinx", "docutils", "career_guides", "sphinx_speedups", "sphinx_pagefind")


def imports() -> dict[str, set[str]]:
    """Return module -> the modules of the package that it imports, also for types alone."""
    paths = {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
        for path in PACKAGE.rglob("*.py")
    }
    found: dict[str, set[str]] = {}
    for module, path in paths.items():
        names: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                folder = module.rpartition(".")[0] if node.level else ""
                base = ".".join(filter(None, ("hugo_to_myst" * bool(node.level), folder)))
                base = ".".join(filter(None, (base, node.module)))
                names |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
        assert not {name.partition(".")[0] for name in names}.intersection(FOREIGN)
        inside = {name.removeprefix("hugo_to_myst.") for name in names}
        found[module] = inside.intersection(paths) - {module}
    return found


def test_no_circle() -> None:
    order = list(TopologicalSorter(imports()).static_order())
    assert len(order) > 50


def test_folders_import_only_lower_ones() -> None:
    level = {name: number for number, names in enumerate(LAYERS) for name in names}
    for module, used in imports().items():
        if module.endswith("__init__"):
            assert not used
            continue
        own = module.partition(".")[0]
        for other in used:
            below = other.partition(".")[0]
            assert below == own or level[below] < level[own], f"{module} imports {other}"


def test_a_fresh_process_loads_nothing_of_sphinx() -> None:
    code = (
        "import sys, hugo_to_myst.import_site\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()).intersection(FOREIGN)


def test_it_works_without_the_other_packages(tmp_path: Path) -> None:
    for name in ("hugo_to_myst", "build_cache"):
        shutil.copytree(PACKAGE.parent / name, tmp_path / name)
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
    assert (tmp_path / "out" / "a.md").read_text() == ("---\ntitle: A\n---\n\n:::{note}\nb\n:::\n")
