"""Make the smaller forms of one picture, by Pillow: from a file's bytes to files' bytes.

The same bytes each time, with the same versions of what makes them.
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


#: Ending -> how Pillow writes it, the best first. At speed 8 AVIF takes a third of the time of 6,
#: and 2 % more bytes; with one thread it does not depend on the machine.
_ENCODERS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 60, "speed": 8, "max_threads": 1},
    "webp": {"quality": 80, "method": 4},
}
#: Raised by hand when this module makes other files of the same picture: their names change then.
DRAWING = 1
#: Pixels of the largest picture that is read: about 200 MB of memory, and as much for a copy.
LARGEST = 50_000_000
# Others, such as 16 bits of grey, would lose what makes them special.
_MODES = {"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"}


class Drawn(NamedTuple):
    """What was made of a picture.

    :param width: of the picture, in pixels, as it is shown; 0 if it cannot be read
    :param height: the same
    :param files: ending -> width in pixels, ascending -> content
    """

    width: int = 0
    height: int = 0
    files: Mapping[str, Mapping[int, bytes]] = {}


def has_format(ending: str) -> bool:
    """Return whether this machine's Pillow writes the format: AVIF is left out of some."""
    return bool(features.check(ending))


@cache
def made_by() -> str:
    """Return a digest of all but the picture that a variant is made from: settings and programs."""
    parts = ("avif", "webp", "libjpeg_turbo", "littlecms2")
    programs = [PIL.__version__, *(features.version(part) for part in parts)]
    return digest([programs, DRAWING, _ENCODERS, picture_sources.WIDTHS])


def key_of(content: bytes, made_with: str) -> str:
    """Return what names the variants of a picture.

    :param content: of its file
    :param made_with: what :func:`made_by` returns
    """
    return digest_of_bytes(content, 8, made_with)


def draw(content: bytes) -> Drawn:
    """Return the variants of a picture that are smaller than its file.

    :param content: of a PNG, JPEG or WebP file; whatever else, and what moves or has more than
        :data:`LARGEST` pixels, has no variants
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is looked at below
            picture = opened(content)
            if picture is None:
                return Drawn()
            return Drawn(*picture.size, encoded(picture, len(content)))
    except Exception:  # noqa: BLE001 - a broken file makes Pillow raise whatever it likes
        return Drawn()


def opened(content: bytes) -> Image.Image | None:
    """Return a picture upright, in sRGB, without anything that its file says beside."""
    with Image.open(BytesIO(content), formats=["PNG", "JPEG", "WEBP"]) as original:
        # A telephone's photo may have a second one behind it ("MPO"), and does not move.
        is_animated = original.format != "MPO" and getattr(original, "is_animated", False)
        is_enormous = original.width * original.height > LARGEST
        if is_animated or is_enormous or original.mode not in _MODES:
            return None
        picture = in_srgb(ImageOps.exif_transpose(original))
    picture.info.clear()  # or it would be written into the variants
    return picture


def in_srgb(picture: Image.Image) -> Image.Image:
    """Return a picture as RGB, or RGBA where it has holes, in the colours of an ordinary screen."""
    profile = picture.info.get("icc_profile")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
    elif picture.mode not in {"L", "CMYK"} or not profile:  # those have profiles of their own kind
        picture = picture.convert("RGB")
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            mode = "RGBA" if picture.mode == "RGBA" else "RGB"
            standard = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(picture, own, standard, outputMode=mode) or picture
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that browsers will not understand either
    return picture if picture.mode == "RGBA" else picture.convert("RGB")


def encoded(picture: Image.Image, size: int) -> dict[str, dict[int, bytes]]:
    """Return the variants: ending -> width -> content. Each is smaller than every wider one.

    A format whose widest is no smaller than the picture's own file is left out: browsers would
    take it in place of that.

    :param size: bytes of the picture's file
    """
    made: dict[str, dict[int, bytes]] = {}
    widths = picture_sources.widths_of(picture.width)
    scaled = {width: _scaled(picture, width) for width in widths}
    for ending, options in _ENCODERS.items():
        found: dict[int, bytes] = {}
        least = size
        for width in reversed(widths) if has_format(ending) else ():
            stream = BytesIO()
            scaled[width].save(stream, ending.upper(), **options)
            content = stream.getvalue()
            if len(content) < least:
                found[width] = content
                least = len(content)
            elif width == widths[-1]:
                break
        if found:
            made[ending] = dict(sorted(found.items()))
    return made


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    if width == picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)
