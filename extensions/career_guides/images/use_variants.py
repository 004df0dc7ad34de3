"""The post-transform that gives pictures in text their size and their variants."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from career_guides.domain import guides
from career_guides.nodes.picture import card_image, takes_variants
from career_guides.nodes.picture_sources import PictureVariants

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class UseVariants(SphinxPostTransform):
    """Show pictures in text like those on cards, with a size: nothing moves when they arrive."""

    # Before Sphinx chooses among the candidates of images.
    default_priority = 9
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        build = guides(self.env).build
        variants = build.of(PictureVariants).by_path
        is_guide = self.env.docname in build.catalogue.entries
        for node in list(self.document.findall(nodes.image)):
            if not takes_variants(node) or isinstance(node, card_image):
                continue
            found = variants.get(node["uri"])
            if found and found.formats:
                width, height = found.width, found.height
            else:  # the pages of other projects stay as they are
                width, height = _size(self.env, node["uri"]) if is_guide else (0, 0)
            if width > 0 and height > 0:
                size = (str(width), str(height))
                node.replace_self(card_image("", **node.attributes, size=size))


def _size(env: BuildEnvironment, uri: str) -> tuple[int, int]:
    """Return the size that a file has, in pixels; not positive if it has none."""
    import imagesize  # noqa: PLC0415 - it loads urllib, which an editor would wait for

    try:
        width, height = imagesize.get(str(Path(env.srcdir, uri)))
    except Exception:  # noqa: BLE001 - a broken file can make imagesize raise anything
        return 0, 0
    return round(width), round(height)
