"""Safe names, paths that stay inside, and files that must not be read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_to_myst.map.urls import hugo_path
from hugo_to_myst.safe_files import OutsideError, inside, safe_part, safe_path
from tests.hugo_to_myst.sites import PNG
from tests.hugo_to_myst.strategies import QUICK, text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.sites import Make


@pytest.mark.parametrize("name", ["nul", "a" * 300, "x:y?", "trail. ", "COM1.txt"])
def test_safe_part(name: str) -> None:
    made = safe_part(name)
    assert safe_part(made) == made
    assert len(made.encode()) < 230
    assert not set(made) & set(':?"<>|*\\')
    assert made.split(".")[0].lower() not in ("nul", "com1")


@QUICK
@given(name=text | st.sampled_from(["../../x", "/etc/passwd", "con.md", "a/../../b", "..", "x. "]))
def test_no_name_leaves_the_folder(tmp_path: Path, name: str) -> None:
    path = safe_path(hugo_path(name, lower=True))
    if path:
        assert inside(tmp_path, path).resolve().is_relative_to(tmp_path.resolve())
        assert safe_path(path) == path


def test_outside(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "link").symlink_to(tmp_path)
    for path in ("../x", "link/x", "a/../../x"):
        with pytest.raises(OutsideError):
            inside(tmp_path / "out", path)


def test_links_that_lead_nowhere_or_out_and_pipes_are_reported(make: Make, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "in.txt").write_text("secret")
    for folder in ("static", "content"):
        place = tmp_path / "site" / folder
        place.mkdir(parents=True)
        (place / "gone.png").symlink_to("nothing.png")
        (place / "loop.md").symlink_to("loop.md")
        (place / "l.png").symlink_to(tmp_path / "secret.txt")
        (place / "s.md").symlink_to("../../secret.txt")
        (place / "away").symlink_to(tmp_path / "elsewhere")
        os.mkfifo(place / "pipe.md")
        (place / "kept.txt").symlink_to("real.txt")
        (place / "real.txt").write_text(folder)
    text = "![a](/gone.png) ![b](/l.png) [c](/away/in.txt) [d](/kept.txt) ![e](/real.png)\n"
    done = make({"content/p.md": text, "static/real.png": PNG})
    assert not done.of("unreadable")
    found = {f.file for f in done.of("resource") if f.became.startswith("not read")}
    names = ("gone.png", "loop.md", "l.png", "s.md", "away", "pipe.md")
    assert found == {f"{folder}/{name}" for folder in ("static", "content") for name in names}
    assert "s" not in done.guides
    assert "loop" not in done.guides
    written = [p.read_bytes() for p in done.out.rglob("*") if p.is_file()]
    assert b"secret" not in written
    assert PNG in written
    assert "p" in done.guides
