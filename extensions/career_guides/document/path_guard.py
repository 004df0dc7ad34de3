"""Keep images and downloads from outside the source folder out of the site.

Sphinx copies whatever file a path leads to, and pages may come from strangers.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from career_guides.diagnostics.log import warn
from career_guides.diagnostics.problem import shorten

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Replace references to files outside by their text, before Sphinx collects files (500)."""
    srcdir = Path(os.path.realpath(app.srcdir))
    for node in list(doctree.findall(nodes.image)):
        if not _is_inside(app, node["uri"], srcdir):
            warn(app.env, node, "image", f"{shorten(node['uri'])} is outside the source folder")
            node.replace_self(nodes.inline("", node.get("alt", "")))
    for link in list(doctree.findall(addnodes.download_reference)):
        if not _is_inside(app, link["reftarget"], srcdir):
            message = f"{shorten(link['reftarget'])} is outside the source folder"
            warn(app.env, link, "target", message)
            link.replace_self(link.children)


def _is_inside(app: Sphinx, reference: str, srcdir: Path) -> bool:
    if "://" in reference or reference.startswith("data:"):
        return True
    try:
        path = os.path.realpath(app.env.relfn2path(reference, app.env.docname)[1])
        return Path(path).is_relative_to(srcdir)
    except (OSError, ValueError, RuntimeError):  # not a valid file name
        return False
