"""When Python looks for garbage in circles while a site is built.

Documents are made of millions of small objects, of which few are ever garbage in a circle: by
default Python looks for that after every 700, and at those that it has seen after every 7,000.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


# Few enough for the cache of the processor, and seen once: at 1,600 guides 1 s of looking, where
# 50,000 took 2.3 and 300,000 took 3.5. Seen again after a thousand times as many: a document that
# has been written is a circle, and with twice as many the process grew by a quarter of a gigabyte.
_THRESHOLD = (5_000, 1_000, 100)
_plain_threshold = gc.get_threshold()


def on_config_inited(app: Sphinx, config: Config) -> None:
    """Do not look for any until pages are read: what is loaded first lasts as long as the build."""
    gc.unfreeze()  # of a build before, in the same process
    if config.guides_upstream:
        gc.disable()
        gc.set_threshold(*_THRESHOLD)


def on_env_before_read_docs(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Look for garbage from now on, but not in what has been loaded."""
    if app.config.guides_upstream:
        gc.freeze()
        gc.enable()


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Leave the process as it was found, and do not look through all documents for garbage then."""
    if app.config.guides_upstream:
        gc.freeze()
        gc.enable()
        gc.set_threshold(*_plain_threshold)


@contextmanager
def ignored() -> Iterator[None]:
    """Do not look for garbage in what makes millions of objects and no circle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
