"""A guide that lost or moved words is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hugo_to_myst import convert_page
from hugo_to_myst.write.blocks import BlockWriter
from tests.hugo_to_myst.sites import PAGES

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


@pytest.mark.parametrize(("old", "new"), [
    ("three", "tree"), ("one two", "two one"), ("one", ""), ("two", "two extra"),
])  # fmt: skip
def test_a_lost_or_moved_word_is_found(
    old: str, new: str, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = BlockWriter.page
    monkeypatch.setattr(BlockWriter, "page", lambda *a: real(*a).replace(old, new))
    (finding,) = make(PAGES).of("words")
    assert finding.file == "content/a.md"


@pytest.mark.parametrize("lost", ["figure", "next"])
def test_lost_front_matter_is_found(lost: str, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (
        "<figure><img src='/p.png' alt='p'><figcaption>Said.</figcaption></figure>\n\nx\n\n"
        "<a href='/b/c'>next: see</a>"
    )
    assert not make({**PAGES, "content/a.md": page}).of("words")
    real = convert_page.write_front_matter
    monkeypatch.setattr(
        convert_page, "write_front_matter", lambda v: real({k: v[k] for k in v if k != lost})
    )
    assert make({**PAGES, "content/a.md": page}, force=True).of("words")
