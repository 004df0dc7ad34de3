"""Encode the variants of one picture with Pillow, from the bytes of its file.

The result is the same every time with the same versions of the libraries involved.
"""

from __future__ import annotations

import warnings
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import PIL
from PIL import (
    AvifImagePlugin,
    ExifTags,
    Image,
    ImageOps,
    WebPImagePlugin,  # noqa: F401 - Pillow would import all of its plugins to find this one
    features,
)

from build_cache.digests import digest, digest_of_bytes
from career_guides.nodes import picture_sources

from .colours import in_srgb

if TYPE_CHECKING:
    from collections.abc import Mapping


#: Format -> options of Pillow, the best first. With one thread, the result does not depend on the
#: machine. What they cost, weigh and look like: ``python -m tests.bench.picture_quality``.
_ENCODERS: dict[str, dict[str, Any]] = {
    "avif": {"quality": 62, "speed": 8, "max_threads": 1},
    "webp": {"quality": 80, "method": 2},
}
#: The names of these formats, which are also the suffixes of their files.
FORMATS = tuple(_ENCODERS)
#: Options for photographs instead of these. Speed 9 takes a quarter of the time. Photographs of the
#: same similarity are a tenth larger; screenshots and drawings would be half as large again.
_OF_PHOTOS: dict[str, dict[str, Any]] = {"avif": {"speed": 9}}
#: Options of the encoder aom. With libavif's own default for the sharpness, 7, files of the same
#: similarity are up to 4 % larger.
_AOM = {"codec": "aom", "advanced": {"sharpness": "0"}}
#: Increment this when a change of this module gives other files for the same picture: it changes
#: their names.
DRAWING = 2
#: Number of pixels of the largest picture that is read: about 200 MB of memory, twice with a copy.
LARGEST = 50_000_000
#: The orientations in EXIF in which a picture lies on its side.
_LYING = range(5, 9)
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
def has_aom() -> bool:
    """Return whether the installed Pillow encodes AVIF with aom; libavif knows other encoders."""
    try:
        Image.new("RGB", (8, 8)).save(BytesIO(), "AVIF", **_AOM)
    except (OSError, ValueError):
        return False
    return True


def _encoders() -> dict[str, dict[str, Any]]:
    """Return the formats that the installed Pillow can write, with their options."""
    found = {name: {**options} for name, options in _ENCODERS.items() if has_format(name)}
    if "avif" in found and has_aom():
        found["avif"] |= _AOM
    return found


@cache
def made_by() -> str:
    """Return a digest of the settings and library versions that a variant depends on."""
    parts = ("avif", "webp", "libjpeg_turbo", "littlecms2")
    programs = [PIL.__version__, *(features.version(part) for part in parts)]
    if has_format("avif"):
        programs.append(AvifImagePlugin.get_codec_version("aom"))
    return digest([programs, DRAWING, _encoders(), _OF_PHOTOS, picture_sources.WIDTHS])


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
            with Image.open(BytesIO(content), formats=["PNG", "JPEG", "WEBP"]) as original:
                if not _is_drawable(original):
                    return Drawn()
                width, height = _upright(original)
                # A decoder of JPEG halves a large photo at little cost. What is twice as wide as
                # the widest variant is still scaled down properly.
                original.draft(None, _enough(original.size))
                is_photo = original.format in {"JPEG", "MPO"}
                picture = _in_colour(original)
                files = encoded(picture, width, len(content), is_photo=is_photo)
                return Drawn(width, height, files)
    except Exception:  # noqa: BLE001 - a broken file can make Pillow raise anything
        return Drawn()


def _is_drawable(original: Image.Image) -> bool:
    """Return whether a picture has variants."""
    # A phone's photo may come with a second one ("MPO"), which does not make it an animation.
    is_animated = original.format != "MPO" and getattr(original, "is_animated", False)
    is_enormous = original.width * original.height > LARGEST
    return not (is_animated or is_enormous) and original.mode in _MODES


def _upright(original: Image.Image) -> tuple[int, int]:
    """Return the size of a picture as it is shown."""
    lies = original.getexif().get(ExifTags.Base.Orientation) in _LYING
    return (original.height, original.width) if lies else original.size


def _enough(size: tuple[int, int]) -> tuple[int, int]:
    """Return twice the size of the widest variant, whichever side of the picture is up."""
    scale = 2 * picture_sources.WIDTHS[-1] / min(size)
    return round(size[0] * scale), round(size[1] * scale)


def _in_colour(original: Image.Image) -> Image.Image:
    """Return a picture upright, in sRGB and without metadata."""
    ImageOps.exif_transpose(original, in_place=True)
    picture = in_srgb(original)
    picture.info.clear()  # or the metadata would be written into the variants
    return picture


def encoded(
    picture: Image.Image, width: int, size: int, *, is_photo: bool
) -> dict[str, dict[int, bytes]]:
    """Return the variants: format -> width -> content. Each is smaller than every wider one.

    A format whose widest variant is no smaller than the picture's own file is left out, since
    browsers would use it instead of that file.

    :param width: width of the picture in its file, in pixels
    :param size: size of the picture's file in bytes
    :param is_photo: whether a camera has taken it
    """
    formats: dict[str, dict[int, bytes]] = {}
    widths = picture_sources.widths_of(width)[::-1]
    scaled = _scaled(picture, widths)
    for format_name, options in _encoders().items():
        used = options | (_OF_PHOTOS.get(format_name, {}) if is_photo else {})
        found: dict[int, bytes] = {}
        least = size
        for variant in widths:
            stream = BytesIO()
            scaled[variant].save(stream, format_name.upper(), **used)
            content = stream.getvalue()
            if len(content) < least:
                found[variant] = content
                least = len(content)
            elif variant == widths[0]:
                break
        if found:
            formats[format_name] = dict(sorted(found.items()))
    return formats


def _scaled(picture: Image.Image, widths: list[int]) -> dict[int, Image.Image]:
    """Return a picture in *widths*, which descend, each by its width."""
    scaled: dict[int, Image.Image] = {}
    source = picture
    for width in widths:
        height = max(1, round(picture.height * width / picture.width))
        # A copy if that is its size, or the encoders would ask its file for more frames.
        scaled[width] = source.resize((width, height), Image.Resampling.LANCZOS)
        # A picture of half the width is made from that one rather than from all the pixels.
        if width < picture.width and (source is picture or width * 2 <= source.width):
            source = scaled[width]
    return scaled
