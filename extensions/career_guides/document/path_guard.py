"""Keep out of the site what a page must not show: files from outside, and harmful links.

Sphinx copies whatever file a path leads to, and pages may come from strangers.
"""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from build_cache.files import is_file
from career_guides.catalogue.assets import LEADS_OUT, ImageError, find_image
from career_guides.catalogue.targets import is_local_path
from career_guides.catalogue.whole_pictures import CUT, is_cut
from career_guides.content.addresses import address_refusal
from career_guides.content.trust import TEXT, message, tex_refusal
from career_guides.diagnostics.log import warn
from career_guides.diagnostics.problem import shorten
from career_guides.domain import guides

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.application import Sphinx

    from career_guides.build import Build

Found = TypeVar("Found", bound=nodes.Element)


def source_folder(build: Build) -> Path:
    """Return the source folder, without symbolic links on the way to it."""
    return Path(os.path.realpath(build.app.srcdir))


def on_doctree_read(app: Sphinx, doctree: nodes.document) -> None:
    """Replace references to files that cannot be shown by their text.

    This happens before Sphinx collects files (500), so that it need not look for them.
    """
    srcdir = guides(app.env).build.of(source_folder)
    elements = list(doctree.findall(nodes.Element))  # one walk for all that is looked at here
    for node in of_kind(elements, nodes.image):
        if error := _why_not(app, node["uri"], srcdir):
            if error.subtype == "image":  # one on the author's computer is reported by its line
                warn(app.env, node, "image", str(error))
            node.replace_self(nodes.inline("", node.get("alt", "")))
    for link in of_kind(elements, addnodes.download_reference):
        if not _is_inside(app, link["reftarget"], srcdir):
            text = f"{shorten(link['reftarget'])} {_where(app, link['reftarget'])}"
            warn(app.env, link, "target", text)
            link.replace_self(link.children)
    if app.config.guides_trust == TEXT:
        guard_links(app, elements)
        guard_formulas(app, elements)


def of_kind(elements: Iterable[nodes.Element], kind: type[Found]) -> list[Found]:
    """Return those of *elements* that are of a class."""
    return [element for element in elements if isinstance(element, kind)]


def guard_links(app: Sphinx, elements: Sequence[nodes.Element]) -> None:
    """Take links away that would run something in a reader's browser."""
    for link in of_kind(elements, nodes.reference):
        if why := address_refusal(link.get("refuri", "")):
            warn(app.env, link, "trust", message("a link", "", why))
            link.replace_self(link.children)
    for target in of_kind(elements, nodes.target):
        if address_refusal(target.get("refuri", "")):
            del target["refuri"]
    for toctree in of_kind(elements, addnodes.toctree):
        for entry in list(toctree["entries"]):
            if why := address_refusal(entry[1]):
                warn(app.env, toctree, "trust", message("a link", "", why))
                toctree["entries"].remove(entry)


def guard_formulas(app: Sphinx, elements: Iterable[nodes.Element]) -> None:
    """Leave out formulas that could read files when a book is made of the site."""
    for node in elements:
        if not isinstance(node, (nodes.math, nodes.math_block)):
            continue
        if why := tex_refusal(node.astext()):
            warn(app.env, node, "trust", message("math", "", why))
            node.parent.remove(node)


class NoDownloads(SphinxPostTransform):
    """Leave pictures of other hosts out of formats that would have Sphinx fetch them."""

    # Before Sphinx's ImageDownloader (100).
    default_priority = 90

    def run(self, **options: Any) -> None:
        builder = guides(self.env).build.app.builder
        if self.config.guides_trust != TEXT or builder.supported_remote_images:
            return
        for node in list(self.document.findall(nodes.image)):
            if "://" in node["uri"]:
                text = (
                    f"{shorten(node['uri'])} is on another host; put a copy into the source folder"
                )
                warn(self.env, node, "trust", text)
                node.replace_self(nodes.inline("", node.get("alt", "")))


def _why_not(app: Sphinx, uri: str, srcdir: Path) -> ImageError | None:
    """Return why the image at *uri* cannot be shown; ``None`` if it can."""
    if "://" not in uri and is_local_path(unquote(uri)):
        return ImageError(uri, "local_path")
    if not _is_inside(app, uri, srcdir):
        return ImageError(f"{shorten(unquote(uri))} {_where(app, uri)}")
    is_elsewhere = "://" in uri or uri.startswith("data:") or uri.endswith(".*")
    return None if is_elsewhere else _why_no_picture(app, uri, srcdir)


def _why_no_picture(app: Sphinx, uri: str, srcdir: Path) -> ImageError | None:
    """Return why the file at *uri* cannot be shown; ``None`` if it can."""
    try:
        rel_path, path = app.env.relfn2path(unquote(uri), app.env.docname)
    except ValueError:  # a NUL, which no path has
        return ImageError(f"no image {shorten(unquote(uri))}")
    if is_file(path):
        return ImageError(CUT.format(shorten(unquote(uri)))) if is_cut(Path(path)) else None
    app.env.note_dependency(rel_path)  # so that the page is read again when the file is there
    try:
        folder, links = app.env.docname.rpartition("/")[0], app.config.guides_trust != TEXT
        find_image(srcdir, unquote(uri), folder, follows_links=links)
    except ImageError as error:
        return error
    return None


def _is_inside(app: Sphinx, reference: str, srcdir: Path) -> bool:
    if reference.startswith("data:"):
        return True
    if "\0" in reference:
        return False
    if "://" in reference:
        return reference.lower().startswith(("http://", "https://"))
    try:
        if app.config.guides_trust != TEXT:  # links are followed
            return _is_written_inside(app, reference)
        path = os.path.realpath(app.env.relfn2path(reference, app.env.docname)[1])
        return Path(path).is_relative_to(srcdir)
    except (OSError, ValueError, RuntimeError):  # not a valid file name
        return False


def _where(app: Sphinx, reference: str) -> str:
    """Return where a file is that is not inside the source folder."""
    if "\0" in reference:
        return "is not a valid file name"
    is_link = _is_written_inside(app, reference)
    return LEADS_OUT if is_link else "is outside the source folder"


def _is_written_inside(app: Sphinx, reference: str) -> bool:
    """Return whether a path leads nowhere else by itself; the links on its way may.

    Sphinx's own function resolves them.
    """
    if "://" in reference:
        return False
    is_absolute = reference.startswith(("/", os.sep))
    folder = "" if is_absolute else posixpath.dirname(app.env.docname)
    path = posixpath.normpath(posixpath.join(folder, reference.lstrip("/" + os.sep)))
    return path.split("/")[0] != ".."
