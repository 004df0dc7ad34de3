"""The tests are a map of the code: where a module's test is, and what tests may import."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TESTS = ROOT / "tests"
FILES = sorted(path for path in TESTS.rglob("*.py") if "__pycache__" not in path.parts)


def modules_imported(path: Path) -> Iterator[str]:
    """Yield the full name of each module or object that a file of the tests imports."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else ()
            module = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(
    "package",
    ["build_cache", "career_guides", "hugo_to_myst", "sphinx_pagefind", "sphinx_speedups"],
)
def test_a_test_is_where_its_module_is(package: str) -> None:
    """Those at the top of a package may be about what runs through many modules."""
    for path in (TESTS / package).rglob("test_*.py"):
        place = path.relative_to(TESTS)
        module = ROOT / "extensions" / place.with_name(place.name.removeprefix("test_"))
        is_of_many = place.parent.parts == (package,)
        assert is_of_many or module.is_file(), f"{place}: no module {module}"


def test_no_test_imports_from_another_test() -> None:
    for path in FILES:
        place = path.relative_to(TESTS)
        own = ".".join(["tests", *place.with_suffix("").parts])
        for name in modules_imported(path):
            is_of_a_test = name.startswith("tests.") and ".test_" in name
            assert not is_of_a_test or name.startswith(f"{own}."), f"{place} imports {name}"


def test_files_are_short() -> None:
    lines = {path.relative_to(TESTS): path.read_text("utf-8").count("\n") for path in FILES}
    assert {place: number for place, number in lines.items() if number > 250} == {}
