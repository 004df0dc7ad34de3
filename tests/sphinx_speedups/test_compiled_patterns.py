"""Patterns whose code was kept are those that Python would compile."""

from __future__ import annotations

import re
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from sphinx_speedups import compiled_patterns, kept_files
from sphinx_speedups.compiled_patterns import kept, load
from tests.sphinx_speedups.rich_site import in_process, run, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] not in compiled_patterns._PYTHONS, reason="patterns are left alone there"
)

compiler: Any = re._compiler  # type: ignore[attr-defined]
ORIGINAL = compiler.compile
IS_ALONE = kept_files.is_alone
PATTERNS = (
    "a", "(?P<a>a)(b)(?P<c>c)?", "[\\w-]+(?i:x)", "(?x) a # text\n b", "(?<=a)b(?!c)",
    "(?s).*?$", "[^\\x00-\\x7f]{2,3}", "\U00010400|[\U00010400-\U00010427]", "(a)|b\\1", "",
)  # fmt: skip
TEXT = "a abc ab -x X\u017f \U00010400\n"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever threads other tests have left."""
    monkeypatch.setattr(kept_files, "is_alone", lambda: True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "patterns"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """List the patterns that Python parses."""
    calls: list[Any] = []
    parse = compiler._parser.parse

    def parsing(*arguments: Any) -> Any:
        calls.append(arguments)
        return parse(*arguments)

    monkeypatch.setattr(compiler._parser, "parse", parsing)
    return calls


def described(pattern: re.Pattern[Any]) -> Any:
    found = [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in pattern.finditer(TEXT)]
    return (
        pattern, pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), found
    )  # fmt: skip


def test_patterns_are_the_same(file: Path, parsed: list[Any]) -> None:
    cases = [(text, int(flags)) for text in PATTERNS for flags in (0, re.I, re.A | re.M)]
    plain = [described(ORIGINAL(*case)) for case in cases]
    for number in (len(cases), 0):
        parsed.clear()
        with kept(file):
            assert [described(compiler.compile(*case)) for case in cases] == plain
        assert len(parsed) == number
    assert load(file).keys() == {*cases}


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [(b"a", 0), (b"a", re.L), ("a", re.DEBUG), (compiler._parser.parse("a"), 0),
     (type("Text", (str,), {})("a"), 0)],
)  # fmt: skip
def test_what_may_be_another_is_not_kept(file: Path, pattern: Any, flags: int) -> None:
    with kept(file):
        compiled = compiler.compile(pattern, flags)
    assert compiled.pattern is ORIGINAL(pattern, flags).pattern
    assert not file.exists()


def test_python_warns_of_a_pattern_in_each_build(file: Path) -> None:
    for _build in range(2):
        re.purge()
        with kept(file), pytest.warns(FutureWarning, match="nested set") as said:
            re.compile("[[a]")
        assert [warning.filename for warning in said] == [__file__]
        with kept(file), warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(FutureWarning):
                compiler.compile("[[a]")
    assert ("[[a]", 0) not in load(file)


def test_what_several_threads_compile_is_not_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kept(file):
        compiler.compile("a")
    monkeypatch.setattr(kept_files, "is_alone", IS_ALONE)
    with ThreadPoolExecutor(1) as threads, kept(file):
        for pattern in ("a", "b+"):
            assert threads.submit(compiler.compile, pattern).result() == ORIGINAL(pattern)
            assert compiler.compile(pattern) == ORIGINAL(pattern)
    assert [*load(file)] == [("a", 0)]


def test_an_error_is_pythons(file: Path) -> None:
    with kept(file), pytest.raises(re.error, match="missing"):
        compiler.compile("(a")
    assert compiler.compile is ORIGINAL


def test_a_damaged_file_is_written_again(file: Path, parsed: list[Any]) -> None:
    with kept(file):
        compiler.compile("a+")
    good = file.read_bytes()
    file.write_bytes(good[:-1])
    parsed.clear()
    with kept(file):
        compiler.compile("a+")
    assert len(parsed) == 1
    assert file.read_bytes() == good


def test_another_python_compiles_its_own(
    file: Path, parsed: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with kept(file):
        compiler.compile("a+")
    monkeypatch.setattr(compiled_patterns.sys, "version", "another")
    parsed.clear()
    with kept(file):
        compiler.compile("a+")
    assert len(parsed) == 1


def test_those_that_have_no_use_are_forgotten_where_there_are_many(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled_patterns, "MOST", 3)
    for patterns, number in (("abc", 3), ("c", 3), ("cd", 2)):
        with kept(file):
            for pattern in patterns:
                compiler.compile(pattern)
        assert len(load(file)) == number


def test_nothing_is_left_of_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept(file):
        assert compiler.compile is not ORIGINAL
        compiler.compile("a")
        code = compiler._code
    assert code.__module__ == "re._compiler"
    assert compiler.compile is ORIGINAL
    monkeypatch.setattr(compiled_patterns, "_PYTHONS", set())
    with kept(file):
        assert compiler.compile is ORIGINAL


@pytest.mark.slow
def test_a_build_keeps_those_of_its_theme(tmp_path: Path) -> None:
    in_process(_build, tmp_path)
    patterns = load(tmp_path / "doctrees1/sphinx_speedups-patterns")
    assert len(patterns) > 50


def _build(folder: Path) -> None:
    write(folder)
    run(folder, "html", {})
