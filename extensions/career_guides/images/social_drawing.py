"""Draw the card of a page for social networks: its title, its career and the logo.

The same input gives the same bytes: the font comes with the extension, fonts of the machine are not
used, and left-to-right text is laid out by FreeType alone.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageColor, ImageDraw

from .png import Block, blocks, png
from .rasterize import FONT, rasterized
from .social_text import font_for, is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


#: Increment this when this module draws a different card for the same page: files are named by it.
DRAWING = 3
#: Size in pixels that Facebook, LinkedIn and X recommend.
WIDTH, HEIGHT = 1200, 630

MARGIN, BAND = 80, 20
LOGO_BOX = (360, 110)
#: The title is set in the first of these sizes in which it fits.
SIZES = (84, 76, 68, 60, 52, 46, 40)
TITLE_TOP, TITLE_HEIGHT = 286, 240
LINE = 1.18  # line height, relative to the font size

# The palette: shades from black to white, then the colour of the band, then those of the logo.
SHADES = 64
INK, GREY, PAPER = 7, 24, SHADES - 1


class CardContent(NamedTuple):
    """What a card shows.

    :param title: the page's title
    :param line: the line above it: the career
    :param site: the line below it: the site's host or name
    :param name: the project's name, shown if there is no logo
    :param colour: colour of the band, such as ``#1d5f63``
    """

    title: str
    line: str
    site: str
    name: str
    colour: str


class LogoImage(NamedTuple):
    """A logo in at most 190 colours; *pixels* are indexes into the card's whole palette."""

    size: tuple[int, int]
    pixels: bytes
    colours: tuple[int, ...]


class Text(NamedTuple):
    """A text: its baseline, its size, and its shade in the palette."""

    text: str
    line: int
    size: int
    shade: int


class Drawn(NamedTuple):
    """A card, or what several cards have in common."""

    picture: Image.Image
    blocks: list[Block]


def draw(content: CardContent, logo: LogoImage | None, font: Path = FONT) -> bytes:
    """Return the card as a PNG file with a palette."""
    right_to_left = is_right_to_left(content.title)
    ground = _ground(content._replace(title=""), logo, font, right_to_left=right_to_left)
    size, lines = fit(content.title, font)
    texts = [
        Text(text, TITLE_TOP + size + number * round(size * LINE), size, INK)
        for number, text in enumerate(lines)
    ]
    return png(*_with_texts(ground, texts, font, right_to_left=right_to_left))


@lru_cache(maxsize=4)  # the cards of a career's chapters are drawn one after the other
def _ground(
    content: CardContent, logo: LogoImage | None, font: Path, *, right_to_left: bool
) -> Drawn:
    """Return a card without its title."""
    paper = _paper(content._replace(line=""), logo, font, right_to_left=right_to_left)
    text = Text(shortened(content.line, font, 34), 256, 34, GREY)
    return _with_texts(paper, [text], font, right_to_left=right_to_left)


@lru_cache(maxsize=4)
def _paper(
    content: CardContent, logo: LogoImage | None, font: Path, *, right_to_left: bool
) -> Drawn:
    """Return what all cards of a site have."""
    card = Image.new("P", (WIDTH, HEIGHT), PAPER)
    card.paste(SHADES, (0, 0, WIDTH, BAND))
    if logo:
        left = WIDTH - MARGIN - logo.size[0] if right_to_left else MARGIN
        card.paste(Image.frombytes("P", logo.size, logo.pixels), (left, 68))
    shades = [value * 255 // (SHADES - 1) for value in range(SHADES) for _ in "RGB"]
    card.putpalette(
        [*shades, *ImageColor.getrgb(content.colour)[:3], *(logo.colours if logo else ())]
    )
    texts = [
        Text(shortened(content.site, font, 30), HEIGHT - 52, 30, GREY),
        Text("" if logo else shortened(content.name, font, 44), 130, 44, INK),
    ]
    return _with_texts(Drawn(card, blocks(card)), texts, font, right_to_left=right_to_left)


def _with_texts(before: Drawn, texts: Iterable[Text], font: Path, *, right_to_left: bool) -> Drawn:
    """Return a card with texts that it did not have before."""
    card = before.picture.copy()
    top, bottom = HEIGHT, 0
    for text in texts:
        first, last = _write(card, text, font, right_to_left=right_to_left)
        top, bottom = min(top, first), max(bottom, last)
    return Drawn(card, blocks(card, before.blocks, top, bottom))


def _write(card: Image.Image, text: Text, font: Path, *, right_to_left: bool) -> tuple[int, int]:
    """Write *text* on *card*; return the first of the rows that it changes, and the one after."""
    used = font_for(text.text, font, text.size)
    left = WIDTH - MARGIN - used.getlength(text.text) if right_to_left else MARGIN
    pen = ImageDraw.Draw(card)
    pen.fontmode = "L"  # antialiased: the palette has the blends of two shades between them
    pen.text((left, text.line), text.text, font=used, fill=text.shade, anchor="ls")
    _left, top, _right, bottom = used.getbbox(text.text, anchor="ls")
    return text.line + floor(top) - 1, text.line + ceil(bottom) + 1


def fit(title: str, font: Path) -> tuple[int, list[str]]:
    """Return the font size in which *title* fits, and its lines; they are cut if none fits."""
    for size in SIZES:
        lines = list(wrapped(title, font, size))
        room = int((TITLE_HEIGHT + size * (LINE - 1)) // (size * LINE))
        if len(lines) <= room:
            return size, lines
    lines[room - 1] = shortened(" ".join(lines[room - 1 : room + 1]) + "…", font, size)
    return size, lines[:room]


def wrapped(text: str, font: Path, size: int) -> Iterator[str]:
    """Yield the lines of *text*, broken between words, or inside a word wider than a line."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if _is_narrow(longer, font, size):
            line = longer
            continue
        if line:
            yield line
        line = word
        while not _is_narrow(line, font, size):
            head = _head(line, font, size)
            yield head
            line = line[len(head) :]
    if line:
        yield line


def shortened(text: str, font: Path, size: int) -> str:
    """Return *text*, or as much of it as fits on a line, with an ellipsis."""
    if _is_narrow(text, font, size):
        return text
    return _head(text, font, size, "…").rstrip() + "…"


def _head(text: str, font: Path, size: int, end: str = "") -> str:
    """Return the longest start of *text*, of at least one letter, that fits on a line."""
    number = min(len(text), 400)
    while number > 1 and not _is_narrow(text[:number] + end, font, size):
        number -= max(1, number // 20)
    return text[:number]


def _is_narrow(text: str, font: Path, size: int) -> bool:
    used = font_for(text, font, size)
    return used.getlength(text) <= WIDTH - 2 * MARGIN


def draw_logo(content: bytes, *, is_svg: bool, width: int) -> LogoImage | None:
    """Return a logo as it appears on a card; ``None`` if it cannot be drawn.

    :param content: content of its file
    :param width: width of the logo on the card, in pixels
    """
    picture = rasterized(content, ".svg" if is_svg else "", width)
    if picture is None:
        return None
    picture.thumbnail(LOGO_BOX)
    paper = Image.new("RGBA", picture.size, "white")
    few = Image.alpha_composite(paper, picture).convert("RGB").quantize(190)
    colours = tuple(few.getpalette() or ())
    pixels = few.point([min(255, value + SHADES + 1) for value in range(256)])
    return LogoImage(picture.size, pixels.tobytes(), colours)
