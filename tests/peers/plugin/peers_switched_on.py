"""A plugin for pytest: every application of Sphinx has the extensions named in PEERS_EXTENSIONS.

It is in a folder of its own, as the tests of others are a package ``tests``, too.
"""

from __future__ import annotations

import os

from sphinx import application

application.builtin_extensions += tuple(os.environ.get("PEERS_EXTENSIONS", "").split())
