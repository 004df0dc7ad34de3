"""A plugin for pytest: every application of Sphinx has the extensions named in PEERS_EXTENSIONS.

It is in a folder of its own, as the tests of others are a package ``tests``, too.
"""

from __future__ import annotations

import os

from sphinx import application

EXTENSIONS = os.environ.get("PEERS_EXTENSIONS", "").split()
application.builtin_extensions += tuple(EXTENSIONS)

if "career_guides" in EXTENSIONS:
    from career_guides import config

    # These are pages of the project, not of strangers: the default of guides_trust.
    config.TEXT = config.PROJECT
