"""PNG files with a palette."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image

from career_guides.images.png import blocks, png


@pytest.mark.parametrize("size", [(1, 1), (7, 104), (33, 45), (1200, 631)])
def test_the_picture_is_the_same(size: tuple[int, int]) -> None:
    rng = random.Random(0)
    picture = Image.frombytes("P", size, rng.randbytes(size[0] * size[1]))
    picture.putpalette(rng.randbytes(768))
    content = png(picture, blocks(picture))
    Image.open(BytesIO(content)).verify()  # checksums
    read = Image.open(BytesIO(content))
    assert (read.format, read.mode, read.size) == ("PNG", "P", size)
    assert read.convert("RGB").tobytes() == picture.convert("RGB").tobytes()
    assert content == png(picture, blocks(picture))


@pytest.mark.parametrize("top", [0, 44, 45, 46, 99])
def test_pictures_share_the_blocks_of_their_common_rows(top: int) -> None:
    before = Image.new("P", (20, 100), 3)
    before.putpalette(bytes(range(30)))
    kept = blocks(before)
    after = before.copy()
    after.paste(5, (4, top, 9, top + 1))
    found = blocks(after, kept, top, top + 1)
    assert png(after, found) == png(after, blocks(after))
    assert [number for number in range(3) if found[number] is not kept[number]] == [top // 45]
