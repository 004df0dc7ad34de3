"""The package by itself: its documentation, its words, and nothing else beside it."""

from __future__ import annotations

import re
import shutil
import string
import subprocess
import sys
import sysconfig
import textwrap
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

import sphinx_pagefind
from tests.sites import ROOT

from .project import indexed

if TYPE_CHECKING:
    from .project import Project

PACKAGE = ROOT / "extensions/sphinx_pagefind"
DESCRIPTION = sphinx_pagefind.__doc__ or ""


def test_every_module_is_named() -> None:
    named = re.findall(r"^- :mod:`\.(\w+)`", DESCRIPTION, re.MULTILINE)
    assert sorted(named) == sorted(
        file.stem for file in PACKAGE.glob("*.py") if file.stem != "__init__"
    )


def test_every_setting_and_event_is_described() -> None:
    setup = "".join(file.read_text("utf-8") for file in PACKAGE.glob("*.py"))
    added = set(re.findall(r'add_(?:config_value|event)\("([\w-]+)"', setup))
    assert len(added) == 13
    assert added == set(re.findall(r"^``(pagefind[_-][\w-]+)``", DESCRIPTION, re.MULTILINE))


def test_the_example_of_the_documentation_works(project: Project) -> None:
    example = re.split(r"and the like on top::\n", DESCRIPTION)[1].split("\nThe modules")[0]
    project.conf += textwrap.dedent(example)
    project.write({"tools/saw.rst": ":level: beginner\n\nSaw\n===\n\nIt cuts.\n"})
    assert project.build() == ""
    assert indexed(project.out)["/tools/saw.html"]["filters"] == {"level": ["beginner"]}
    assert project.soup("search.html").select_one("label select")["name"] == "level"


def test_it_works_with_the_other_packages_deleted(project: Project, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    for name in ("sphinx_pagefind", "build_cache"):
        shutil.copytree(ROOT / "extensions" / name, alone / name)
    project.build()  # writes conf.py
    shutil.rmtree(project.out)
    # Without the packages of the environment that are installed by a path, such as ours.
    paths = [str(alone), sysconfig.get_path("purelib")]
    code = f"""
import sys
sys.path[:0] = {paths!r}
from importlib.util import find_spec
assert not any(map(find_spec, ["career_guides", "sphinx_speedups", "hugo_to_myst"]))
from sphinx.cmd.build import main
status = main(["-q", "-W", "-d", "alone", "docs", "out"])
import sphinx_pagefind
print(sphinx_pagefind.__file__)
sys.exit(status)
"""
    run = [sys.executable, "-I", "-S", "-c", code]
    done = subprocess.run(run, cwd=project.path, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert Path(done.stdout.strip()).is_relative_to(alone)
    assert "cuts wood" in indexed(project.out)["/tools/saw.html"]["content"]


def test_the_version_of_pagefind_is_the_one_it_knows() -> None:
    assert version("pagefind").startswith("1.5.")


# -- words --------------------------------------------------------------------


def words() -> set[str]:
    """Return the words of code and templates that are translated."""
    mapping = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
    return {str(message) for _, _, message, *_ in extract_from_dir(PACKAGE, method_map=mapping)}


def po() -> list[Path]:
    return sorted((PACKAGE / "locale").glob("*/LC_MESSAGES/sphinx.po"))


@pytest.mark.parametrize("path", po(), ids=lambda path: path.parts[-3])
def test_every_word_is_translated(path: Path) -> None:
    catalogue = read_po(BytesIO(path.read_bytes()))
    said = {str(message.id): message for message in catalogue if message.id}
    assert set(said) == words(), "make words, then translate them"
    for word, message in said.items():
        assert message.string, word
        assert not message.fuzzy, word
        fields = [{name for _, name, _, _ in string.Formatter().parse(str(text)) if name}
                  for text in (word, message.string)]  # fmt: skip
        assert fields[0] == fields[1], word


@pytest.mark.parametrize("path", po(), ids=lambda path: path.parts[-3])
def test_what_is_compiled_is_what_is_written(path: Path) -> None:
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(path.read_bytes())))
    compiled.seek(0)
    with path.with_suffix(".mo").open("rb") as file:
        ours = {message.id: message.string for message in read_mo(file) if message.id}
    assert ours == {m.id: m.string for m in read_mo(compiled) if m.id}, "make words"


def test_a_german_project_has_no_english_word(project: Project) -> None:
    project.conf += 'language = "de"\n'
    project.build()
    html = project.soup("search.html")
    text = html.get_text(" ") + html.select_one("script[src*='guide-search.js']")["data-words"]
    assert "Weniger oder" in text or "weniger oder" in text
    assert "Die Taste" in text
    for word in words() - {"All", "Search"}:
        assert word not in text
    assert html.select_one(".guide-search button").text == "Suche"
