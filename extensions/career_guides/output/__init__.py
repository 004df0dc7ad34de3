"""The output folder: names and addresses of its files, and the record of the last build."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect the handlers of this folder."""
    from career_guides.events import Priority

    from . import failures, names

    failures.make_folder(app)
    app.connect("config-inited", failures.on_config_inited)
    app.connect("env-updated", names.on_env_updated, priority=Priority.IMAGE_NAMES)
