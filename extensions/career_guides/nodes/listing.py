"""Stands for what a page shows of others."""

from __future__ import annotations

from docutils import nodes


class listing(nodes.Invisible, nodes.Element):  # noqa: N801
    """Stands for cards of other pages until the post-transform makes them.

    ``kind`` is one of :data:`.listings.LISTINGS`; ``request`` says which; ``docname`` is the page
    that asks, since in one large document all pages have the name of the first. Invisible, or
    docutils would hand it the label of a target before it.
    """
