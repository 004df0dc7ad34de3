"""Links in a manual page, which has no other pages that they could lead to."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform


class PlainLinks(SphinxPostTransform):
    """Leave the text of links to other pages; the writer would add an empty address, "<>"."""

    builders = ("man",)
    # After everything that resolves references.
    default_priority = 900

    def run(self, **kwargs: Any) -> None:
        for link in list(self.document.findall(nodes.reference)):
            if not link.get("refuri", "").strip("#") and "refid" not in link:
                link.replace_self(nodes.inline("", "", *link.children))
