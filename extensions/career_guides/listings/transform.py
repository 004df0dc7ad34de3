"""The post-transform that replaces listings with their nodes, once all pages have been read."""

from __future__ import annotations

from typing import Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from career_guides.domain import guides
from career_guides.nodes.listing import listing

from .links import Link
from .registry import LISTINGS
from .shown import Shown


class ResolveListings(SphinxPostTransform):
    """Replace the placeholders of listings with what they show."""

    # Before references are resolved (10) and Sphinx chooses among the candidates of images.
    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        domain = guides(self.env)
        shown, link = domain.build.of(Shown), Link(domain.build.app.builder, self.env.docname)
        for node in list(self.document.findall(listing)):
            kind, request = node["kind"], node["request"]
            found = shown.take(domain, node["docname"], kind, request)
            made = LISTINGS[kind].nodes(found, link, request) if found else []
            for part in made:  # for linkcheck, which reports where a broken link is
                part.source, part.line = node.source, node.line
            node.replace_self(made)
