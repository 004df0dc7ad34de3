"""Log records are made where a handler takes them."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sphinx import events
from sphinx.util.logging import NAMESPACE

from .patches import Patch, Step, always

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .patches import Build


def shown(build: Build, original: Any) -> Any:
    """Describe what an event is about, often a whole page, where a record of it is made."""
    return lambda about: repr(about) if events.logger.isEnabledFor(logging.DEBUG) else ""


@contextmanager
def level(build: Build) -> Iterator[None]:
    """Make no record that no handler takes. Sphinx makes them all, and its handlers choose."""
    sphinx = logging.getLogger(NAMESPACE)
    before = sphinx.level
    lowest = min((handler.level for handler in sphinx.handlers), default=before)
    if not sphinx.propagate:
        sphinx.setLevel(max(before, lowest))
    try:
        yield
    finally:
        sphinx.setLevel(before)


SPEEDUPS = (
    # The module takes the function from Python's own names.
    Patch(
        "log_records.events", always(events), "repr", shown, lambda value: value is None,
        "a text of all that an event is about is made for every event of every page",
    ),
    Step(
        "log_records.level", level,
        "a record of every event of every page is made, which -vv would show",
    ),
)  # fmt: skip
