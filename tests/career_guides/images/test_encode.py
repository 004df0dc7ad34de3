"""Smaller variants of one picture."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from PIL import Image

from career_guides.images import encode as variant_image
from career_guides.images.encode import draw
from tests.bench.ssim import ssim
from tests.sites.photos import content, noise_photo


def test_encoding_is_deterministic() -> None:
    original = content(noise_photo(mode="RGBA"))
    first, second = draw(original), draw(original)
    assert first.files
    assert first == second


def test_no_variant_is_larger_than_the_original_or_a_wider_one() -> None:
    flat = Image.new("1", (300, 200), 255)
    assert draw(content(flat, optimize=True)).files == {}
    for files in draw(content(noise_photo(1600, 900), "JPEG", quality=70)).files.values():
        sizes = [len(file) for file in files.values()]
        assert sizes == sorted(set(sizes))


def test_variants_are_upright_and_without_camera_data() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Acme Camera"  # lies on its side
    halves = noise_photo()
    halves.paste((255, 0, 0), (0, 0, 250, 300))
    drawn = draw(content(halves, "JPEG", quality=95, exif=exif))
    assert (drawn.width, drawn.height) == (300, 500)
    for files in drawn.files.values():
        with Image.open(io.BytesIO(files[300])) as image:
            assert image.size == (300, 500)
            assert not image.getexif()
            red, green, blue = image.convert("RGB").getpixel((150, 50))
            assert red > 200 > 60 > max(green, blue)
        assert b"Acme" not in files[300]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK"])
def test_every_colour_mode(mode: str) -> None:
    picture = noise_photo(mode=mode)
    if has_holes := mode in {"LA", "RGBA"}:
        picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    drawn = draw(content(picture, "JPEG" if mode == "CMYK" else "PNG"))
    assert drawn.width == 500
    for files in drawn.files.values():
        with Image.open(io.BytesIO([*files.values()][-1])) as image:
            assert image.size == (500, 300)
            assert image.has_transparency_data == has_holes


@pytest.mark.parametrize("orientation", [0, 9])
def test_an_orientation_that_does_not_exist_turns_nothing(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    drawn = draw(content(noise_photo(), "JPEG", quality=95, exif=exif))
    assert (drawn.width, drawn.height) == (500, 300)
    assert [*drawn.files["webp"]] == [368, 500]


def test_large_photos_are_halved_while_they_are_read() -> None:
    large = content(noise_photo(6400, 3600).rotate(90, expand=True), "JPEG")
    drawn = draw(large)
    assert (drawn.width, drawn.height) == (3600, 6400)
    for files in drawn.files.values():
        assert [*files] == [368, 736, 1472]
        with Image.open(io.BytesIO(files[368])) as image:
            assert image.size == (368, round(368 * 6400 / 3600))


def test_a_narrow_variant_looks_like_the_picture() -> None:
    photo = noise_photo(2400, 1350)
    for files in draw(content(photo, "JPEG", quality=95)).files.values():
        for width, file in files.items():
            with Image.open(io.BytesIO(file)) as image:
                assert ssim(photo.resize(image.size, Image.Resampling.LANCZOS), image) > 0.97, width


def test_the_second_picture_of_a_phone_is_no_animation() -> None:
    second = noise_photo(seed=2)
    plain = draw(content(noise_photo(), "JPEG", quality=95))
    double = draw(content(noise_photo(), "MPO", quality=95, save_all=True, append_images=[second]))
    assert plain.files["webp"]
    assert double.files == plain.files


@pytest.mark.parametrize(("width", "copies"), [(1000, 1), (2000, 0)])
def test_a_picture_is_copied_only_for_a_variant_of_its_own_width(
    monkeypatch: pytest.MonkeyPatch, width: int, copies: int
) -> None:
    photo = content(noise_photo(width), "JPEG")
    copied = []
    copy = Image.Image.copy
    monkeypatch.setattr(Image.Image, "copy", lambda self: copied.append(self) or copy(self))
    assert draw(photo).files
    assert len(copied) == copies


def test_the_plugins_of_other_formats_are_not_imported() -> None:
    code = (
        "import sys, career_guides.images.encode as e, tests.sites.photos as p\n"
        "assert e.draw(p.content(p.noise_photo())).files\n"
        "sys.exit('PIL.XpmImagePlugin' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.skipif(not variant_image.has_format("avif"), reason="a Pillow without AVIF")
def test_aom_accepts_all_of_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    assert variant_image.has_aom()
    monkeypatch.setitem(variant_image._AOM, "advanced", {"use-intra-dct": "1"})
    variant_image.has_aom.cache_clear()
    assert not variant_image.has_aom()
    variant_image.has_aom.cache_clear()


def test_another_encoder_of_avif_than_aom(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = draw(content(noise_photo()))
    monkeypatch.setattr(variant_image, "_AOM", {"codec": "svt"})
    variant_image.has_aom.cache_clear()
    other = draw(content(noise_photo()))
    variant_image.has_aom.cache_clear()
    assert [*other.files] == [*plain.files]


def test_animations_have_no_variants() -> None:
    frames = [noise_photo(seed=seed) for seed in (1, 2)]
    moving = content(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100)
    assert draw(moving).files == {}
    assert draw(b"GIF89a").files == {}


def test_without_avif_only_webp_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variant_image.features, "check", lambda name: name != "avif")
    assert [*draw(content(noise_photo())).files] == ["webp"]
