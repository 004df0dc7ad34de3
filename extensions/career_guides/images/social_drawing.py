"""Draw the card of a page for social networks: its title, its career and the logo.

The same input gives the same bytes: the font comes with the extension, fonts of the machine are not
used, and left-to-right text is laid out by FreeType alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageColor, ImageDraw, ImageFont, features

from .png import png
from .rasterize import FONT, rasterized

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


#: Increment this when this module draws a different card for the same page: files are named by it.
DRAWING = 2
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

# Scripts whose letters need no shaping but follow each other as typed: up to Armenian, extended
# Latin and Greek up to the symbols, Chinese, Japanese, Korean. Others have to be shaped.
_PLAIN = re.compile(
    r"[\0-\u058f\u1e00-\u2bff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]*"
)


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


@lru_cache(maxsize=64)
def load_font(path: Path, size: int, *, shaped: bool = False) -> ImageFont.FreeTypeFont:
    """Return the font at *size* pixels.

    :param shaped: whether to shape text; the result then depends on libraries of the machine
    """
    engine = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
    return ImageFont.truetype(path, size, layout_engine=engine)


@lru_cache(maxsize=10_000)
def _has(path: Path, letter: str) -> bool:
    """Return whether the font has *letter*; it draws all missing ones as the same box."""
    font = load_font(path, 20)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\U0010ffff"))


@lru_cache(maxsize=1_000)  # many pages share the site's name and a career's title
def showable(text: str, font: Path) -> str | None:
    """Return *text* without symbols that *font* lacks.

    :returns: ``None`` if the font lacks a letter or digit, or this machine cannot shape the script
    """
    shown = []
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        if kind[0] in "MCZ" or _has(font, letter):
            shown.append(letter)
        elif kind[0] in "LN":
            return None
    text = " ".join("".join(shown).split())
    return text if _PLAIN.fullmatch(text) or features.check("raqm") else None


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter of *text* belongs to a right-to-left script."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"


def draw(content: CardContent, logo: LogoImage | None, font: Path = FONT) -> bytes:
    """Return the card as a PNG file with a palette."""
    right_to_left = is_right_to_left(content.title)
    card = _ground(content._replace(title=""), logo, font, right_to_left=right_to_left).copy()
    size, lines = fit(content.title, font)
    for number, text in enumerate(lines):
        line = TITLE_TOP + size + number * round(size * LINE)
        _write(card, text, line, font, size, INK, right_to_left=right_to_left)
    return png(card)


@lru_cache(maxsize=4)  # the cards of a career's chapters are drawn one after the other
def _ground(
    content: CardContent, logo: LogoImage | None, font: Path, *, right_to_left: bool
) -> Image.Image:
    """Return a card without its title."""
    card = Image.new("P", (WIDTH, HEIGHT), PAPER)
    for text, line, size, shade in (
        (content.line, 256, 34, GREY),
        (content.site, HEIGHT - 52, 30, GREY),
        ("" if logo else content.name, 130, 44, INK),
    ):
        short = shortened(text, font, size)
        _write(card, short, line, font, size, shade, right_to_left=right_to_left)
    card.paste(SHADES, (0, 0, WIDTH, BAND))
    if logo:
        left = WIDTH - MARGIN - logo.size[0] if right_to_left else MARGIN
        card.paste(Image.frombytes("P", logo.size, logo.pixels), (left, 68))
    shades = [value * 255 // (SHADES - 1) for value in range(SHADES) for _ in "RGB"]
    card.putpalette(
        [*shades, *ImageColor.getrgb(content.colour)[:3], *(logo.colours if logo else ())]
    )
    return card


def _write(
    card: Image.Image, text: str, line: int, font: Path, size: int, shade: int,
    *, right_to_left: bool,
) -> None:  # fmt: skip
    """Write *text* on *card*, with its baseline at *line*."""
    used = load_font(font, size, shaped=not _PLAIN.fullmatch(text))
    left = WIDTH - MARGIN - used.getlength(text) if right_to_left else MARGIN
    pen = ImageDraw.Draw(card)
    pen.fontmode = "L"  # antialiased: the palette has the blends of two shades between them
    pen.text((left, line), text, font=used, fill=shade, anchor="ls")


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
    used = load_font(font, size, shaped=not _PLAIN.fullmatch(text))
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
