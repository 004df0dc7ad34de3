"""Read the settings in ``conf.py`` without running it."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .arguments import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """The settings in ``conf.py``.

    The file is parsed, not run: for a value that is computed there, the default is used. A list may
    be made of others and extended.

    :param path: the file; ``None`` if there is none
    :param text: its text
    :param values: name -> value of the assignments of literals
    """

    path: Path | None = None
    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def get(self, name: str, default: Any) -> Any:
        """Return the value of *name* if it has the type of *default*, or else *default*."""
        value = self.values.get(name, default)
        return value if isinstance(value, type(default)) else default

    def texts(self, name: str) -> list[str]:
        """Return the strings in the list *name*."""
        return [text for text in self.get(name, []) if isinstance(text, str)]


def read_settings(source: Path, folder: Path | None = None) -> Settings:
    """Return the settings of a source folder.

    :param source: the source folder
    :param folder: the folder of ``conf.py``; default: the source folder or its parent
    :raises UsageError: if *folder* has no ``conf.py``
    """
    folders = [folder] if folder else [source, source.resolve().parent]
    path = next((f / "conf.py" for f in folders if (f / "conf.py").is_file()), None)
    if path is None:
        if folder:
            raise UsageError(f"no file {folder / 'conf.py'}")
        return Settings()
    try:
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
    except (OSError, ValueError, SyntaxError):  # the build reports the error
        return Settings(path)
    values: dict[str, Any] = {}
    for statement in tree.body:
        _apply(statement, values)
    return Settings(path, text, values)


def _apply(statement: ast.stmt, values: dict[str, Any]) -> None:
    """Do what a statement does to the settings that are known so far."""
    match statement:
        case ast.Assign(targets, value):
            for target in targets:
                if isinstance(target, ast.Name):
                    _set(target.id, _value(value, values), values)
        case ast.AnnAssign(ast.Name(name), _, ast.expr() as value):
            _set(name, _value(value, values), values)
        case ast.AugAssign(ast.Name(name), ast.Add(), value):
            _extend(name, _value(value, values), values)
        case ast.Expr(ast.Call(ast.Attribute(ast.Name(name), "append"), [value])):
            _extend(name, [_value(value, values)], values)
        case ast.Expr(ast.Call(ast.Attribute(ast.Name(name), "extend"), [value])):
            _extend(name, _value(value, values), values)


#: Items of the longest list that is read: ``x += x`` doubles one, and strangers may write the file.
_MOST = 10_000
#: The value of what cannot be known without running it.
_UNKNOWN = object()


def _set(name: str, value: Any, values: dict[str, Any]) -> None:
    if value is _UNKNOWN:
        values.pop(name, None)
    else:
        values[name] = value


def _extend(name: str, more: Any, values: dict[str, Any]) -> None:
    _set(name, _joined([values.get(name, _UNKNOWN), more]), values)


def _joined(parts: Sequence[Any]) -> Any:
    """Return one list of several, if they are lists whose items are all known."""
    known = all(isinstance(part, list) and _UNKNOWN not in part for part in parts)
    if known and sum(map(len, parts)) <= _MOST:
        return [item for part in parts for item in part]
    return _UNKNOWN


def _value(value: ast.expr, values: Mapping[str, Any]) -> Any:
    """Return the value of an expression of literals and of lists that are known so far."""
    match value:
        case ast.Name(name):
            return values.get(name, _UNKNOWN)
        case ast.BinOp(left, ast.Add(), right):
            return _joined([_value(left, values), _value(right, values)])
        case ast.List(items) if any(isinstance(item, ast.Starred) for item in items):
            return _joined([_part(item, values) for item in items])
        case _:
            try:
                return ast.literal_eval(value)
            except (ValueError, TypeError):
                return _UNKNOWN


def _part(item: ast.expr, values: Mapping[str, Any]) -> Any:
    """Return what an item adds to its list."""
    return _value(item.value, values) if isinstance(item, ast.Starred) else [_value(item, values)]
