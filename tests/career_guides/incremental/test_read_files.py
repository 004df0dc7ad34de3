"""Files that differ from those that a page was read from, whatever their times say."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest
from PIL import Image

from tests.sites import LOGO, Site, guide, snapshot

LONG_AGO = 1_500_000_000_000_000_000
#: With ``AHEAD`` in the environment, Python's clock is an hour ahead.
CLOCK = """
import os, time
import build_cache.stamps
build_cache.stamps.MOMENT = 0
if os.environ.get("AHEAD"):
    now, now_ns = time.time, time.time_ns
    time.time, time.time_ns = lambda: now() + 3600, lambda: now_ns() + 3600 * 10**9
"""


def png(size: tuple[int, int], colour: int = 9) -> bytes:
    file = io.BytesIO()
    Image.new("L", size, colour).save(file, "PNG")
    return file.getvalue()


def replace(file: Path, data: bytes, when: int) -> None:
    """Put another file in the place of *file*, with a time of its own."""
    other = file.with_name("other.bak")
    other.write_bytes(data)
    os.utime(other, ns=(when, when))
    other.replace(file)


@pytest.fixture
def reading_site(site: Site) -> Site:
    """A site with a page of each kind that is read from several files, built."""
    site.conf = CLOCK
    site.write({
        "included.md": guide("Included", "```{include} part.txt\n```"),
        "literal.md": guide("Literal", "```{literalinclude} part.txt\n```"),
        "table.md": guide("Table", "```{csv-table}\n:file: table.csv\n```"),
        "scaled.md": guide("Scaled", "```{image} photo.png\n:scale: 50\n```"),
        "shown.md": guide("Shown", "![](drawn.svg)", figure="{image: photo.png, alt: x}"),
        "plain.md": "# Plain\n\n```{figure} photo.png\n:scale: 20\n\nx\n```\n\n![](drawn.svg)\n",
        "moved.md": guide("Moved", "Text."),
        "part.txt": "first", "table.csv": "a,b\n", "drawn.svg": LOGO,
    })  # fmt: skip
    (site.docs / "photo.png").write_bytes(png((100, 60)))
    site.build()
    return site


CHANGED = {
    "moved.md": guide("Older", "Another text.").encode(),
    "part.txt": b"earlier text", "table.csv": b"c,d,e\n",
    "photo.png": png((50, 60)), "drawn.svg": LOGO.replace("90", "1234").encode(),
}  # fmt: skip
#: As many bytes as before.
SAME_SIZE = {
    "moved.md": guide("Other", "Text.").encode(),
    "part.txt": b"other", "table.csv": b"c,d\n",
    "photo.png": png((100, 60), 8), "drawn.svg": LOGO.replace("90", "80").encode(),
    "logos/acme.svg": LOGO.replace("90", "70").encode(),
}  # fmt: skip


def test_files_come_with_older_times(reading_site: Site, clean) -> None:
    for name, data in CHANGED.items():
        replace(reading_site.docs / name, data, LONG_AGO)
    reading_site.build()
    assert snapshot(reading_site.out) == clean(reading_site)
    (reading_site.docs / "part.txt").unlink()
    reading_site.build()
    replace(reading_site.docs / "part.txt", b"back again", LONG_AGO)
    reading_site.build()
    assert snapshot(reading_site.out) == clean(reading_site)


@pytest.mark.parametrize("is_another_file", [True, False])
def test_files_have_the_same_time_and_size(
    reading_site: Site, clean, is_another_file: bool
) -> None:
    for name, data in SAME_SIZE.items():
        file = reading_site.docs / name
        before = file.stat()
        assert before.st_size == len(data), name
        if is_another_file:
            replace(file, data, before.st_mtime_ns)
        else:
            file.write_bytes(data)
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    reading_site.build()
    assert snapshot(reading_site.out) == clean(reading_site)


def test_another_copy_of_the_same_file_is_not_read(reading_site: Site) -> None:
    for file in [*reading_site.docs.rglob("*.*")]:
        replace(file, file.read_bytes(), file.stat().st_mtime_ns)
    reading_site.build()
    assert "0 added, 0 changed, 0 removed" in reading_site.log


def test_the_clock_was_an_hour_ahead(
    reading_site: Site, clean, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = time.time() + 3600
    for file in [*reading_site.docs.rglob("*.*")]:
        os.utime(file, (ahead, ahead))
    reading_site.write({"pilot/gone.md": guide("Gone", aliases="[/old]")})
    with monkeypatch.context() as patch:
        patch.setenv("AHEAD", "1")
        reading_site.build("-E")
    for file in [*reading_site.path.glob("out*/**/*.*")]:
        os.utime(file, (ahead, ahead))
    for name, data in CHANGED.items():
        (reading_site.docs / name).write_bytes(data)
    (reading_site.docs / "pilot/gone.md").unlink()
    reading_site.build()
    assert snapshot(reading_site.out) == clean(reading_site)
