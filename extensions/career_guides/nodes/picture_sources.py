"""The variants of a picture that a page offers to browsers: widths, file names, and sizes.

Browsers take the first format that they support and, of its widths, the one that suits the screen:
https://html.spec.whatwg.org/multipage/images.html
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from career_guides.build import Build


#: Folder of the files in the output; aliases in it are rejected.
FOLDER = "_images/variants"
_BELOW = posixpath.basename(FOLDER)
#: Suffixes of the pictures that have variants. SVG drawings fit every width as they are.
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")

# Measured in Furo, in CSS pixels, in windows 320 to 1440 wide: a picture is 34 narrower than the
# window, up to these widths. In windows wider than _ONE_CARD, two cards are side by side.
BESIDE = 34
FIGURE = 734
CARD = 356
_ONE_CARD = 563
#: Widths in pixels: for a card on an ordinary screen; for a figure there, or a card or a phone's
#: figure at double density; for a figure at double density.
WIDTHS = (368, 736, 1472)
# A variant wider than this share of the next wider one would be an extra file for little benefit.
_NEAR = 0.8


class Variants(NamedTuple):
    """A picture and its variants.

    :param key: part of the file names: digest of the picture and of everything that encodes it
    :param width: width of the picture in pixels, in its proper orientation; 0 if it cannot be read
    :param height: height, likewise
    :param formats: format -> widths in pixels, ascending; the first format is the best
    """

    key: str
    width: int = 0
    height: int = 0
    formats: Mapping[str, list[int]] = {}

    def names(self) -> Iterator[str]:
        """Yield the names of all files, relative to :data:`FOLDER`."""
        for format_name, widths in self.formats.items():
            yield from (file_name(self.key, width, format_name) for width in widths)


class PictureVariants:
    """The variants of this build's pictures.

    :ivar by_path: path of a picture relative to the source folder -> its variants; known once all
        pages have been read
    """

    def __init__(self, build: Build) -> None:
        self.by_path: Mapping[str, Variants] = {}


def file_name(key: str, width: int, format_name: str) -> str:
    """Return the file name of a variant."""
    return f"{key}-{width}.{format_name}"


def widths_of(width: int) -> list[int]:
    """Return the widths of the variants of a picture *width* pixels wide; none is wider than it."""
    largest = min(width, WIDTHS[-1])
    return [smaller for smaller in WIDTHS if smaller < largest * _NEAR] + [largest]


def sources(variants: Variants, folder: str, sizes: str, shown: int) -> str:
    """Return the ``<source>`` elements that precede a picture's ``<img>``.

    :param folder: address of the folder that the picture itself is in
    :param sizes: the width at which the picture is shown, as in HTML's ``sizes``
    :param shown: its maximum, in CSS pixels
    """
    html = ""
    for format_name, widths in variants.formats.items():
        # Only those that a screen of double density can use.
        used = [w for w, less in zip(widths, [0, *widths], strict=False) if less < 2 * shown]
        named = (
            (posixpath.join(folder, _BELOW, file_name(variants.key, w, format_name)), w)
            for w in used
        )
        files = ", ".join(f"{address} {width}w" for address, width in named)
        html += f'<source type="image/{format_name}" srcset="{files}" sizes="{sizes}" />'
    return html


def figure_sizes(width: int) -> tuple[str, int]:
    """Return the width at which a figure is shown, as ``sizes`` and ``shown`` of :func:`sources`.

    :param width: in CSS pixels, if there is room
    """
    width = min(width, FIGURE)
    return f"(max-width: {width + BESIDE}px) calc(100vw - {BESIDE}px), {width}px", width


def card_sizes() -> tuple[str, int]:
    """Return the same as :func:`figure_sizes` for the thumbnail of a card."""
    return f"(max-width: {_ONE_CARD}px) calc(100vw - {BESIDE}px), {CARD}px", CARD
