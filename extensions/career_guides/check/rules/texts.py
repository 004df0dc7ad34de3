"""Rules for the text of a page: headings, descriptions, links, alternative texts."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from career_guides.catalogue.assets import ImageError, find_image
from career_guides.catalogue.targets import TargetError, find_target
from career_guides.content.frontmatter import line_of
from career_guides.diagnostics.problem import Problem, shorten
from career_guides.listings.grid import no_career

from .body import is_elsewhere, local_pages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from career_guides.catalogue.model import Catalogue

    from .body import Body, Heading, Reference


#: Length in characters of a description that fits search results and cards.
SHORTEST, LONGEST = 80, 155


def skipped_levels(docname: str, headings: list[Heading], *, has_title: bool) -> Iterator[Problem]:
    """Yield a problem for each heading that skips a level, as MyST does.

    :param has_title: whether the front matter has the first-level heading
    """
    above = 1 if has_title else 0
    for heading in headings:
        if heading.level > above + 1:
            message = (
                f"the heading {shorten(heading.text)} skips a level: write '{'#' * (above + 1)}'"
                f", not '{'#' * heading.level}'"
            )
            yield Problem(docname, heading.line, "heading", message)
        above = heading.level


def repeated_descriptions(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each guide whose description repeats that of an earlier guide."""
    first: dict[str, str] = {}
    for docname, entry in sorted(catalogue.entries.items()):
        text = (entry.guide.description or "").casefold()
        if text and first.setdefault(text, docname) != docname:
            message = f"'description' is that of '{first[text]}' as well; say what is in this guide"
            yield Problem(docname, _line(catalogue, docname), "description", message)


def poor_descriptions(docname: str, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem if a guide has no description, or one that is too short or too long."""
    text = catalogue.entries[docname].guide.description
    if not text:
        message = (
            f"no 'description': search results and cards show one, a sentence of {SHORTEST} to"
            f" {LONGEST} characters"
        )
    elif not SHORTEST <= len(text) <= LONGEST:
        message = (
            f"'description' has {len(text)} characters; {SHORTEST} to {LONGEST} fit search results"
        )
    else:
        return
    yield Problem(docname, _line(catalogue, docname), "description", message)


def _line(catalogue: Catalogue, docname: str) -> int:
    return line_of(catalogue.pages[docname].lines, ("description",))


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


def empty_alts(docname: str, body: Body, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each picture whose alternative text is missing or meaningless."""
    entry = catalogue.entries.get(docname)
    figure = entry.guide.figure if entry else None
    is_own = "figure" in catalogue.pages[docname].values
    if figure and figure.alt and is_own and says_nothing(figure.alt, figure.image):
        line = line_of(catalogue.pages[docname].lines, ("figure", "alt"))
        yield Problem(docname, line, "alt", _nothing("'figure.alt'", figure.alt))
    for picture in body.pictures:
        name = f"'{picture.directive}': ':alt:'" if picture.directive else "the alternative text"
        if picture.is_decorative:
            continue
        if picture.alt:
            if says_nothing(picture.alt, picture.path):
                yield Problem(docname, picture.line, "alt", _nothing(name, picture.alt))
        elif picture.directive == "figure-card":
            message = "'figure-card' needs ':alt:'; ':decorative:' if it says nothing"
            yield Problem(docname, picture.line, "alt", message)
        else:
            message = (
                f"the picture {shorten(picture.path)} has no text that says what it shows; if it"
                " only decorates, use 'figure-card' with ':decorative:'"
            )
            yield Problem(docname, picture.line, "alt", message)


def _nothing(name: str, alt: str) -> str:
    return f"{name} {shorten(alt)} says nothing; say what the picture shows"


_NOTHING = set(
    """
    alt alternative text artwork banner chart diagram drawing figure graph graphic icon
    illustration image img logo of photo photograph pic picture screenshot the a an untitled todo
    """.split()  # noqa: SIM905 - a list would take a line each
)


def says_nothing(alt: str, path: str) -> bool:
    """Return whether an alternative text is only words such as "image", or the file's name."""
    file = PurePosixPath(path.casefold())
    words = re.findall(r"[^\W_]+", alt.casefold())
    return alt.strip().casefold() in {file.name, file.stem, str(file)} or all(
        word in _NOTHING or word.isdigit() for word in words
    )
