"""A plugin for pytest: every application of Sphinx has the extensions named in PEERS_EXTENSIONS.

It is in a folder of its own, as the tests of others are a package ``tests``, too.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sphinx import application

if TYPE_CHECKING:
    from sphinx.config import Config

EXTENSIONS = os.environ.get("PEERS_EXTENSIONS", "").split()
application.builtin_extensions += tuple(EXTENSIONS)
if "career_guides" in EXTENSIONS:
    application.builtin_extensions += (__name__,)


def settings(app: application.Sphinx, config: Config) -> None:
    """Set what a project sets whose pages are its own and whose search is Sphinx's."""
    config.guides_trust, config.guides_search = "project", "sphinx"


def setup(app: application.Sphinx) -> dict[str, bool]:
    app.connect("config-inited", settings, priority=0)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
