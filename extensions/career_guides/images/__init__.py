"""Variants of pictures in other formats and widths, and cards for social networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect the handlers of this folder."""
    from . import social_cards, use_variants, variants

    app.connect("env-updated", variants.on_env_updated)
    app.add_post_transform(use_variants.UseVariants)
    app.connect("build-finished", social_cards.on_build_finished)
    # After the search index (650), before the build counts as finished (900).
    app.connect("build-finished", social_cards.wait_for_cards, priority=700)
