"""When Python looks for garbage in circles while a site is built.

Documents are made of millions of small objects, of which few are ever garbage in a circle: by
default Python looks for that after every 700, and at those that it has seen after every 7,000.

Objects are set aside by ``gc.freeze()``, and taken back by ``gc.unfreeze()``, which takes back all
of them: where a host has set some aside before, such as a server that forks, none are.
"""

from __future__ import annotations

import atexit
import gc
import weakref
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from .patches import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from .patches import Build


# Few enough for the cache of the processor, and seen once: at 1,600 guides 1 s of looking, where
# 50,000 took 2.3 and 300,000 took 3.5. Seen again after 200 times as many: a document that has been
# written is a circle, and with 1,000 times as many the process grew by a quarter of a gigabyte.
_THRESHOLD = (5_000, 200, 1_000)

# Python 3.12 itself has 375 objects set aside; a host that does so has tens of thousands.
_OF_PYTHON = 1_000


def nobody_has_set_aside() -> bool:
    """Return whether no more objects are set aside than Python itself does."""
    return gc.get_freeze_count() < _OF_PYTHON


def set_aside() -> None:
    """Have Python count all that is there as old, without looking at it."""
    if nobody_has_set_aside():
        gc.freeze()
        gc.unfreeze()


@contextmanager
def paused() -> Iterator[None]:
    """Do not look for garbage in what is loaded, which lasts."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        set_aside()
        if was_enabled:
            gc.enable()


def on_config_inited(app: Sphinx) -> None:
    """Do not look for garbage while the environment of the last build and the theme are loaded."""
    sphinx: Any = app
    sphinx._init_env = paused()(sphinx._init_env)
    sphinx._init_builder = paused()(sphinx._init_builder)


@contextmanager
def adapted(build: Build) -> Iterator[None]:
    """Look for garbage seldom, in what has been loaded not at all; leave all as it was found."""
    app = build.app
    was_enabled, threshold = gc.isenabled(), gc.get_threshold()
    is_free = nobody_has_set_aside()

    def on_env_before_read_docs(*_arguments: Any) -> None:
        if is_free:
            gc.freeze()
        if was_enabled:
            gc.enable()

    listener = app.connect("env-before-read-docs", on_env_before_read_docs)
    gc.disable()
    gc.set_threshold(*_THRESHOLD)
    try:
        yield
    finally:
        app.disconnect(listener)
        if is_free:
            gc.unfreeze()
        set_aside()
        gc.set_threshold(*threshold)
        if was_enabled:
            gc.enable()
        else:
            gc.disable()
        leave_at_exit(app)


def leave_at_exit(app: Sphinx) -> None:
    """When the process ends, do not look through the documents of a site that is still there."""
    site = weakref.ref(app)

    def freeze() -> None:
        if site() is not None:
            gc.freeze()

    atexit.register(freeze)
    weakref.finalize(app, atexit.unregister, freeze).atexit = False


SPEEDUPS = (
    Step(
        "garbage_collection", adapted,
        "Python looks for garbage in circles after every 700 objects, of which a page has"
        " thousands, and through all documents when the process ends",
    ),
)  # fmt: skip
