"""The role ``guide``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.environment import BuildEnvironment

#: Name of the domain whose objects guides are.
DOMAIN = "guide"


class GuideRole(XRefRole):
    """``{guide}`liaison/history` ``: a link with the guide's title, or with one's own text."""

    innernodeclass = nodes.inline

    def process_link(
        self,
        env: BuildEnvironment,
        refnode: Element,
        has_explicit_title: bool,
        title: str,
        target: str,
    ) -> tuple[str, str]:
        # Without a prefix the role is no domain's: {guide} and {guide:guide} are the same.
        refnode["refdomain"], refnode["reftype"] = DOMAIN, "guide"
        refnode["refdoc"] = env.docname
        return title, target
