"""Convert the colours of a picture to sRGB, which is what browsers take for granted."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from itertools import product

from PIL import Image, ImageChops, ImageCms


def in_srgb(picture: Image.Image) -> Image.Image:
    """Return a picture in sRGB: as RGB, or as RGBA if anything of it is transparent.

    It is the same object if nothing is to be converted: ``convert`` would copy all pixels.
    """
    profile = picture.info.get("icc_profile")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        if picture.getchannel("A").getextrema() == (255, 255):
            picture = picture.convert("RGB")
    # Profiles of grey pictures, and of those for printing, fit no other mode.
    elif picture.mode != "RGB" and (picture.mode not in {"L", "CMYK"} or not profile):
        picture = picture.convert("RGB")
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):  # a profile that browsers cannot use either
            picture = _converted(picture, profile)
    return picture if picture.mode in {"RGB", "RGBA"} else picture.convert("RGB")


def _converted(picture: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture whose colours have been converted from a profile to sRGB."""
    if picture.mode in {"RGB", "RGBA"} and _is_srgb(profile):
        return picture
    return _applied(_transform(profile, picture.mode), picture)


@lru_cache(maxsize=16)  # the pictures of a site come from a few cameras
def _is_srgb(profile: bytes) -> bool:
    """Return whether a profile changes no colour by more than 1 of 255.

    Most profiles are sRGB under one of its names, and a picture has a thousand times as many pixels
    as there are colours to try.
    """
    colours = _colours()
    changed = ImageChops.difference(_applied(_transform(profile, "RGB"), colours), colours)
    return max(changed.tobytes()) <= 1


def _applied(transform: ImageCms.ImageCmsTransform, picture: Image.Image) -> Image.Image:
    return ImageCms.applyTransform(picture, transform) or picture


def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    own = ImageCms.ImageCmsProfile(BytesIO(profile))
    standard = ImageCms.createProfile("sRGB")
    return ImageCms.buildTransform(own, standard, mode, "RGBA" if mode == "RGBA" else "RGB")


def _colours() -> Image.Image:
    """Return a picture with 17 shades of each of red, green and blue, in all combinations."""
    shades = [min(16 * shade, 255) for shade in range(17)]
    content = bytes(value for rgb in product(shades, repeat=3) for value in rgb)
    return Image.frombytes("RGB", (17 * 17, 17), content)
