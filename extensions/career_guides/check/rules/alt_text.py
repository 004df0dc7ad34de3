"""Alternative text of pictures: missing, or without meaning."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from career_guides.content.frontmatter import line_of
from career_guides.diagnostics.problem import Problem, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from career_guides.catalogue.model import Catalogue

    from .body import Body


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
        elif picture.directive == "figure-card" and picture.is_broken:
            continue  # the option that is written wrongly has been reported
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
