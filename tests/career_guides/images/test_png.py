"""PNG files with a palette."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image

from career_guides.images.png import png


@pytest.mark.parametrize("size", [(1, 1), (7, 104), (33, 105), (1200, 631)])
def test_the_picture_is_the_same(size: tuple[int, int]) -> None:
    rng = random.Random(0)
    picture = Image.frombytes("P", size, rng.randbytes(size[0] * size[1]))
    picture.putpalette(rng.randbytes(768))
    content = png(picture)
    Image.open(BytesIO(content)).verify()  # checksums
    read = Image.open(BytesIO(content))
    assert (read.format, read.mode, read.size) == ("PNG", "P", size)
    assert read.convert("RGB").tobytes() == picture.convert("RGB").tobytes()
    assert content == png(picture)
