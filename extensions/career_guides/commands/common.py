"""What the commands share: how they end, which files they look at, what ``conf.py`` says."""

from __future__ import annotations

import ast
import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx.util.matching import get_matching_files

from career_guides.sources import FACTS, MARKDOWN

if TYPE_CHECKING:
    from pathlib import Path


class UsageError(Exception):
    """The command cannot do what it was asked for; the message says why."""


def date(text: str) -> dt.date:
    """Read a day; argparse names this function where it cannot be."""
    return dt.date.fromisoformat(text)


def today() -> dt.date:
    """Return the day, the same wherever the command runs."""
    return dt.datetime.now(dt.UTC).date()


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


def find_documents(source: Path, settings: Settings) -> dict[str, Path]:
    """Return docname -> file of all pages, as Sphinx finds them."""
    found = get_matching_files(source, ["**.md", "**.rst"], settings.texts("exclude_patterns"))
    files = (source / path for path in sorted(found, key=lambda path: not path.endswith(MARKDOWN)))
    documents: dict[str, Path] = {}
    for file in files:
        documents.setdefault(file.relative_to(source).with_suffix("").as_posix(), file)
    return documents


def load_arguments(settings: Settings) -> dict[str, Any]:
    """Return the arguments of :func:`career_guides.sources.load` that ``conf.py`` decides."""
    return {
        "root": settings.get("root_doc", "index"),
        "logo": settings.get("guides_logo", ""),
        "extra_keys": settings.texts("guides_extra_keys"),
        "facts": settings.get("guides_facts", FACTS),
    }
