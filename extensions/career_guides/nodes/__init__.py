"""docutils nodes for what only HTML can show, with their HTML.

Each is a subclass of a docutils node, so that every other writer can treat it as that node.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect the handlers of this folder."""
    from . import card, fact, listing, pay_chart, picture

    for module in (picture, card, pay_chart, listing, fact):
        module.setup(app)
