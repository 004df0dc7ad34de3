"""The packages stand apart: what is imported, and what a site needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ROOT

EXTENSIONS = ROOT / "extensions"
LOADED = "import sys, {0}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"


@pytest.mark.parametrize(
    "module",
    [
        "career_guides", "career_guides.content.schema", "career_guides.catalogue.load",
        "career_guides.facts.importer", "hugo_to_myst", "build_cache.tables",
    ],
)  # fmt: skip
def test_no_sphinx_is_loaded(module: str) -> None:
    command = [sys.executable, "-c", LOADED.format(module)]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert module.partition(".")[0] in loaded
    assert not {"sphinx", "docutils", "myst_parser"} & {*loaded}


def test_the_schema_is_written_without_sphinx() -> None:
    script = "import sys; from career_guides.cli import main; main(['schema']);"
    script += "sys.exit('sphinx' in sys.modules or 'docutils' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0
    assert '"title": "Front matter of a guide"' in done.stdout


def test_guides_need_no_other_package_where_another_search_is_chosen(tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    for name in ("career_guides", "build_cache"):
        shutil.copytree(EXTENSIONS / name, packages / name)
    (tmp_path / "index.md").write_text("---\ntitle: Home\n---\n\nText.\n")
    (tmp_path / "conf.py").write_text(
        f"import sys\nsys.path = [p for p in sys.path if p != {str(EXTENSIONS)!r}]\n"
        f"sys.path.insert(0, {str(packages)!r})\n"
        "extensions = ['myst_parser', 'career_guides']\nguides_search = 'sphinx'\n"
    )
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", tmp_path, tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"})
    assert done.returncode == 0, done.stderr
    assert "Text." in (tmp_path / "out/index.html").read_text("utf-8")
    assert (tmp_path / "out/searchindex.js").is_file()
