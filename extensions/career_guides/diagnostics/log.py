"""Log problems as Sphinx warnings, each on one line with its place in the author's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils.nodes import make_id
from docutils.utils import get_source_line
from sphinx.util import logging
from sphinx.util.logging import is_suppressed_warning

from .place import place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Node
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from .problem import Problem


logger = logging.getLogger(__name__)


def warn(env: BuildEnvironment, node: Node, subtype: str, message: str) -> None:
    """Log a warning about *node*, which is in the body of a page."""
    source, line = get_source_line(node)
    around = node.parent
    while not line and around is not None:  # such as a picture of a card
        line, around = around.line or 0, around.parent
    path = source or env.doc2path(env.docname)
    say(env.config, message, place(path, line), subtype)


def say(
    config: Config, message: str, location: str | None, subtype: str, *, is_note: bool = False
) -> None:
    """Log one message about a line of a file.

    :param is_note: whether it breaks nothing; a note is no warning, so ``-W`` does not stop at it
    """
    message = linked(config, message, subtype)
    if not is_note:
        logger.warning("%s", message, location=location, type="guide", subtype=subtype)
    elif not is_suppressed_warning("guide", subtype, config.suppress_warnings):
        logger.info("%s: NOTE: %s [guide.%s]", location, message, subtype)


def linked(config: Config, message: str, subtype: str) -> str:
    """Return *message* with a link to its explanation, if ``guides_messages_url`` is set."""
    if not config.guides_messages_url:
        return message
    # Sphinx's HTML gives a heading such as `guide.unknown_key` this ID.
    return f"{message} {config.guides_messages_url}#{make_id(f'guide.{subtype}')}"


def report(env: BuildEnvironment, problems: Iterable[Problem], *, notes: bool = False) -> None:
    """Log the problems of the catalogue, ordered by file and line.

    This happens in every build, not only when the page is read again: a problem that remains is
    still worth a line, and an incremental build reports the same problems as a clean one.

    :param notes: whether to log those that are notes, instead of the others
    """
    for problem in problems:
        if problem.is_note == notes:
            path = Path(env.srcdir, problem.path) if problem.path else env.doc2path(problem.docname)
            where = place(path, problem.line)
            say(env.config, problem.message, where, problem.subtype, is_note=notes)
