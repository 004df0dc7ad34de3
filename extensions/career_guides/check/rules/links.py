"""Links to guides, and pictures, that are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.body.links import is_elsewhere, missing
from career_guides.catalogue.assets import ImageError, find_image
from career_guides.catalogue.careers import no_career
from career_guides.catalogue.targets import TargetError, find_target, why_no_heading
from career_guides.diagnostics.problem import Problem, shorten

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from career_guides.catalogue.model import Catalogue

    from .body import Body, Reference


def broken_links(
    docname: str, body: Body, catalogue: Catalogue, documents: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for each link in the text to a page that does not exist.

    The messages are those of the build.

    :param documents: docnames of all pages that are built
    """
    for reference in body.references:
        found: tuple[str, str] | None
        if reference.by:
            found = _broken(reference, docname, catalogue, documents)
        else:
            found = missing(reference.target, docname, documents, catalogue.pages, catalogue.drafts)
        if found and found[1]:
            yield Problem(docname, reference.line, *found)


def _broken(
    reference: Reference, docname: str, catalogue: Catalogue, documents: Collection[str]
) -> tuple[str, str]:
    """Return subtype and message for a role or directive that leads nowhere; else ``''`` twice."""
    written, by = reference.target, reference.by
    if by == "guides":
        return "target", no_career(written, catalogue.careers)
    what = f"'{by}' points at"
    folder = docname.rpartition("/")[0]
    try:
        target = find_target(written, folder, documents, catalogue.drafts)
    except TargetError as error:
        return "target", f"{what} {shorten(error.target)}, {error}"
    if by == "guide" and target.url:
        return "target", f"{what} an address, {shorten(target.url)}; write an ordinary link"
    if by == "next" and target.docname == docname:
        return "target", f"{what} the page itself"
    if reason := why_no_heading(target, catalogue.pages):
        return "anchor", f"{what} {shorten(written)}, but {reason}"
    return "", ""


def broken_pictures(
    docname: str, body: Body, srcdir: Path, *, follows_links: bool = False
) -> Iterator[Problem]:
    """Yield a problem for each picture in the text whose file cannot be shown.

    :param srcdir: the source folder, resolved
    :param follows_links: whether pictures may be reached by symbolic links out of it
    """
    folder = docname.rpartition("/")[0]
    for picture in body.pictures:
        elsewhere = is_elsewhere(picture.path) or picture.path.endswith(".*")
        if elsewhere and picture.directive != "figure-card":
            continue  # Sphinx reports these
        try:
            find_image(srcdir, picture.path, folder, follows_links=follows_links)
        except ImageError as error:
            what = f"'{picture.directive}': " if picture.directive else ""
            if picture.directive or error.subtype == "image":  # the others are found in their lines
                yield Problem(docname, picture.line, error.subtype, f"{what}{error}")
