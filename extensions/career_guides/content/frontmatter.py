"""Parse the YAML front matter of a page into values with their line numbers.

MyST's own parser cannot be used, since it passes on strings without positions
(``sidebar: false`` becomes ``'False'``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from career_guides.diagnostics.problem import Problem, shorten

from .yaml_merge import MERGE, MergeError, merged

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
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    end: int = 0
    problems: tuple[Problem, ...] = ()


def parse(text: str, docname: str = "") -> FrontMatter:
    """Parse the front matter at the start of *text*. No content of *text* raises an exception.

    :param text: the whole source of a page
    :param docname: the page to name in problems
    """
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    # Not splitlines(): YAML, editors and Sphinx do not end a line at a form feed.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not _is_fence(lines[0]):
        return FrontMatter(problems=_misplaced(lines, docname))
    end = next((n for n, line in enumerate(lines) if n and _is_fence(line)), 0)
    if not end:
        if len(lines) > 1 and ":" in lines[1]:
            message = "the front matter opens with '---' here but no line '---' closes it"
            return FrontMatter(problems=(Problem(docname, 1, "syntax", message),))
        return FrontMatter()  # a thematic break, not front matter
    reader = _Reader(docname)
    values = reader.read("\n".join(lines[1:end]))
    return FrontMatter(values, reader.lines, end + 1, tuple(reader.problems))


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


def _is_fence(line: str) -> bool:
    return line.rstrip() == "---"


# MyST takes these for front matter, which would then go unchecked.
_NEARLY_A_FENCE = re.compile(r"---(-+|[ \t]*\w+)[ \t]*$")


def _misplaced(lines: list[str], docname: str) -> tuple[Problem, ...]:
    """Report front matter that would not be read, rather than let it show as text."""
    number, first = next(((n, line) for n, line in enumerate(lines, 1) if line.strip()), (1, ""))
    following = (lines[number : number + 1] or [""])[0]
    if number == 1 and _NEARLY_A_FENCE.match(first) and ":" in following:
        message = f"the line before the front matter must be '---' alone, not {shorten(first)}"
    elif first.rstrip() == "+++":
        message = "TOML front matter ('+++') is not read; write YAML between lines '---'"
    elif _is_fence(first.lstrip()) and ":" in following:
        message = "front matter must start in the first column of the file's first line"
    else:
        return ()
    return (Problem(docname, number, "syntax", message),)


class _Reader:
    """Turn YAML text into values, recording line numbers and problems on the way."""

    def __init__(self, docname: str) -> None:
        self.docname = docname
        self.lines: Lines = {}
        self.problems: list[Problem] = []
        self.left = _MOST_VALUES

    def problem(self, line: int, subtype: str, message: str) -> None:
        self.problems.append(Problem(self.docname, line, subtype, message))

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
                self.problem(2, "syntax", "front matter must be lines of the form 'key: value'")
                return {}
            return self._mapping(root, ())
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 2, mark.column + 1) if mark else (2, 1)
            what = " ".join(filter(None, (error.context, error.problem)))
            tab = "; indent with spaces, not tabs" if "tab" in what or r"'\t'" in what else ""
            self.problem(line, "syntax", f"invalid YAML in column {column}: {what}{tab}")
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, _as_index(error.position)) + 2
            self.problem(line, "syntax", f"invalid YAML: {error.reason}")
        except (yaml.YAMLError, _TooMuchError) as error:
            self.problem(2, "syntax", f"invalid YAML: {error}")
        self.lines.clear()
        return {}

    def _value(self, node: yaml.Node, path: tuple[str | int, ...]) -> Any:
        self.left -= 1
        if self.left < 0 or len(path) > _DEEPEST:
            raise _TooMuchError
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            values = []
            for index, item in enumerate(node.value):
                self.lines[*path, index] = item.start_mark.line + 2
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
            self.problem(error.line + 2, "syntax", str(error))
        except RecursionError:
            raise _TooMuchError from None
        inherited = set(values)  # a key of the mapping itself counts more
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 2
            if key_node.tag == MERGE:
                continue
            if not isinstance(key_node, yaml.ScalarNode):
                self.problem(line, "syntax", "a key must be plain text")
                continue
            key = str(key_node.value)
            if key in values and key not in inherited:
                first = self.lines[*path, key]
                message = (
                    f"key {shorten(key)} is given twice (first in line {first}); this one counts"
                )
                self.problem(line, "duplicate_key", message)
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
        self.lines[here] = key.start_mark.line + 2
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
