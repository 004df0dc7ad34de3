"""Decide which pages are read and written again, so that incremental builds equal clean ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect the handlers of this folder."""
    from career_guides.events import Priority

    from . import (
        cleanup,
        collect,
        duplicate_names,
        inventory,
        numbering,
        outdated,
        relations,
        rewritten,
        software,
        unfinished,
    )

    for module in (inventory, relations, rewritten, unfinished):
        app.connect("builder-inited", module.on_builder_inited)
    app.connect("builder-inited", software.on_builder_inited, priority=Priority.STATIC_FILES)
    app.connect("env-get-outdated", outdated.on_env_get_outdated)
    app.connect("env-before-read-docs", outdated.on_env_before_read_docs)
    app.connect("doctree-read", collect.on_doctree_read, priority=Priority.AFTER_COLLECTORS)
    app.connect("env-updated", duplicate_names.on_env_updated, priority=Priority.READ_AGAIN)
    app.connect("env-get-updated", numbering.on_env_get_updated, priority=Priority.BEFORE_NUMBERING)
    app.connect("env-get-updated", rewritten.on_env_get_updated, priority=Priority.AFTER_NUMBERING)
    app.connect("build-finished", cleanup.on_build_finished, priority=Priority.CLEANUP)
    app.connect("build-finished", software.on_build_finished, priority=Priority.CLEANUP)
    app.connect("build-finished", unfinished.on_build_finished, priority=Priority.FINISHED)
