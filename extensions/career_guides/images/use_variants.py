"""The post-transform that gives pictures in text their variants."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from career_guides.domain import guides
from career_guides.nodes.picture import card_image, takes_variants
from career_guides.nodes.picture_sources import PictureVariants


class UseVariants(SphinxPostTransform):
    """Show pictures in text like those on cards if they have variants."""

    # Before Sphinx chooses among the candidates of images.
    default_priority = 9

    def run(self, **kwargs: Any) -> None:
        variants = guides(self.env).build.of(PictureVariants).by_path
        for node in list(self.document.findall(nodes.image)) if variants else ():
            found = variants.get(node["uri"])
            is_plain = takes_variants(node) and not isinstance(node, card_image)
            if is_plain and found and found.formats:
                size = (str(found.width), str(found.height))
                node.replace_self(card_image("", **node.attributes, size=size))
