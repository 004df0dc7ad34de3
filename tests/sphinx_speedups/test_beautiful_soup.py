"""Furo has a parser of HTML, which is loaded when there is something to parse."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.sites import snapshot

if TYPE_CHECKING:
    from pathlib import Path

#: Builds a site twice in one process, and says what it finds then.
BUILD = """
import sys
from sphinx.application import Sphinx
theme, builder, *disabled = sys.argv[1:]
settings = {"extensions": ["sphinx_speedups"], "html_theme": theme, "speedups_disabled": disabled}
for _ in range(2):
    app = Sphinx(
        "docs", None, "out", "d", builder, settings, status=None, warning=None, freshenv=True
    )
    app.build(force_all=True)
found = ["bs4" in sys.modules]
if "furo" in sys.modules:
    import furo
    found.append(furo.get_navigation_tree("<ul><li>a</li></ul>"))
    import bs4
    found += [furo.navigation.BeautifulSoup is bs4.BeautifulSoup, furo.navigation.Tag is bs4.Tag]
print(found)
"""


@pytest.fixture
def built(tmp_path: Path):
    """Return a function that builds a site, and returns what the process says."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.rst").write_text("Title\n=====\n\nText.\n", "utf-8")

    def build(*arguments: str) -> str:
        command = [sys.executable, "-c", BUILD, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
        return done.stdout.strip()

    return build


TREE = "'<ul><li>a</li></ul>'"


def test_it_is_loaded_when_a_tree_is_parsed(built) -> None:
    assert built("furo", "html") == f"[False, {TREE}, True, True]"


@pytest.mark.parametrize("switched", [("beautiful_soup",), ()])
def test_a_page_with_a_tree_is_the_same(built, tmp_path: Path, switched: tuple[str, ...]) -> None:
    with (tmp_path / "docs/index.rst").open("a", encoding="utf-8") as file:
        file.write("\n.. toctree::\n\n   a/index\n")
    (tmp_path / "docs/a").mkdir()
    (tmp_path / "docs/a/index.rst").write_text("A\n=\n\n.. toctree::\n\n   b\n", "utf-8")
    (tmp_path / "docs/a/b.rst").write_text("B\n=\n", "utf-8")
    assert built("furo", "dirhtml", *switched) == f"[True, {TREE}, True, True]"
    found = snapshot(tmp_path / "out")
    assert 'class="toctree-checkbox"' in (tmp_path / "out/index.html").read_text("utf-8")
    (tmp_path / "out").rename(tmp_path / "before")
    built("furo", "dirhtml", "beautiful_soup")
    assert snapshot(tmp_path / "out") == found


@pytest.mark.parametrize(("theme", "builder"), [("basic", "html"), ("furo", "text")])
def test_furo_is_not_loaded_where_it_is_not_the_theme(built, theme: str, builder: str) -> None:
    assert built(theme, builder) == "[False]"


def test_it_can_be_switched_off(built) -> None:
    assert built("furo", "html", "beautiful_soup") == f"[True, {TREE}, True, True]"
