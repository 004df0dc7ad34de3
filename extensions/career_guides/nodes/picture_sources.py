"""Which smaller forms of a picture a page offers to browsers: widths, names, and when each is used.

Browsers take the first format that they know and, of its widths, the one that suits the screen.
https://html.spec.whatwg.org/multipage/images.html
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from career_guides.build import Build


#: Where the files are in the output; no alias can be there.
FOLDER = "_images/variants"
_BELOW = posixpath.basename(FOLDER)
#: Endings of the pictures that have variants. Drawings in SVG fit every width as they are.
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")

# Measured in Furo, in CSS pixels, at windows 320 to 1440 wide: a picture is 34 narrower than the
# window, up to these. Two cards stand side by side in windows of more than _ONE_CARD.
BESIDE = 34
FIGURE = 734
CARD = 356
_ONE_CARD = 563
#: Widths in pixels: a card on an ordinary screen; a figure there, a card or a telephone's figure
#: at double density; a figure at double density.
WIDTHS = (368, 736, 1472)
# A width so near to the next would be a file more for nothing.
_NEAR = 0.8


class Variants(NamedTuple):
    """A picture, and its smaller forms.

    :param key: names the files: digest of the picture and of all that makes them
    :param width: of the picture in pixels, as a camera was held; 0 if it cannot be read
    :param height: the same
    :param formats: ending -> widths in pixels, ascending; the first is the best
    """

    key: str
    width: int = 0
    height: int = 0
    formats: Mapping[str, list[int]] = {}

    def names(self) -> Iterator[str]:
        """Yield the names of all files, in :data:`FOLDER`."""
        for ending, widths in self.formats.items():
            yield from (file_name(self.key, width, ending) for width in widths)


class PictureVariants:
    """The variants of this build's pictures.

    :ivar by_path: path of a picture, from the source folder -> its variants; known once every
        page has been read
    """

    def __init__(self, build: Build) -> None:
        self.by_path: Mapping[str, Variants] = {}


def file_name(key: str, width: int, ending: str) -> str:
    """Return the name of a variant's file."""
    return f"{key}-{width}.{ending}"


def widths_of(width: int) -> list[int]:
    """Return the widths of the variants of a picture *width* pixels wide: none is wider."""
    largest = min(width, WIDTHS[-1])
    return [smaller for smaller in WIDTHS if smaller < largest * _NEAR] + [largest]


def sources(variants: Variants, folder: str, sizes: str, shown: int) -> str:
    """Return the ``<source>`` elements that stand before a picture's ``<img>``.

    :param folder: address of the folder that the picture itself is in
    :param sizes: how wide the picture is shown, as HTML says it
    :param shown: the same in CSS pixels, at most
    """
    made = ""
    for ending, widths in variants.formats.items():
        # As many as a screen of double density can use.
        used = [w for w, less in zip(widths, [0, *widths], strict=False) if less < 2 * shown]
        named = (
            (posixpath.join(folder, _BELOW, file_name(variants.key, w, ending)), w) for w in used
        )
        files = ", ".join(f"{address} {width}w" for address, width in named)
        made += f'<source type="image/{ending}" srcset="{files}" sizes="{sizes}" />'
    return made


def figure_sizes(width: int) -> tuple[str, int]:
    """Return how wide a figure is shown, for :func:`sources`.

    :param width: in CSS pixels, where there is the room
    """
    width = min(width, FIGURE)
    return f"(max-width: {width + BESIDE}px) calc(100vw - {BESIDE}px), {width}px", width


def card_sizes() -> tuple[str, int]:
    """Return the same for the thumbnail of a card."""
    return f"(max-width: {_ONE_CARD}px) calc(100vw - {BESIDE}px), {CARD}px", CARD
