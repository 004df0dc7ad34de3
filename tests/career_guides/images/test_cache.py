"""The cache of variants, which builds into new folders use."""

from __future__ import annotations

import os
import shutil
import time
from functools import partial
from pathlib import Path

import pytest

from build_cache.digests import digest_of_bytes
from career_guides.images import cache
from career_guides.images.encode import Drawn
from tests.sites import Site, guide, snapshot
from tests.sites.photos import content, noise_photo
from tests.sites.pictures import made

PICTURE = b"the content of a picture"
DRAWN = Drawn(800, 600, {"avif": {368: b"small\n", 800: b"wide"}, "webp": {368: b""}})
MAKING = "making smaller variants"


def entries(site: Site) -> list[Path]:
    return sorted((site.path / "pictures").glob("*.variants"))


def entry_of(folder: Path, content: bytes) -> Path:
    return folder / cache.name_of(content)


def forget(site: Site) -> None:
    """Remove the output and the doctrees, as ``make clean`` does."""
    shutil.rmtree(site.out)
    shutil.rmtree(site.path / "doctrees", ignore_errors=True)


def test_an_entry_is_read_as_it_was_written(tmp_path: Path) -> None:
    folder = tmp_path / "new/folder"
    assert cache.read(folder, PICTURE) is None
    for drawn in (DRAWN, Drawn(300, 200)):
        cache.write(folder, PICTURE, drawn)
        assert cache.read(folder, PICTURE) == drawn
    assert cache.read(folder, PICTURE + b".") is None


def test_nothing_is_kept_of_a_picture_that_could_not_be_drawn(tmp_path: Path) -> None:
    cache.write(tmp_path, PICTURE, Drawn())
    assert not [*tmp_path.iterdir()]


def test_a_damaged_entry_is_not_used(tmp_path: Path) -> None:
    cache.write(tmp_path, PICTURE, DRAWN)
    file = entry_of(tmp_path, PICTURE)
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.read(tmp_path, PICTURE) is None, at
        file.write_bytes(whole[:at])
        assert cache.read(tmp_path, PICTURE) is None, at


def test_an_entry_under_the_name_of_another_is_not_used(tmp_path: Path) -> None:
    cache.write(tmp_path, PICTURE, DRAWN)
    entry_of(tmp_path, PICTURE).rename(entry_of(tmp_path, b"another"))
    assert cache.read(tmp_path, b"another") is None


@pytest.mark.parametrize(
    "head",
    [
        b'[8,6,[["../../x",368,4]]]',
        b'[8,6,[["html",368,4]]]',
        b'[8,6,[["avif","../368",4]]]',
        b'[8,6,[["avif",true,4]]]',
        b'[8,6,[["avif",368,9]]]',
        b"[8,6]",
        b"8",
        b"{}",
        b"[" * 100_000,
    ],
)
def test_what_another_has_put_into_the_cache_names_no_file(head: bytes, tmp_path: Path) -> None:
    file = entry_of(tmp_path, PICTURE)
    rest = head + b"\nwide"
    file.write_bytes(digest_of_bytes(rest, 20, file.name).encode() + b"\n" + rest)
    assert cache.read(tmp_path, PICTURE) is None


def test_entries_that_are_not_used_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = partial(cache.write, tmp_path, drawn=DRAWN)
    for number, days in enumerate((0, 80, 100)):
        write(b"%d" % number)
        when = time.time() - days * 86_400
        os.utime(entry_of(tmp_path, b"%d" % number), (when, when))
    left = tmp_path / f".{'0' * 16}.part"
    others = [tmp_path / name for name in ("photo.jpg", "notes.part", ".notes.part")]
    for file in (left, *others):
        file.touch()
        os.utime(file, (0, 0))
    assert cache.read(tmp_path, b"1") == DRAWN  # and is used now
    cache.clean(tmp_path)
    assert [cache.read(tmp_path, b"%d" % number) for number in range(3)] == [DRAWN, DRAWN, None]
    assert not left.exists()
    assert all(file.exists() for file in others)
    when = time.time() - 3600
    os.utime(entry_of(tmp_path, b"0"), (when, when))
    monkeypatch.setattr(cache, "LARGEST", entry_of(tmp_path, b"1").stat().st_size)
    cache.clean(tmp_path)
    assert [cache.read(tmp_path, b"%d" % number) for number in range(2)] == [None, DRAWN]
    cache.clean(tmp_path / "absent")


@pytest.mark.slow
def test_a_build_from_scratch_encodes_nothing(photo_site: Site) -> None:
    photo_site.build()
    assert MAKING in photo_site.log
    assert len(entries(photo_site)) == 2
    before = snapshot(photo_site.out)
    forget(photo_site)
    photo_site.build()
    assert MAKING not in photo_site.log
    assert snapshot(photo_site.out) == before


@pytest.mark.slow
def test_damaged_entries_do_not_reach_the_output(photo_site: Site) -> None:
    photo_site.build()
    before = snapshot(photo_site.out)
    for entry in entries(photo_site):
        data = entry.read_bytes()
        entry.write_bytes(data[:-9] + bytes(9))
    forget(photo_site)
    photo_site.build("-j2")
    assert f"{MAKING} of 2 pictures" in photo_site.log
    assert snapshot(photo_site.out) == before
    forget(photo_site)
    photo_site.build()
    assert MAKING not in photo_site.log  # they have been replaced


@pytest.mark.slow
def test_a_cache_that_cannot_be_written_is_done_without(photo_site: Site) -> None:
    (photo_site.path / "pictures").write_text("a file")
    photo_site.build()
    assert made(photo_site)


@pytest.mark.slow
def test_a_changed_picture_is_not_taken_from_the_cache(photo_site: Site, clean) -> None:
    photo_site.build()
    before = made(photo_site)
    (photo_site.docs / "images/photo.jpg").write_bytes(content(noise_photo(seed=3), "JPEG"))
    photo_site.build()
    assert f"{MAKING} of 1 pictures" in photo_site.log
    assert made(photo_site).keys() != before.keys()
    assert snapshot(photo_site.out) == clean(photo_site)


@pytest.mark.slow
def test_by_default_it_is_in_the_users_cache_folder(
    photo_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    photo_site.conf = 'guides_image_cache = ""'
    photo_site.build()
    assert len([*(tmp_path / "home/career-guides/pictures").glob("*.variants")]) == 2


@pytest.mark.slow
def test_a_cache_among_the_sources_is_no_source(photo_site: Site) -> None:
    photo_site.conf = 'guides_image_cache = "docs/.pictures"'
    photo_site.build()
    before = snapshot(photo_site.out)
    assert not [path for path in before if "pictures" in path]
    photo_site.build()
    assert "0 added, 0 changed, 0 removed" in photo_site.log
    assert snapshot(photo_site.out) == before


@pytest.mark.slow
def test_social_cards_are_drawn_once(site: Site) -> None:
    site.write({"nurse/index.md": guide("Nurse")})
    site.build()
    before = snapshot(site.out)
    cards = [path for path in before if path.startswith("_images/social/")]
    folder = site.path / "pictures"
    names = {f"{Path(card).stem}.card" for card in cards}
    assert cards
    assert names == {file.name for file in folder.glob("*.card")}
    forget(site)
    for name in names:
        cache.keep(folder, name, b"from the cache")
    site.build()
    assert {(site.out / card).read_bytes() for card in cards} == {b"from the cache"}
    for name in names:
        (folder / name).write_bytes((folder / name).read_bytes()[:-1])
    forget(site)
    site.build()
    assert snapshot(site.out) == before
