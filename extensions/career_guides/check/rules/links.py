"""Links to guides, and pictures, that are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from career_guides.catalogue.assets import ImageError, find_image
from career_guides.catalogue.targets import TargetError, find_target
from career_guides.diagnostics.problem import Problem, shorten
from career_guides.listings.grid import no_career

from .body import is_elsewhere, local_pages

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
    by_name = (reference for reference in body.references if reference.by)
    for reference in (*by_name, *local_pages(body)):
        if message := _broken(reference, docname, catalogue, documents):
            yield Problem(docname, reference.line, "target", message)


def _broken(
    reference: Reference, docname: str, catalogue: Catalogue, documents: Collection[str]
) -> str:
    written, by = reference.target, reference.by
    if by == "guides":
        return no_career(written, catalogue.careers)
    what = f"'{by}' points at" if by else "a link leads to"
    folder = docname.rpartition("/")[0]
    try:
        target = find_target(written, folder, documents, catalogue.drafts)
    except TargetError as error:
        return f"{what} {shorten(error.target)}, {error}"
    if by == "guide" and target.url:
        return f"{what} an address, {shorten(target.url)}; write an ordinary link"
    if by == "next" and target.docname == docname:
        return f"{what} the page itself"
    return ""


def broken_pictures(docname: str, body: Body, srcdir: Path) -> Iterator[Problem]:
    """Yield a problem for each picture in the text whose file cannot be shown.

    :param srcdir: the source folder, resolved
    """
    folder = docname.rpartition("/")[0]
    for picture in body.pictures:
        elsewhere = is_elsewhere(picture.path) or picture.path.endswith(".*")
        if elsewhere and picture.directive != "figure-card":
            continue  # Sphinx reports these
        try:
            find_image(srcdir, picture.path, folder)
        except ImageError as error:
            what = f"'{picture.directive}': " if picture.directive else ""
            yield Problem(docname, picture.line, "image", f"{what}{error}")
