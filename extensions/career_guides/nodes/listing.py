"""Stands for what a page shows of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class listing(nodes.Invisible, nodes.Element):  # noqa: N801
    """Stands for cards of other pages until the post-transform makes them.

    ``kind`` is one of :data:`.listings.LISTINGS`; ``request`` says which; ``docname`` is the page
    that asks, since in one large document all pages have the name of the first. Invisible, or
    docutils would hand it the label of a target before it.
    """


def setup(app: Sphinx) -> None:
    """Add the node. None is left when a page is written."""
    app.add_node(listing)
