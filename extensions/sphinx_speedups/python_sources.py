"""Python's sources that autodoc reads for comments: of each module, and of each function."""

from __future__ import annotations

import inspect
import linecache
import re
from contextlib import contextmanager
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

from sphinx import pycode
from sphinx.pycode import parser
from sphinx.pycode.parser import DefinitionFinder, Parser

from .patches import Patch, Step, defined_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .patches import Build


class Unread(str):
    """The source in which nobody has looked for definitions yet."""

    __slots__ = ()


class Tags:
    """The attribute ``tags`` of a module's analyzer: found when somebody asks for it.

    Those who link to the source of a definition ask; autodoc, which analyzes the modules, does not.
    """

    def __get__(self, analyzer: Any, owner: Any = None) -> Any:
        if analyzer is None:
            return self
        try:
            tags = vars(analyzer)["tags"]
        except KeyError:
            raise AttributeError("tags") from None
        if isinstance(tags, Unread):
            tags = vars(analyzer)["tags"] = definitions(tags)
        return tags

    def __set__(self, analyzer: Any, tags: Any) -> None:
        vars(analyzer)["tags"] = tags


def definitions(code: str) -> dict[str, tuple[str, int, int]]:
    """Return where a source defines its classes and functions, as Sphinx finds it."""
    finder = DefinitionFinder(code.splitlines(keepends=True))
    finder.parse()
    return finder.definitions


class LateParser(Parser):
    """A parser that leaves definitions to :class:`Tags`."""

    def parse_definition(self) -> None:
        # Python itself has read the source by now, so that it has no error; but Sphinx takes other
        # characters for the end of a line, too.
        ends = self.code.count("\n") + (not self.code.endswith("\n"))
        if len(self.code.splitlines()) == ends:
            self.definitions = Unread(self.code)  # type: ignore[assignment]
        else:
            super().parse_definition()


@contextmanager
def found_late(build: Build) -> Iterator[None]:
    """Have definitions looked for when they are asked for."""
    module: Any = pycode
    analyzer = module.ModuleAnalyzer
    is_original = module.Parser is Parser and defined_in(parser)(Parser.parse_definition)
    if not is_original or hasattr(analyzer, "tags"):
        yield
        return
    module.Parser = LateParser
    analyzer.tags = Tags()
    try:
        yield
    finally:
        module.Parser = Parser
        del analyzer.tags
        for known in analyzer.cache.values():
            if isinstance(vars(known).get("tags"), Unread):  # it is analyzed again if need be
                del known.tags
                known._analyzed = False


def get_type_comment(build: Build | None, original: Any) -> Any:
    """Return a function's types where a comment gives them.

    The lines of each function are cut out of its file and parsed to find the comment, of which most
    files have none.
    """
    # As Python's parser has it; a comment to ignore an error is none.
    comment = re.compile(r"#[ \t]*type:(?![ \t]*ignore(?![0-9A-Za-z\x80-\U0010ffff]))").search

    @cache
    def has_none(path: str) -> bool:
        lines = linecache.getlines(path)
        return bool(lines) and not any(map(comment, lines))

    def get_type_comment(obj: Any, bound_method: bool = False) -> Any:
        try:
            found = inspect.unwrap(obj)
        except ValueError:  # it is wrapped by itself
            return original(obj, bound_method)
        if isinstance(found, type):  # its source is cut out, too; a class has no such comment
            return None
        function = found.__func__ if inspect.ismethod(found) else found
        code = function.__code__ if isinstance(function, FunctionType) else None
        if code and code.co_name != "<lambda>" and has_none(code.co_filename):
            return None
        return original(obj, bound_method)

    return get_type_comment


def _type_comments(build: Build) -> Any:
    """Return the module of autodoc that looks for them, if the project uses it."""
    if "sphinx.ext.autodoc" not in build.app.extensions:
        return None
    from sphinx.ext.autodoc._dynamic import _type_comments  # noqa: PLC0415 - not all have autodoc

    return _type_comments


def _is_of_autodoc(value: Any) -> bool:
    return getattr(value, "__module__", "") == "sphinx.ext.autodoc._dynamic._type_comments"


SPEEDUPS = (
    Step(
        "python_sources.definitions", found_late,
        "each module is divided into tokens to find its definitions, which autodoc has no use for",
    ),
    Patch(
        "python_sources.type_comments", _type_comments, "get_type_comment", get_type_comment,
        _is_of_autodoc,
        "each function's source is cut out and parsed to look for a comment with its types",
    ),
)  # fmt: skip
