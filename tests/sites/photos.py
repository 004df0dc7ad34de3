"""Photographs: what a camera writes into them, and what is hard to compress."""

from __future__ import annotations

import io
import random

from PIL import ExifTags, Image


def camera_photo(**tags: object) -> bytes:
    """Return a JPEG photo with what a camera writes."""
    exif = Image.Exif()
    for name, value in tags.items():
        exif[ExifTags.Base[name]] = value
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (52.0, 31.0, 0.0)})
    stream = io.BytesIO()
    picture = Image.new("RGB", (8, 6), "teal")
    picture.save(stream, "JPEG", exif=exif, comment=b"kept")
    return stream.getvalue()


def noise_photo(
    width: int = 500, height: int = 300, *, seed: int = 1, mode: str = "RGB"
) -> Image.Image:
    """Return a picture as hard to compress as a photograph."""
    noise = Image.frombytes("RGB", (60, 40), random.Random(seed).randbytes(60 * 40 * 3))
    return noise.resize((width, height)).convert(mode)


def content(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return a picture as the bytes of a file."""
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()
