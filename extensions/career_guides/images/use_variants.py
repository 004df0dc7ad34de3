"""Show the pictures in the text with their variants."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from career_guides.domain import guides
from career_guides.nodes.picture import card_image
from career_guides.nodes.picture_sources import PictureVariants


class UseVariants(SphinxPostTransform):
    """Show the pictures in the text as those on cards, where they have variants.

    One that has a size or a place of its own is left to docutils, which knows how to do that.
    """

    # Before images are picked.
    default_priority = 9

    def run(self, **kwargs: Any) -> None:
        variants = guides(self.env).build.of(PictureVariants).by_path
        for node in list(self.document.findall(nodes.image)) if variants else ():
            own = {"width", "height", "scale", "align", "loading"} & node.attributes.keys()
            found = variants.get(node["uri"])
            if type(node) is nodes.image and not own and found and found.formats:
                size = (str(found.width), str(found.height))
                node.replace_self(card_image("", **node.attributes, size=size))
