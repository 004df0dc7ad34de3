"""The directive ``{anchor}``: an id of one page that links can name, as its author wrote it.

Labels, ``(name)=``, are those of the whole site and lose capitals, dots and leading digits. An
anchor keeps the addresses of headings that other sites link to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from career_guides.listings.base import warn_at

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


class anchor(nodes.Invisible, nodes.Element):  # noqa: N801 - named like the nodes of docutils
    """An anchor until it has its id; docutils would give another to a target without one."""


class Anchor(SphinxDirective):
    """An id for what follows."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = {}

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        if re.search(r"[\s<>\"'`]", name):  # HTML: an id has no blanks
            warn_at(self, "value", f"'anchor': '{name}' cannot be an id: write it without blanks")
            return []
        node = anchor(name=name)
        self.set_source_info(node)
        return [node]


class AnchorIds(SphinxTransform):
    """Give each anchor its id, and let links of MyST name it."""

    # After MyST has given its ids (700), before it looks for the targets of links (879).
    default_priority = 701

    def apply(self, **kwargs: Any) -> None:
        slugs: dict[str, Any] | None = None
        for node in list(self.document.findall(anchor)):
            name = node["name"]
            slugs = self._slugs() if slugs is None else slugs
            target = nodes.target()
            target.source, target.line = node.source, node.line
            if self.document.ids.setdefault(name, target) is target:
                target["ids"].append(name)
                node.replace_self(target)
            else:  # an element of the page has the id already
                node.parent.remove(node)
            slugs.setdefault(name, (node.line, name, name))

    def _slugs(self) -> dict[str, Any]:
        """Return the ids that links of MyST can name on this page, and on others to it."""
        known: dict[str, Any] = getattr(self.document, "myst_slugs", {})
        self.document.myst_slugs = known  # type: ignore[attr-defined]
        self.env.metadata[self.env.docname]["myst_slugs"] = known
        return known
