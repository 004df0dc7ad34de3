"""``career-guides check --fix``: which files it writes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from tests.sites import Site
from tests.sites.check import SENTENCE, check, described, git
from tests.sites.photos import camera_photo

MESS = """\
---
title: 404   # stays
description: "{sentence}"
sidebar: 'false'
weight: 10
weight: 10
tags: bread, butter
# The way on.
next: {{to: c, label: 7}}
sidebarlgo: x
figure:
  image: /images/photo.jpg
  alt: Teh oven, `teh`
---

Teh [teh](https://example.org/teh) `teh` end. So fo.
"""


def test_safe_fixes_are_written(docs: Site, capsys) -> None:
    sentence = SENTENCE.format("x")
    docs.write({"a/b.md": MESS.format(sentence=sentence), "a/c.md": described("C")})
    photo_file = docs.docs / "images" / "photo.jpg"
    photo_file.parent.mkdir()
    photo_file.write_bytes(camera_photo(Make="Acme", Orientation=6, Copyright="Ada, CC BY 4.0"))
    before = Image.open(io.BytesIO(photo_file.read_bytes()))

    code, lines, last = check(capsys, "--fix")
    assert code == 1
    assert (
        (docs.docs / "a/b.md").read_text()
        == f"""\
---
title: "404"   # stays
description: "{sentence}"
sidebar: false
weight: 10
tags: ["bread, butter"]
# The way on.
next: {{to: c, label: "7"}}
sidebarlgo: x
figure:
  image: /images/photo.jpg
  alt: The oven, `teh`
---

The [the](https://example.org/teh) `teh` end. So fo.
"""
    )
    assert [line for line in lines if "FIXED" not in line] == [
        "docs/a/b.md:9: WARNING: unknown front-matter key 'sidebarlgo'; did you mean 'sidebarlogo'?"
        " [guide.unknown_key]",
        "docs/a/b.md:15: WARNING: 'fo' looks misspelt; did you mean 'of' or 'for' or 'to' or 'do'"
        " or 'go'? [guide.spelling]",
    ]
    assert (
        "docs/images/photo.jpg:1: FIXED: removed from the photo: where it was taken and with which"
        " camera [guide.metadata]" in lines
    )
    assert last == "3 guides, 2 problems, 9 fixed"

    after = Image.open(photo_file)
    assert dict(after.getexif()) == {
        ExifTags.Base.Orientation: 6, ExifTags.Base.Copyright: "Ada, CC BY 4.0",
    }  # fmt: skip
    assert after.tobytes() == before.tobytes()
    assert after.info["comment"] == b"kept"

    snapshot = {file: file.stat().st_mtime_ns for file in docs.docs.rglob("*")}
    _code, lines, _last = check(capsys, "--fix")
    assert not [line for line in lines if "FIXED" in line]
    assert {file: file.stat().st_mtime_ns for file in docs.docs.rglob("*")} == snapshot


def test_line_endings_and_files_outside_the_sources_are_kept(
    docs: Site, capsys, tmp_path: Path
) -> None:
    text = "\ufeff---\r\ntitle: 404\r\n---\r\n\r\nTeh end.\r\n"
    (docs.docs / "w.md").write_bytes(text.encode())
    outside = tmp_path / "outside.md"
    outside.write_text("---\ntitle: 404\n---\n")
    (docs.docs / "out.md").symlink_to(outside)
    check(capsys, "--fix")
    fixed = text.replace("404", '"404"').replace("Teh", "The")
    assert (docs.docs / "w.md").read_bytes() == fixed.encode()
    assert "title: 404" in outside.read_text()


@pytest.mark.parametrize("size", [0, 3, 20, 200])
def test_damaged_photos_are_left_unchanged(docs: Site, capsys, size: int) -> None:
    docs.write({"a/b.md": described("B", "[x](/images/p.jpg)")})
    (docs.docs / "images").mkdir()
    damaged = camera_photo(Make="Acme")[:size]
    (docs.docs / "images/p.jpg").write_bytes(damaged)
    check(capsys, "--fix")
    assert (docs.docs / "images/p.jpg").read_bytes() == damaged


def test_only_files_that_differ_are_fixed(branch: Site, capsys) -> None:
    branch.write({"a/wide.md": described("W", "Teh end.")})
    git(branch.path, "commit", "-am", "on main")
    git(branch.path, "branch", "-f", "main")
    branch.write({"a/c.md": described("C", "Teh end.")})
    check(capsys, "--changed", "--fix")
    assert "The end." in (branch.docs / "a/c.md").read_text()
    assert "Teh end." in (branch.docs / "a/wide.md").read_text()
