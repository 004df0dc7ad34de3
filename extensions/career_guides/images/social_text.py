"""Texts on the cards for social networks: which can be shown, and in which font."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import ImageFont, features

if TYPE_CHECKING:
    from pathlib import Path


# Scripts whose letters need no shaping but follow each other as typed: up to Armenian, extended
# Latin and Greek up to the symbols, Chinese, Japanese, Korean. Others have to be shaped.
_PLAIN = re.compile(
    r"[\0-\u058f\u1e00-\u2bff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]*"
)


@lru_cache(maxsize=64)
def load_font(path: Path, size: int, *, shaped: bool = False) -> ImageFont.FreeTypeFont:
    """Return the font at *size* pixels.

    :param shaped: whether to shape text; the result then depends on libraries of the machine
    """
    engine = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
    return ImageFont.truetype(path, size, layout_engine=engine)


def font_for(text: str, path: Path, size: int) -> ImageFont.FreeTypeFont:
    """Return the font at *size* pixels for *text*, which is shaped if its script needs that."""
    return load_font(path, size, shaped=not _PLAIN.fullmatch(text))


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
