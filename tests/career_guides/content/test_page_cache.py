"""Pages that have been read before."""

from __future__ import annotations

import os
from pathlib import Path

from build_cache import stamps
from career_guides.content.page_cache import PageCache
from tests.sites import guide


def test_a_file_that_changed_just_now_is_read_again(tmp_path: Path, monkeypatch) -> None:
    page, cache = tmp_path / "a.md", tmp_path / "cache.pickle"
    page.write_text(guide("One"))
    for title in ("One", "Two"):
        page.write_text(guide(title))
        found = PageCache(cache)
        assert found.read("a", page).values["title"] == title
        found.save()
    # Once it is older than a moment it is kept, until anything of its stamp changes.
    monkeypatch.setattr(stamps, "MOMENT", 0)
    for title, parsed in (("Two", 1), ("Two", 0), ("Six", 1), ("Six", 0)):
        if parsed:
            page.write_text(guide(title))
            os.utime(page, (1_000_000_000, 1_000_000_000))
        found = PageCache(cache)
        assert (found.read("a", page).values["title"], found.parsed) == (title, parsed)
        found.save()


def test_broken_cache_is_ignored(tmp_path: Path) -> None:
    page, cache = tmp_path / "a.md", tmp_path / "cache.pickle"
    page.write_text(guide("One"))
    cache.write_bytes(b"no pickle")
    found = PageCache(cache)
    assert found.read("a", page).values["title"] == "One"
    assert PageCache(cache, ["more"]).known == {}
