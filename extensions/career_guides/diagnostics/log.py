"""Log problems as Sphinx warnings, each on one line with its place in the author's file."""

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
    """Return *path* relative to the current folder if it is inside it, else as it is.

    For example ``docs/liaison/overview.md``.
    """
    file = Path(path)
    if file.is_relative_to(Path.cwd()):
        file = file.relative_to(Path.cwd())
    return str(file)


def place(path: str | os.PathLike[str], line: int | None) -> str:
    """Return a location for a message, such as ``docs/liaison/overview.md:6``."""
    return f"{shown(path)}:{line or 1}"


def warn(env: BuildEnvironment, node: Node, subtype: str, message: str) -> None:
    """Log a warning about *node*, which is in the body of a page."""
    source, line = get_source_line(node)
    around = node.parent
    while not line and around is not None:  # such as a picture of a card
        line, around = around.line or 0, around.parent
    path = source or env.doc2path(env.docname)
    say(env.config, message, place(path, line), subtype)


def say(config: Config, message: str, location: str | None, subtype: str) -> None:
    """Log one message, with a link to its explanation if ``guides_messages_url`` is set."""
    if config.guides_messages_url:
        # Sphinx's HTML gives a heading such as `guide.unknown_key` this ID.
        message = f"{message} {config.guides_messages_url}#{make_id(f'guide.{subtype}')}"
    logger.warning("%s", message, location=location, type="guide", subtype=subtype)


def report(env: BuildEnvironment, problems: Iterable[Problem]) -> None:
    """Log a warning for every problem in the catalogue, ordered by file and line.

    This happens in every build, not only when the page is read again: a problem that remains is
    still worth a line, and an incremental build reports the same problems as a clean one.
    """
    for problem in problems:
        path = Path(env.srcdir, problem.path) if problem.path else env.doc2path(problem.docname)
        say(env.config, problem.message, place(path, problem.line), problem.subtype)
