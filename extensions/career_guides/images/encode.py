"""Encode the variants of one picture with Pillow, from the bytes of its file.

The result is the same every time with the same versions of the libraries involved.
"""

from __future__ import annotations

import warnings
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import PIL
from PIL import Image, ImageCms, ImageOps, features

from build_cache.digests import digest, digest_of_bytes
from career_guides.nodes import picture_sources

if TYPE_CHECKING:
    from collections.abc import Mapping


#: Format -> options of Pillow, the best first. AVIF at speed 8 takes a third of the time of
#: speed 6 and 2 % more bytes; with one thread the result does not depend on the machine.
_ENCODERS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 60, "speed": 8, "max_threads": 1},
    "webp": {"quality": 80, "method": 4},
}
#: Increment this when a change of this module gives other files for the same picture: it changes
#: their names.
DRAWING = 1
#: Number of pixels of the largest picture that is read: about 200 MB of memory, twice with a copy.
LARGEST = 50_000_000
# Other modes, such as 16-bit grey, would lose information.
_MODES = {"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"}


class Drawn(NamedTuple):
    """The encoded variants of a picture.

    :param width: width of the picture as it is shown, in pixels; 0 if it cannot be read
    :param height: height, likewise
    :param files: format -> width in pixels, ascending -> content
    """

    width: int = 0
    height: int = 0
    files: Mapping[str, Mapping[int, bytes]] = {}


def has_format(format_name: str) -> bool:
    """Return whether the installed Pillow can write a format; some are built without AVIF."""
    return bool(features.check(format_name))


@cache
def made_by() -> str:
    """Return a digest of the settings and library versions that a variant depends on."""
    parts = ("avif", "webp", "libjpeg_turbo", "littlecms2")
    programs = [PIL.__version__, *(features.version(part) for part in parts)]
    return digest([programs, DRAWING, _ENCODERS, picture_sources.WIDTHS])


def key_of(content: bytes, made_with: str) -> str:
    """Return the key that names the variants of a picture.

    :param content: content of its file
    :param made_with: the return value of :func:`made_by`
    """
    return digest_of_bytes(content, 8, made_with)


def draw(content: bytes) -> Drawn:
    """Return the variants of a picture that are smaller than its file.

    :param content: of a PNG, JPEG or WebP file; there are no variants of other formats, of
        animations, or of pictures with more than :data:`LARGEST` pixels
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is checked below
            picture = opened(content)
            if picture is None:
                return Drawn()
            return Drawn(*picture.size, encoded(picture, len(content)))
    except Exception:  # noqa: BLE001 - a broken file can make Pillow raise anything
        return Drawn()


def opened(content: bytes) -> Image.Image | None:
    """Return a picture upright, in sRGB and without metadata; ``None`` if it has no variants."""
    with Image.open(BytesIO(content), formats=["PNG", "JPEG", "WEBP"]) as original:
        # A phone's photo may come with a second one ("MPO"), which does not make it an animation.
        is_animated = original.format != "MPO" and getattr(original, "is_animated", False)
        is_enormous = original.width * original.height > LARGEST
        if is_animated or is_enormous or original.mode not in _MODES:
            return None
        picture = in_srgb(ImageOps.exif_transpose(original))
    picture.info.clear()  # or the metadata would be written into the variants
    return picture


def in_srgb(picture: Image.Image) -> Image.Image:
    """Return a picture in sRGB: as RGB, or as RGBA if it has transparency."""
    profile = picture.info.get("icc_profile")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
    elif picture.mode not in {"L", "CMYK"} or not profile:  # profiles of these fit no other mode
        picture = picture.convert("RGB")
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            mode = "RGBA" if picture.mode == "RGBA" else "RGB"
            standard = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(picture, own, standard, outputMode=mode) or picture
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that browsers cannot use either
    return picture if picture.mode == "RGBA" else picture.convert("RGB")


def encoded(picture: Image.Image, size: int) -> dict[str, dict[int, bytes]]:
    """Return the variants: format -> width -> content. Each is smaller than every wider one.

    A format whose widest variant is no smaller than the picture's own file is left out, since
    browsers would use it instead of that file.

    :param size: size of the picture's file in bytes
    """
    formats: dict[str, dict[int, bytes]] = {}
    widths = picture_sources.widths_of(picture.width)
    scaled = {width: _scaled(picture, width) for width in widths}
    for format_name, options in _ENCODERS.items():
        found: dict[int, bytes] = {}
        least = size
        for width in reversed(widths) if has_format(format_name) else ():
            stream = BytesIO()
            scaled[width].save(stream, format_name.upper(), **options)
            content = stream.getvalue()
            if len(content) < least:
                found[width] = content
                least = len(content)
            elif width == widths[-1]:
                break
        if found:
            formats[format_name] = dict(sorted(found.items()))
    return formats


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    if width == picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)
