"""Other people's projects: which page of them is edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import page_of, page_to_edit


@pytest.mark.parametrize("folder", ["", "user/"])
def test_sources_may_be_below_the_settings(tmp_path: Path, folder: str) -> None:
    source, out = tmp_path / "docs", tmp_path / "out"
    for name in ("index", "deep/index", "deep/page", "deep/left_out"):
        file = source / f"{folder}{name}.rst"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Title\n=====\n")
    for name in ("index", "deep/index", "deep/page"):
        page = out / f"{name}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.touch()
    edited = page_to_edit(source, out)
    assert edited == source / f"{folder}deep/page.rst"
    assert page_of(edited, source, out) == Path("deep/page.html")
    assert page_of(source / f"{folder}deep/left_out.rst", source, out) is None
