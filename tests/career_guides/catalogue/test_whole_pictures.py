"""Pictures whose end is missing."""

from __future__ import annotations

import io
import random
import time
from pathlib import Path

import pytest
from PIL import Image

from career_guides.catalogue.whole_pictures import is_cut
from tests.sites import LOGO, Site, guide


def picture(kind: str, **options: object) -> bytes:
    noise = Image.frombytes("RGB", (90, 60), random.Random(0).randbytes(90 * 60 * 3))
    file = io.BytesIO()
    noise.save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "SVG"])
def test_pictures_of_each_kind(tmp_path: Path, kind: str) -> None:
    whole = LOGO.encode() if kind == "SVG" else picture(kind)
    file = tmp_path / f"a.{kind.lower()}"
    file.write_bytes(whole)
    assert not is_cut(file)
    file.write_bytes(whole + b"\0\0")  # as some programs do
    assert not is_cut(file)
    for size in (len(whole) // 2, len(whole) - 2):
        file.write_bytes(whole[:size])
        assert is_cut(file), size


def test_the_end_of_a_preview_is_not_the_end_of_the_picture(tmp_path: Path) -> None:
    preview = b"Exif\0\0" + picture("JPEG")[:20_000] + b"\xff\xd9"
    whole = picture("JPEG", exif=preview)
    file = tmp_path / "a.jpg"
    file.write_bytes(whole[:-200])
    assert is_cut(file)
    file.write_bytes(whole)
    assert not is_cut(file)


def test_a_file_is_read_once_unless_it_may_have_changed(tmp_path: Path, monkeypatch) -> None:
    """A change within a moment may leave its stamp as it was."""
    file = tmp_path / "a.png"
    file.write_bytes(picture("PNG"))
    asked = []
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: asked.append(path) or read(path))
    assert not is_cut(file)
    assert not is_cut(file)
    assert len(asked) == 2
    later = time.time() + 60
    monkeypatch.setattr(time, "time", lambda: later)
    assert not is_cut(file)
    assert not is_cut(file)
    assert len(asked) == 3
    file.write_bytes(picture("PNG")[:-20])
    assert is_cut(file)
    file.unlink()
    assert not is_cut(file)


def test_the_build_says_where_it_is_shown(site: Site) -> None:
    (site.docs / "cut.png").write_bytes(picture("PNG")[:900])
    site.write({
        "a.md": guide("A", "Text ![x](cut.png)", figure="{image: cut.png, alt: x}"),
        "plain.md": "# Plain\n\n```{image} cut.png\n:scale: 50\n```\n",
    })  # fmt: skip
    said = site.build()
    for place, name in (("a.md:3", "/cut.png"), ("a.md:6", "cut.png"), ("plain.md:3", "cut.png")):
        assert f"docs/{place}: WARNING: " in said
        assert f"'{name}' ends too early; save or copy the picture again [guide.image]" in said
