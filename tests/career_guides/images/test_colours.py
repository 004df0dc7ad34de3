"""The colours of variants."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from career_guides.images import colours
from career_guides.images.encode import draw
from tests.sites.photos import content, noise_photo


def test_colour_profile_is_applied() -> None:
    """A profile is applied, and then not needed. Here one whose red and blue are exchanged."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for old, new in ((b"rXYZ", b"????"), (b"bXYZ", b"rXYZ"), (b"????", b"bXYZ")):
        profile = profile.replace(old, new, 1)
    red = noise_photo()
    red.paste((255, 0, 0), (0, 0, 400, 300))
    for mode in ("RGB", "RGBA"):
        for files in draw(content(red.convert(mode), icc_profile=profile)).files.values():
            with Image.open(io.BytesIO(files[500])) as image:
                assert "icc_profile" not in image.info
                assert image.convert("RGB").getpixel((100, 100))[2] > 200


def test_what_is_opaque_has_no_transparency() -> None:
    for files in draw(content(noise_photo(mode="RGBA"))).files.values():
        with Image.open(io.BytesIO(files[500])) as image:
            assert not image.has_transparency_data


def test_a_profile_that_changes_nothing_is_not_applied(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    apply = ImageCms.applyTransform

    def applied(picture: Image.Image, *arguments: object) -> Image.Image:
        sizes.append(picture.size)
        return apply(picture, *arguments)

    monkeypatch.setattr(ImageCms, "applyTransform", applied)
    colours._is_srgb.cache_clear()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert draw(content(noise_photo(), icc_profile=profile)).files
    assert (500, 300) not in sizes
    assert len(sizes) == 1
