"""Small sites for tests: a builder, ready-made roots, and what tests look at in their output.

What nearly every test needs is here; a root of its own is a module, such as ``tests.sites.pay``.
"""

from __future__ import annotations

from .broken_pagefind import without_pagefind
from .builder import CONF, LOGO, ROOT, Site, differing, guide, snapshot
from .facts import FACTS

__all__ = [
    "CONF",
    "FACTS",
    "LOGO",
    "ROOT",
    "Site",
    "differing",
    "guide",
    "snapshot",
    "without_pagefind",
]
