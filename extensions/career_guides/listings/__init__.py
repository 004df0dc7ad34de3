"""Listings, which show other pages on a page: a module for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect the handlers of this folder."""
    from career_guides.directive_names import add_directive

    from . import (
        a_to_z,
        finder,
        grid,
        next_card,
        occupations,
        places,
        search_field,
        tables,
        taxonomy,
        transform,
    )

    for name, directive in {
        "next": next_card.NextDirective,
        "guides": grid.GuidesDirective,
        "a-z": a_to_z.AToZDirective,
        "industries": taxonomy.IndustriesDirective,
        "tags": taxonomy.TagsDirective,
        "search": search_field.SearchDirective,
        "career-finder": finder.CareerFinderDirective,
        "compare": tables.CompareDirective,
        "pay-by-state": places.PayByStateDirective,
        "occupations": occupations.OccupationsDirective,
    }.items():
        add_directive(app, name, directive)
    app.add_post_transform(transform.ResolveListings)
