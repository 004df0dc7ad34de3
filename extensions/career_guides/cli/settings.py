"""What the commands share: how they end, which files they look at, what ``conf.py`` says."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .arguments import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """What ``conf.py`` says that matters without a build.

    Read, not run: a value that is computed there is not seen, and its default counts.

    :param path: the file; ``None`` if there is none
    :param text: what it holds
    :param values: name -> value, of the plain assignments
    """

    path: Path | None = None
    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def get(self, name: str, default: Any) -> Any:
        """Return the value of *name* if it is of the kind of *default*."""
        value = self.values.get(name, default)
        return value if isinstance(value, type(default)) else default

    def texts(self, name: str) -> list[str]:
        """Return the texts of the list *name*."""
        return [text for text in self.get(name, []) if isinstance(text, str)]


def read_settings(source: Path, folder: Path | None = None) -> Settings:
    """Return what the ``conf.py`` of a source folder says.

    :param source: the source folder
    :param folder: where the file is; without it, in the source folder or the one around it
    :raises UsageError: if *folder* has none
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
    except (OSError, ValueError, SyntaxError):  # the build says what is wrong with it
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
