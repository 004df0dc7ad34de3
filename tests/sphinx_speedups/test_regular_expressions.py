"""Patterns are the same where Python remembers the sets of characters that it has optimized."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sphinx_speedups import regular_expressions
from sphinx_speedups.regular_expressions import remembered

compiler: Any = re._compiler  # type: ignore[attr-defined]
ORIGINAL = compiler._optimize_charset
PATTERNS = (
    "[a-z]", "[^a-z]", "[\\w-]", "[]-]", "[^\\x00-\\x7f]", "[\\u017f\\u212a]", "[sk\u00e5]",
    "[^\\s,]+[\\s,]", "(?:[^\\x00-\\x9f]|[_a-z])+(?:[^\\x00-\\x9f]|[_a-z])*",
    "[\U00010400-\U00010427]",
)  # fmt: skip
FLAGS = (0, re.I, re.A, re.A | re.I)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Count how many sets Python optimizes."""
    calls: list[Any] = []

    def counting(charset: Any, *functions: Any) -> Any:
        calls.append(charset)
        return ORIGINAL(charset, *functions)

    monkeypatch.setattr(compiler, "_optimize_charset", counting)
    monkeypatch.setattr(regular_expressions, "defined_in", lambda _module: callable)
    return calls


def code(pattern: str, flags: int) -> Any:
    return compiler._code(re._parser.parse(pattern, flags), flags)  # type: ignore[attr-defined]


def test_patterns_are_the_same() -> None:
    plain = [code(pattern, flags) for pattern in PATTERNS for flags in FLAGS]
    with remembered():
        for _time in range(2):
            assert [code(pattern, flags) for pattern in PATTERNS for flags in FLAGS] == plain


def test_a_set_is_optimized_once(counted: list[Any]) -> None:
    with remembered():
        for _time in range(3):
            code("[a-c][a-c]", re.I)
    assert len(counted) == 1
    code("[a-c]", re.I)
    assert len(counted) == 2


def test_nothing_is_left_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with remembered():
        assert compiler._optimize_charset is not ORIGINAL
    assert compiler._optimize_charset is ORIGINAL
    monkeypatch.setattr(regular_expressions, "_PYTHONS", set())
    with remembered():
        assert compiler._optimize_charset is ORIGINAL
