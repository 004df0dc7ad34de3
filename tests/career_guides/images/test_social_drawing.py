"""The picture of a social card: title, script, logo."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, features

from career_guides.images import social_drawing as card_image
from career_guides.images.rasterize import FONT
from career_guides.images.social_drawing import CardContent, draw, draw_logo, fit
from career_guides.images.social_text import load_font, showable
from tests.sites import Site
from tests.sites.markup import metas

needs_shaping = pytest.mark.skipif(
    not features.check("raqm"), reason="no libraqm to shape Hebrew with"
)


def pixels(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def face(title: str, line: str = "") -> CardContent:
    return CardContent(title, line, "example.org", "Acme", "#aa2200")


def test_card_shows_logo_colour_title_and_career(nurse_site: Site) -> None:
    path = metas(nurse_site, "nurse/day.html")["og:image"].removeprefix("https://example.org/")
    card = pixels((nurse_site.out / path).read_bytes())
    assert card.getpixel((600, 10)) == (0xAA, 0x22, 0x00)
    colours = {colour for _, colour in card.crop((80, 68, 440, 178)).getcolors(100_000)}
    assert any(green > 150 and red < 60 for red, green, _ in colours)
    expected = draw(
        face("A day of a nurse", "Nurse"),
        draw_logo((nurse_site.docs / "logos/acme.svg").read_bytes(), is_svg=True, width=165),
    )
    assert card.tobytes() == pixels(expected).tobytes()


TITLES = (
    "Short", "word " * 59 + "end", "x" * 300, "漢" * 300, "A\u0301 \u200d",
    "Ü" * 30 + " " + "W" * 90,
)  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_titles_of_any_length_fit(title: str) -> None:
    size, lines = fit(title, FONT)
    font = load_font(FONT, size)
    assert all(font.getlength(line) <= card_image.WIDTH - 2 * card_image.MARGIN for line in lines)
    height = size + (len(lines) - 1) * size * card_image.LINE
    assert height <= card_image.TITLE_HEIGHT
    assert lines[-1].endswith("…") == (len("".join(lines)) < len(title.replace(" ", "")))
    card = pixels(draw(face(title), None))
    assert card.crop((0, 21, 60, 630)).getcolors() == [(60 * 609, (255, 255, 255))]
    assert card.crop((1130, 21, 1200, 630)).getcolors() == [(70 * 609, (255, 255, 255))]


@pytest.mark.parametrize("title", [*TITLES, "ÂĘ" * 9, pytest.param("ערב", marks=needs_shaping)])
@pytest.mark.parametrize("career", ["", "Ǻgjy"])
def test_rows_with_texts_are_in_the_file(monkeypatch, title: str, career: str) -> None:
    """A card has the rows of what it is drawn on, but for those that a text changes."""
    card = draw(face(title, career), None)
    complete = card_image.blocks
    monkeypatch.setattr(card_image, "blocks", lambda picture, *_: complete(picture))
    card_image._ground.cache_clear(), card_image._paper.cache_clear()
    assert draw(face(title, career), None) == card


def test_scripts_that_the_font_has_and_lacks() -> None:
    assert showable("Café — “Пекарь” ½", FONT) == "Café — “Пекарь” ½"
    assert showable("Chef 🍳 de cuisine", FONT) == "Chef de cuisine"
    assert showable("看護師", FONT) is None
    shaped = showable("מדריך לאחות", FONT)
    assert shaped == ("מדריך לאחות" if features.check("raqm") else None)


@needs_shaping
def test_right_to_left_title_is_aligned_right() -> None:
    card = pixels(draw(face("שלום"), None)).convert("L")
    ink = card.point(lambda value: 255 * (value < 128)).crop((0, 280, 1200, 540)).getbbox()
    assert ink[0] > 600
    assert 1100 < ink[2] <= 1125


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="{}">{}</svg>'
HUGE = SVG.format(9_000_000, "<path d='M0 0h1v1'/>")
OUT = SVG.format(1, "<image href='{}' width='1' height='1'/>")


@pytest.mark.parametrize("logo", ["", "no picture", "<svg", HUGE, OUT])
def test_a_hostile_logo_is_left_out(logo: str, tmp_path) -> None:
    Image.new("RGB", (9, 9), "red").save(tmp_path / "red.png")
    text = logo.format(tmp_path / "red.png") if logo is OUT else logo
    assert draw_logo(text.encode(), is_svg=True, width=300) is None
    assert draw_logo(text.encode(), is_svg=False, width=300) is None
