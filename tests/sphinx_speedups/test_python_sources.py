"""Python's sources are read for autodoc, and no further."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.ext.autodoc._dynamic import _type_comments
from sphinx.pycode import ModuleAnalyzer
from sphinx.pycode.parser import Parser

from sphinx_speedups import python_sources
from sphinx_speedups.python_sources import SPEEDUPS, LateParser, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

DEFINITIONS = next(speedup for speedup in SPEEDUPS if speedup.name.endswith("definitions"))
SOURCE = "class A:\n    def b(self):\n        pass\n\n\ndef c(): ...\n"


@pytest.fixture
def late() -> Iterator[None]:
    with DEFINITIONS.applied(None):  # type: ignore[arg-type]
        yield


@pytest.fixture
def plain() -> ModuleAnalyzer:
    analyzer = ModuleAnalyzer.for_string(SOURCE, "plain")
    analyzer.analyze()
    return analyzer


def test_definitions_are_found_when_they_are_asked_for(plain: ModuleAnalyzer, late: None) -> None:
    analyzer = ModuleAnalyzer.for_string(SOURCE, "name")
    assert not hasattr(analyzer, "tags")
    analyzer.analyze()
    assert type(vars(analyzer)["tags"]) is Unread
    assert type(analyzer.find_tags()) is type(analyzer.tags) is dict
    assert analyzer.tags == plain.tags
    assert analyzer.tagorder == plain.tagorder


@pytest.mark.parametrize(
    ("source", "is_late"),
    [("a = 1", True), ("a = 1\r\nb = 2\r\n", True), ("\n\n", True), ("", False),
     ("a = '\u2028'\n", False), ("a = '\x1c'\n", False)],
)  # fmt: skip
def test_lines_that_are_not_those_of_python_are_read_at_once(source: str, is_late: bool) -> None:
    parser = LateParser(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LateParser, "parse_comments", lambda _parser: None)
        try:
            parser.parse()
        except Exception:  # noqa: BLE001 - of Python's tokens, from 3.12 on
            assert not is_late
    assert (type(parser.definitions) is Unread) == is_late


def test_others_have_sphinxs_parser(late: None) -> None:
    parser = Parser(SOURCE)
    parser.parse()
    assert parser.definitions == {"A": ("class", 1, 3), "A.b": ("def", 2, 3), "c": ("def", 6, 6)}


def test_an_analyzer_that_lasts_is_as_ever(plain: ModuleAnalyzer) -> None:
    known = ModuleAnalyzer.for_string(SOURCE, "kept")
    ModuleAnalyzer.cache["module", "kept"] = known
    try:
        with DEFINITIONS.applied(None):  # type: ignore[arg-type]
            known.analyze()
        assert "tags" not in vars(ModuleAnalyzer)
        assert known.find_tags() == known.tags == plain.tags
    finally:
        del ModuleAnalyzer.cache["module", "kept"]


def module(path: Path, source: str) -> ModuleType:
    path.write_text(source, "utf-8")
    spec: Any = importlib.util.spec_from_file_location(path.stem, path)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.mark.parametrize(
    ("comment", "is_read"),
    [("# type: (int) -> str", True), ("#type:(int) -> str", True),
     ("#\ttype: \t(int) -> str", True), ("# type: ignored", True),
     ("# type: ignore\u00e9", True), ("# Its type: int", False),
     ("# type: ignore", False), ("#  type:  ignore[misc]", False), ("", False)],
)  # fmt: skip
def test_a_function_is_read_where_its_file_has_a_comment_with_types(
    tmp_path: Path, comment: str, is_read: bool
) -> None:
    read = []

    def original(obj: Any, bound_method: bool = False) -> Any:
        read.append(obj)
        return _type_comments.get_type_comment(obj, bound_method)

    made = module(tmp_path / "made.py", f"def a(b):\n    {comment}\n    return b\n\nclass C: ...\n")
    quick = python_sources.get_type_comment(None, original)
    found, expected = quick(made.a), _type_comments.get_type_comment(made.a)
    assert (found is None) == (expected is None)
    assert read == [made.a] * is_read
    assert quick(made.C) is None
    assert quick(len) is None  # it has no source
    assert read == [*[made.a] * is_read, len]
