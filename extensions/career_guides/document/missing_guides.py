"""The message on a link to a guide that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.catalogue.targets import TargetError, find_target
from career_guides.diagnostics.log import warn
from career_guides.diagnostics.problem import shorten
from career_guides.domain import DOMAIN, guides

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain


def on_warn_missing_reference(
    app: Sphinx, domain: Domain | None, node: pending_xref
) -> bool | None:
    """Report a broken ``{guide}`` in the same words as the catalogue reports a broken ``next``."""
    if domain is None or domain.name != DOMAIN:
        return None
    folder = str(node["refdoc"]).rpartition("/")[0]
    drafts = guides(app.env).build.catalogue.drafts
    try:
        target = find_target(node["reftarget"], folder, app.env.found_docs, drafts)
    except TargetError as error:
        message = f"{shorten(error.target)}, {error}"
    else:
        message = f"an address, {shorten(target.url)}; write an ordinary link"
    warn(app.env, node, "target", f"'guide' points at {message}")
    return True
