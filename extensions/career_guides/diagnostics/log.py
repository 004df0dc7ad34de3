"""Say what is wrong: one line, with the place in the author's own file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils.nodes import make_id
from docutils.utils import get_source_line
from sphinx.util import logging

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from docutils.nodes import Node
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from .problem import Problem


logger = logging.getLogger(__name__)


def shown(path: str | os.PathLike[str]) -> str:
    """Return ``docs/liaison/overview.md``: the path from the current folder, where it is in it."""
    file = Path(path)
    if file.is_relative_to(Path.cwd()):
        file = file.relative_to(Path.cwd())
    return str(file)


def place(path: str | os.PathLike[str], line: int | None) -> str:
    """Return ``docs/liaison/overview.md:6``."""
    return f"{shown(path)}:{line or 1}"


def warn(env: BuildEnvironment, node: Node, subtype: str, message: str) -> None:
    """Warn about something at *node* in a page's body."""
    source, line = get_source_line(node)
    path = source or env.doc2path(env.docname)
    say(env.config, message, place(path, line), subtype)


def say(config: Config, message: str, location: str | None, subtype: str) -> None:
    """Print one message; where the project has a page about them, it ends in its link."""
    if config.guides_messages_url:
        # Sphinx's HTML has a heading such as `guide.unknown_key` under this name.
        message = f"{message} {config.guides_messages_url}#{make_id(f'guide.{subtype}')}"
    logger.warning("%s", message, location=location, type="guide", subtype=subtype)


def report(env: BuildEnvironment, problems: Iterable[Problem]) -> None:
    """Warn about every problem of the catalogue, in the order of files and lines.

    In every build, not only when the page is read again: a problem that is still there is
    still worth a line, and an incremental build says what a clean one says.
    """
    for problem in problems:
        path = Path(env.srcdir, problem.path) if problem.path else env.doc2path(problem.docname)
        say(env.config, problem.message, place(path, problem.line), problem.subtype)
