"""Say what is wrong: one line, with the place in the author's own file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils.utils import get_source_line
from sphinx.util import logging

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from docutils.nodes import Node
    from sphinx.environment import BuildEnvironment

    from .problems import Problem

logger = logging.getLogger(__name__)


def place(path: str | os.PathLike[str], line: int | None) -> str:
    """Return ``docs/liaison/overview.md:6``, relative where that is shorter to read."""
    file = Path(path)
    if file.is_relative_to(Path.cwd()):
        file = file.relative_to(Path.cwd())
    return f"{file}:{line or 1}"


def warn(env: BuildEnvironment, node: Node, subtype: str, message: str) -> None:
    """Warn about something at *node* in a page's body."""
    source, line = get_source_line(node)
    path = source or env.doc2path(env.docname)
    logger.warning(message, location=place(path, line), type="guide", subtype=subtype)


def report(env: BuildEnvironment, problems: Iterable[Problem]) -> None:
    """Warn about every problem of the catalogue, in the order of files and lines.

    In every build, not only when the page is read again: a problem that is still there is
    still worth a line, and an incremental build says what a clean one says.
    """
    for problem in problems:
        logger.warning(
            problem.message,
            location=place(
                Path(env.srcdir, problem.path) if problem.path else env.doc2path(problem.docname),
                problem.line,
            ),
            type="guide",
            subtype=problem.subtype,
        )
