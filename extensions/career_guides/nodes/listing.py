"""The placeholder node for listings, which show other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class listing(nodes.Invisible, nodes.Element):  # noqa: N801
    """A placeholder for a listing until a post-transform replaces it.

    ``kind`` is a key of :data:`career_guides.listings.registry.LISTINGS`; ``request`` says what to
    list; ``docname`` is the page with the listing, since in a single large document all pages have
    the name of the first. Invisible, or docutils would give it the label of a target before it.
    """


def setup(app: Sphinx) -> None:
    """Register the node, of which none is left when a page is written."""
    app.add_node(listing)
