"""Parse the YAML front matter of a page into values with their line numbers.

MyST's own parser cannot be used, since it passes on strings without positions
(``sidebar: false`` becomes ``'False'``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from career_guides.diagnostics.problem import Problem, shorten

from .block import find_block, split_lines
from .yaml_lines import Mistake
from .yaml_merge import MERGE, MergeError, merged
from .yaml_mistakes import doubtful, explain

if TYPE_CHECKING:
    from collections.abc import Mapping


try:  # libyaml's parser is ten times as fast; both give the same events and marks
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

#: Path of a value, as keys and indexes -> its line number in the file, from 1.
Lines = dict[tuple[str | int, ...], int]

# Aliases that refer to aliases can expand a few lines into billions of values.
_MOST_VALUES = 5_000
_DEEPEST = 20
_MOST_MERGED = 100
# libyaml composes recursively, on the C stack: 100,000 brackets crash the process. A text as
# short as this cannot nest deeply enough; a longer one is first read as a flat stream of events.
_HARMLESS = 4_000
# What PyYAML raises for a text that does not fit its tag (`!!bool maybe`).
_NO_VALUE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, yaml.YAMLError)


def line_of(lines: Lines, path: tuple[str | int, ...]) -> int:
    """Return the line of *path*, or of the nearest enclosing value that has one."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of one page: what is between its ``---`` lines.

    :param values: key -> value, as YAML gives it; empty if the YAML could not be read
    :param lines: line number of each key and list item
    :param end: number of lines that the block takes, both fences included; 0 if there is none
    :param problems: problems with the YAML itself
    :param instead: number of a line with a mistake -> the line as it should be, if that is plain
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    end: int = 0
    problems: tuple[Problem, ...] = ()
    instead: Mapping[int, str] = field(default_factory=dict)


def parse(text: str, docname: str = "") -> FrontMatter:
    """Parse the front matter at the start of *text*. No content of *text* raises an exception.

    :param text: the whole source of a page
    :param docname: the page to name in problems
    """
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    lines = split_lines(text)
    block = find_block(lines)
    reader = _Reader(docname, block.first + 1)
    if block.message:
        reader.problem(block.line - 1 - block.first, "syntax", block.message)
    if not block.end:
        return FrontMatter(problems=tuple(reader.problems))
    values = reader.read("\n".join(lines[block.first : block.last]))
    problems = tuple(reader.problems)
    return FrontMatter(values, reader.lines, block.end, problems, reader.instead)


def compose(text: str, end: int) -> yaml.MappingNode | None:
    """Return the front matter of *text* as YAML nodes, which know the position of each value.

    :param text: the whole source, without a byte order mark and with Unix line endings
    :param end: number of lines of the front matter, from a :func:`parse` that found no problem in
        the YAML
    :returns: the mapping, whose lines are numbered from 0 for the one below the fence; ``None`` if
        the front matter is not a mapping
    """
    root = yaml.compose("\n".join(text.split("\n")[1 : end - 1]), _Loader)
    return root if isinstance(root, yaml.MappingNode) else None


class _Reader:
    """Turn YAML text into values, recording line numbers and problems on the way."""

    def __init__(self, docname: str, first: int = 2) -> None:
        self.docname = docname
        #: Number of the file's line with the first line of the YAML.
        self.first = first
        self.lines: Lines = {}
        self.problems: list[Problem] = []
        self.instead: dict[int, str] = {}
        self.left = _MOST_VALUES

    def problem(self, index: int, subtype: str, message: str) -> None:
        """Record a problem in the line of the YAML with this index, from 0."""
        self.problems.append(Problem(self.docname, self.first + index, subtype, message))

    def read(self, text: str) -> dict[str, Any]:
        """Return the mapping in *text*; if there is none, report it and return an empty one."""
        try:
            if len(text) > _HARMLESS:
                _refuse_depth(text)
            self.loader = _Loader(text)
            root = self.loader.get_single_node()
            if root is None:
                return {}
            if not isinstance(root, yaml.MappingNode):
                self._unreadable(text, 0, "front matter must be lines of the form 'key: value'")
                return {}
            values = self._mapping(root, ())
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line, mark.column + 1) if mark else (0, 1)
            what = " ".join(filter(None, (error.context, error.problem)))
            if "nesting depth" in what:  # from PyYAML 6.0.4, libyaml has a limit of its own
                line, where, what = 0, "", str(_TooMuchError())
            else:
                where = f"column {column}, "
            self._unreadable(text, line, f"this block could not be read: {where}{what}")
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, _as_index(error.position))
            self.problem(line, "syntax", f"this block could not be read: {error.reason}")
        except (yaml.YAMLError, _TooMuchError) as error:
            self.problem(0, "syntax", f"this block could not be read: {error}")
        else:
            for mistake in doubtful(text.split("\n")):
                self._report(mistake)
            return values
        self.lines.clear()
        return {}

    def _unreadable(self, text: str, line: int, words: str) -> None:
        """Report the mistake that stopped the parser at *line*, or its own *words*."""
        self._report(explain(text.split("\n"), line) or Mistake(line, words))

    def _report(self, mistake: Mistake) -> None:
        self.problem(mistake.line, "syntax", mistake.message)
        if mistake.instead:
            self.instead[self.first + mistake.line] = mistake.instead

    def _value(self, node: yaml.Node, path: tuple[str | int, ...]) -> Any:
        self.left -= 1
        if self.left < 0 or len(path) > _DEEPEST:
            raise _TooMuchError
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            values = []
            for index, item in enumerate(node.value):
                self.lines[*path, index] = self.first + item.start_mark.line
                values.append(self._value(item, (*path, index)))
            return values
        try:
            value = self.loader.construct_object(node)
        except _NO_VALUE:
            return node.value  # such as the date 2026-02-30: the model reports what it expects
        # Python refuses to print an integer of thousands of digits.
        return node.value if isinstance(value, int) and abs(value) >= 10**18 else value

    def _mapping(self, node: yaml.MappingNode, path: tuple[str | int, ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        try:
            for key_node, value_node in merged(node, _MOST_MERGED):
                self._add(values, path, key_node, value_node)
        except MergeError as error:
            self.problem(error.line, "syntax", str(error))
        except RecursionError:
            raise _TooMuchError from None
        inherited = set(values)  # a key of the mapping itself counts more
        for key_node, value_node in node.value:
            index = key_node.start_mark.line
            if key_node.tag == MERGE:
                continue
            if not isinstance(key_node, yaml.ScalarNode):
                self.problem(index, "syntax", "a key must be plain text")
                continue
            key = str(key_node.value)
            if key in values and key not in inherited:
                first = self.lines[*path, key]
                message = (
                    f"key {shorten(key)} is given twice (first in line {first}); this one counts"
                )
                self.problem(index, "duplicate_key", message)
            inherited.discard(key)
            self._add(values, path, key_node, value_node)
        return values

    def _add(
        self, values: dict[str, Any], path: tuple[str | int, ...], key: yaml.Node, value: yaml.Node
    ) -> None:
        here = (*path, str(key.value))
        if here[-1] in values:  # the lines of what this value replaces
            for known in [known for known in self.lines if known[: len(here)] == here]:
                del self.lines[known]
        self.lines[here] = self.first + key.start_mark.line
        values[str(key.value)] = self._value(value, here)


class _TooMuchError(ValueError):
    """The YAML has more values, or deeper nesting, than any front matter needs."""

    def __str__(self) -> str:
        return f"more than {_MOST_VALUES} values, or nested deeper than {_DEEPEST}"


def _refuse_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise _TooMuchError


def _as_index(position: Any) -> int:
    return position if isinstance(position, int) else 0
