"""Read the settings in ``conf.py`` without running it."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .arguments import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """The settings in ``conf.py``.

    The file is parsed, not run: for a value that is computed there, the default is used.

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
    values = {}
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                if isinstance(target, ast.Name):
                    try:
                        values[target.id] = ast.literal_eval(statement.value)
                    except ValueError:
                        values.pop(target.id, None)
    return Settings(path, text, values)
