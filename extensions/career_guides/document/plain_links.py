"""Links where nobody can click them: in manual pages and in text."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from career_guides.domain import guides

# After everything that resolves references.
_LATE = 900


class PlainLinks(SphinxPostTransform):
    """Leave the text of links to other pages; the writer would add an empty address, "<>"."""

    builders = ("man",)
    default_priority = _LATE

    def run(self, **kwargs: Any) -> None:
        for link in list(self.document.findall(nodes.reference)):
            if not link.get("refuri", "").strip("#") and "refid" not in link:
                link.replace_self(nodes.inline("", "", *link.children))


class Addresses(SphinxPostTransform):
    """Print the addresses of other sites in the text of guides; the writer would drop them.

    A manual page has them.
    """

    builders = ("text",)
    default_priority = _LATE

    def run(self, **kwargs: Any) -> None:
        if self.env.docname not in guides(self.env).build.catalogue.entries:
            return
        for link in list(self.document.findall(nodes.reference)):
            address = link.get("refuri", "")
            if not link.get("internal") and ":" in address and link.astext() != address:
                link.append(nodes.Text(f" <{address}>"))
