"""The same output in less time, for any Sphinx project."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect everything."""
    from . import build

    app.add_config_value("speedups_enabled", True, "", bool)
    app.add_config_value("speedups_disabled", [], "", (list, tuple, set, frozenset))
    app.connect("config-inited", build.on_config_inited)
    app.connect("builder-inited", build.on_builder_inited)
    return {
        "version": version("career-guides"),
        "env_version": 1,  # environments of builds with and without this extension stay apart
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
