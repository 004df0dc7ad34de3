"""A file beside the documents is used as it was written, for what it was made from."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING

import pytest

from sphinx_speedups import kept_files

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_stored_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "new" / "file"
    assert kept_files.load(file, "a") is None
    kept_files.store(file, "a\ud800", b"content")
    assert kept_files.load(file, "a\ud800") == b"content"
    assert kept_files.load(file, "a") is None
    kept_files.store(file, "b", b"")
    assert kept_files.load(file, "b") == b""


@pytest.mark.parametrize("end", [0, 1, 32, 38])
def test_a_damaged_file_is_as_none(tmp_path: Path, end: int) -> None:
    file = tmp_path / "file"
    kept_files.store(file, "a", b"content")
    good = file.read_bytes()
    file.write_bytes(good[:end])
    assert kept_files.load(file, "a") is None
    file.write_bytes(good[:end] + bytes([good[end] ^ 1]) + good[end + 1 :])
    assert kept_files.load(file, "a") is None


def test_files_that_cannot_be_written_do_no_harm(tmp_path: Path) -> None:
    kept_files.store(tmp_path, "a", b"content")
    (tmp_path / "file").write_text("")
    kept_files.store(tmp_path / "file" / "below", "a", b"content")
    assert kept_files.load(tmp_path / "file" / "below", "a") is None
    kept_files.forget_oldest(tmp_path / "none", 0)


def test_the_oldest_are_forgotten_where_there_are_too_many(tmp_path: Path) -> None:
    for number in range(5):
        kept_files.store(tmp_path / str(number), "a", b"")
        os.utime(tmp_path / str(number), (9 - number, 9 - number))
    kept_files.forget_oldest(tmp_path, 5)
    assert len([*tmp_path.iterdir()]) == 5
    kept_files.forget_oldest(tmp_path, 4)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "1", "2"]


def test_warnings_are_caught_whatever_is_ignored() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        (said,) = kept_files.warned(lambda: warnings.warn("text", stacklevel=1))
    assert str(said.message) == "text"
