"""Draw the cover of a book: the logo of the site, or its name, on white."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageColor, ImageDraw

from .rasterize import FONT, rasterized
from .social_drawing import LINE, MARGIN, fit
from .social_drawing import WIDTH as TEXT_WIDTH
from .social_text import load_font, showable

if TYPE_CHECKING:
    from pathlib import Path

#: Size in pixels. Shops ask for 1.6 times as high as wide.
WIDTH, HEIGHT = TEXT_WIDTH, 1920
_BAND = 60


def draw_cover(name: str, logo: Path | None, colour: str, font: Path = FONT) -> bytes:
    """Return the cover as a PNG file.

    :param name: the project's name, shown if the logo cannot be drawn
    :param logo: file of the logo, if the site has one
    :param colour: of the bands at the top and the bottom, such as ``#1d5f63``
    """
    cover = Image.new("RGB", (WIDTH, HEIGHT), "white")
    band = Image.new("RGB", (WIDTH, _BAND), ImageColor.getrgb(colour)[:3])
    cover.paste(band, (0, 0))
    cover.paste(band, (0, HEIGHT - _BAND))
    width = WIDTH - 2 * MARGIN
    drawn = rasterized(logo.read_bytes(), logo.suffix, width) if logo else None
    if drawn:
        drawn.thumbnail((width, HEIGHT // 2))
        place = ((WIDTH - drawn.width) // 2, (HEIGHT - drawn.height) * 2 // 5)
        cover.paste(drawn, place, drawn)
    elif text := showable(name, font):
        size, lines = fit(text, font)
        pen, used = ImageDraw.Draw(cover), load_font(font, size)
        for number, line in enumerate(lines):
            place = (WIDTH // 2, HEIGHT * 2 // 5 + number * round(size * LINE))
            pen.text(place, line, font=used, fill="black", anchor="ms")
    file = io.BytesIO()
    cover.save(file, "PNG", optimize=True)
    return file.getvalue()
