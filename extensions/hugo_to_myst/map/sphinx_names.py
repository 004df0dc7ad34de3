"""Names of pages and labels as Sphinx and docutils have them."""

from __future__ import annotations

import re

#: Pages that Sphinx writes itself.
RESERVED = {"search", "genindex", "modindex", "py-modindex"}


def label(name: str) -> str:
    """Return the label of an id: docutils keeps only its letters, digits and hyphens.

    https://docutils.sourceforge.io/docs/ref/rst/directives.html#identifier-normalization
    """
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
