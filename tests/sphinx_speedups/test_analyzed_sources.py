"""What was found in a source before is what Sphinx would find."""

from __future__ import annotations

import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.errors import PycodeError
from sphinx.pycode import ModuleAnalyzer, parser
from sphinx.pycode.parser import DefinitionFinder, VariableCommentPicker

from sphinx_speedups import analyzed_sources, kept_files, python_sources
from sphinx_speedups.patches import Build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = '''
"""A module."""
import typing
from typing import Final, overload

a: int = 1  #: A number,
#: in two lines.
b = 2
c: Final = 3
"""Said below."""


class A(typing.Generic):
    """A class."""

    def __init__(self) -> None:
        self.d = "\f"  #: An attribute.

    @overload
    def e(self, f: int = ...) -> int: ...
    @overload
    def e(self, f: "str" = "x", *, g: list[int] = []) -> str: ...
    @typing.final
    def e(self, f): ...


async def h(): ...
'''
FIELDS = ("attr_docs", "annotations", "finals", "overloads", "tags", "tagorder")


def found(source: str = SOURCE) -> dict[str, str]:
    """Return what an analyzer finds."""
    analyzer = ModuleAnalyzer.for_string(source, "name")
    analyzer.analyze()
    return {name: repr(getattr(analyzer, name)) for name in FIELDS}


PLAIN = found()
IS_ALONE = kept_files.is_alone


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever threads other tests have left."""
    monkeypatch.setattr(kept_files, "is_alone", lambda: True)


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Have the speed-ups in place; list what Sphinx looks for."""
    said: list[str] = []
    build = Build(SimpleNamespace(doctreedir=tmp_path))  # type: ignore[arg-type]
    with ExitStack() as stack:
        for speedup in (*python_sources.SPEEDUPS[:1], *analyzed_sources.SPEEDUPS):
            stack.enter_context(speedup.applied(build))
        for kind, name in ((VariableCommentPicker, "visit_Module"), (DefinitionFinder, "__init__")):
            monkeypatch.setattr(kind, name, counting(said, kind, name), raising=False)
        yield said


def counting(said: list[str], kind: type, name: str) -> Any:
    original = getattr(kind, name, VariableCommentPicker.generic_visit)

    def method(self: Any, argument: Any) -> None:
        said.append(kind.__name__)
        original(self, argument)

    return method


def files(folder: Path) -> list[Path]:
    return [*folder.glob("sphinx_speedups-sources/*")]


def test_the_same_is_found(tmp_path: Path, calls: list[str]) -> None:
    for _build in range(2):
        assert found() == PLAIN
    assert calls.count("VariableCommentPicker") == 1
    assert len(files(tmp_path)) == 2
    assert found(SOURCE + "z = 1  #: Another.\n") != PLAIN
    assert calls.count("VariableCommentPicker") == 2


def test_definitions_are_still_found_late(tmp_path: Path, calls: list[str]) -> None:
    for _build in range(2):
        analyzer = ModuleAnalyzer.for_string(SOURCE, "name")
        assert analyzer.find_attr_docs()
        assert len(files(tmp_path)) == 1
    assert analyzer.find_tags()["h"] == ("def", 27, 27)
    assert len(files(tmp_path)) == 2


@pytest.mark.parametrize("content", [b"", b"\0" * 99])
def test_a_damaged_file_is_written_again(tmp_path: Path, calls: list[str], content: bytes) -> None:
    assert found() == PLAIN
    good = {path: path.read_bytes() for path in files(tmp_path)}
    for path in good:
        path.write_bytes(content)
    assert found() == PLAIN
    assert {path: path.read_bytes() for path in files(tmp_path)} == good


def test_another_version_looks_again(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found()
    monkeypatch.setattr(analyzed_sources, "_VERSIONS", "others")
    found()
    assert calls.count("VariableCommentPicker") == 2


def test_errors_and_warnings_are_those_of_python(tmp_path: Path, calls: list[str]) -> None:
    for _build in range(2):
        with pytest.raises(PycodeError, match="SyntaxError"):
            found("(")
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            found("a = '\\d'\n")
        assert ["invalid escape" in str(each.message) for each in said] == [True]
    assert len(files(tmp_path)) == 1  # the definitions, for which Python reads tokens alone


def test_what_several_threads_find_is_not_kept(
    tmp_path: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_files, "is_alone", IS_ALONE)
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(found).result() == PLAIN
        assert found() == PLAIN
    assert not files(tmp_path)


def test_a_class_of_another_extension_finds_for_itself(tmp_path: Path, calls: list[str]) -> None:
    class Finder(DefinitionFinder):
        def add_definition(self, name: str, entry: tuple[str, int, int]) -> None:
            super().add_definition(f"my {name}", entry)

    for _build in range(2):
        finder = Finder(["def a(): ...\n"])
        finder.parse()
        assert [*finder.definitions] == ["my a"]
    assert not files(tmp_path)


def test_functions_of_another_extension_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    originals = vars(parser.Parser)["parse_comments"], vars(DefinitionFinder)["parse"]
    monkeypatch.setattr(VariableCommentPicker, "visit_Try", lambda _self, _node: None)
    monkeypatch.setattr(DefinitionFinder, "add_definition", lambda *_arguments: None)
    build = Build(SimpleNamespace(doctreedir=tmp_path))  # type: ignore[arg-type]
    for speedup, original in zip(analyzed_sources.SPEEDUPS, originals, strict=True):
        with speedup.applied(build):
            assert vars(speedup.owner(build))[speedup.attribute] is original


def test_files_do_not_grow_in_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyzed_sources, "MOST", 4)
    for number in range(9):
        with analyzed_sources.SPEEDUPS[0].applied(
            Build(SimpleNamespace(doctreedir=tmp_path))  # type: ignore[arg-type]
        ):
            found(f"a{number} = 1  #: A number.\n")
    assert len(files(tmp_path)) <= 5
