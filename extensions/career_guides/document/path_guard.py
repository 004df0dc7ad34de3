"""Keep images and downloads from outside the source folder out of the site.

Sphinx copies whatever file a path leads to, and pages may come from strangers.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes

from career_guides.catalogue.assets import ImageError, find_image
from career_guides.catalogue.targets import is_local_path
from career_guides.diagnostics.log import warn
from career_guides.diagnostics.problem import shorten

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Replace references to files that cannot be shown by their text.

    This happens before Sphinx collects files (500), so that it need not look for them.
    """
    srcdir = Path(os.path.realpath(app.srcdir))
    for node in list(doctree.findall(nodes.image)):
        if error := _why_not(app, node["uri"], srcdir):
            if error.subtype == "image":  # one on the author's computer is reported by its line
                warn(app.env, node, "image", str(error))
            node.replace_self(nodes.inline("", node.get("alt", "")))
    for link in list(doctree.findall(addnodes.download_reference)):
        if not _is_inside(app, link["reftarget"], srcdir):
            message = f"{shorten(link['reftarget'])} is outside the source folder"
            warn(app.env, link, "target", message)
            link.replace_self(link.children)


def _why_not(app: Sphinx, uri: str, srcdir: Path) -> ImageError | None:
    """Return why the image at *uri* cannot be shown; ``None`` if it can."""
    if "://" in uri or uri.startswith("data:") or uri.endswith(".*"):
        return None
    if is_local_path(unquote(uri)):
        return ImageError(uri, "local_path")
    if not _is_inside(app, uri, srcdir):
        return ImageError(f"{shorten(unquote(uri))} is outside the source folder")
    rel_path, path = app.env.relfn2path(unquote(uri), app.env.docname)
    if Path(path).is_file():
        return None
    app.env.note_dependency(rel_path)  # so that the page is read again when the file is there
    try:
        find_image(srcdir, unquote(uri), app.env.docname.rpartition("/")[0])
    except ImageError as error:
        return error
    return None


def _is_inside(app: Sphinx, reference: str, srcdir: Path) -> bool:
    if "://" in reference or reference.startswith("data:"):
        return True
    try:
        path = os.path.realpath(app.env.relfn2path(reference, app.env.docname)[1])
        return Path(path).is_relative_to(srcdir)
    except (OSError, ValueError, RuntimeError):  # not a valid file name
        return False
