"""Log records are made where a handler takes them."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sphinx import events

from .patches import Patch, Step, always

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .patches import Build


def shown(build: Build, original: Any) -> Any:
    """Describe what an event is about, often a whole page, where a record of it is made."""
    return lambda about: repr(about) if events.logger.isEnabledFor(logging.DEBUG) else ""


@contextmanager
def level(build: Build) -> Iterator[None]:
    """Make no record of an event that no handler takes. Sphinx makes them all, for ``-vv``.

    This is about the records of events alone, which are of the lowest level: whatever else is said
    reaches the handlers of other extensions, however quiet the build is.
    """
    records = events.logger.logger
    before = records.level
    if not takes_debug(records):
        records.setLevel(max(before, logging.INFO))
    try:
        yield
    finally:
        records.setLevel(before)


def takes_debug(logger: logging.Logger) -> bool:
    """Return whether a handler takes records of the lowest level."""
    return any(handler.level <= logging.DEBUG for handler in handlers_of(logger))


def handlers_of(logger: logging.Logger) -> Iterator[logging.Handler]:
    """Yield the handlers that get the records of *logger*: its own, and those above."""
    above: logging.Logger | None = logger
    while above is not None:
        yield from above.handlers
        above = above.parent if above.propagate else None


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
