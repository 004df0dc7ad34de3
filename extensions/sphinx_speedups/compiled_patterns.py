"""The code of regular expressions, kept from build to build.

Python compiles the same patterns in each build: those of themes, of lexers, of the parser of CSS
selectors that Furo and the pydata theme import. Here it keeps their code beside the documents. What
a pattern is compiled to depends on nothing but Python, the pattern and its flags.
"""

from __future__ import annotations

import marshal
import re
import sys
import warnings
from array import array
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import kept_files
from .patches import Step, defined_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


#: The versions of Python that were looked at: the functions are not public, and change.
_PYTHONS = {(3, 11), (3, 12), (3, 13)}

#: If more are known, those that a build has no use for are forgotten at its end.
MOST = 3_000

#: Of these flags, one prints, and the other depends on the locale.
_NOT_KEPT = re.DEBUG | re.LOCALE


@contextmanager
def kept(file: Path) -> Iterator[None]:
    """Have Python take the code of patterns from a file, and keep there what it compiles."""
    compiler: Any = getattr(re, "_compiler", None)
    original: Any = getattr(compiler, "compile", None)
    is_known = sys.version_info[:2] in _PYTHONS and sys.implementation.name == "cpython"
    if not is_known or not defined_in(compiler)(original):
        yield
        return
    known = load(file)
    used: dict[Any, Any] = {}
    to_code = compiler._code
    made: list[Any] = []

    def _code(pattern: Any, flags: int) -> list[int]:
        made[:] = [to_code(pattern, flags)]
        return made[0]  # type: ignore[no-any-return]

    def compile(pattern: Any, flags: int = 0) -> Any:  # noqa: A001 - as it is called there
        key = (pattern, int(flags))
        if type(pattern) is not str or flags & _NOT_KEPT:
            return original(pattern, flags)
        if key in known:
            used[key] = known[key]
            all_flags, code, groups, names = known[key]
            by_number = [None] * (groups + 1)
            for name, number in names.items():
                by_number[number] = name
            return compiler._sre.compile(
                pattern, all_flags, [*memoryview(code).cast("I")], groups, names.copy(),
                tuple(by_number),
            )  # fmt: skip
        if not kept_files.is_alone():
            return original(pattern, flags)
        found: list[Any] = []
        compiler._code = _code
        try:
            said = kept_files.warned(lambda: found.append(original(pattern, flags)))
        finally:
            compiler._code = to_code
        for warning in said:
            warnings.warn(warning.message, warning.category, stacklevel=4)
        compiled = found[0]
        if not said:
            code = array("I", made[0]).tobytes()
            used[key] = (compiled.flags, code, compiled.groups, dict(compiled.groupindex))
        return compiled

    compiler.compile = compile
    try:
        yield
    finally:
        if compiler.compile is compile:
            compiler.compile = original
        if not used.keys() <= known.keys():
            known |= used
            store(file, known if len(known) <= MOST else used)


def _made_from() -> str:
    return f"{sys.version} {sys.byteorder} {re._compiler._sre.MAGIC}"  # type: ignore[attr-defined]


def load(file: Path) -> dict[Any, Any]:
    """Return pattern and flags -> all flags, code, number of groups, and their names."""
    content = kept_files.load(file, _made_from())
    return marshal.loads(content) if content else {}  # noqa: S302 - as it was written


def store(file: Path, patterns: dict[Any, Any]) -> None:
    """Keep what :func:`load` returns."""
    kept_files.store(file, _made_from(), marshal.dumps(patterns))


def _file(app: Sphinx) -> Path:
    return Path(app.doctreedir, "sphinx_speedups-patterns")


def on_config_inited(app: Sphinx) -> None:
    """Take them from there also while the theme is loaded."""
    sphinx: Any = app
    sphinx._init_builder = kept(_file(app))(sphinx._init_builder)


SPEEDUPS = (
    Step(
        "compiled_patterns", lambda build: kept(_file(build.app)),
        "the patterns of themes, lexers and selectors are compiled again in every build",
    ),
)  # fmt: skip
