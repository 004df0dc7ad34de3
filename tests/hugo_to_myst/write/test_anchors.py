"""The ids that MyST gives to headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hugo_to_myst.map.heading_ids import HeadingIds
from hugo_to_myst.map.site import Site
from hugo_to_myst.write.anchors import AnchorWriter

if TYPE_CHECKING:
    from hugo_to_myst.read.config import Config


@pytest.fixture(scope="module")
def ids(empty: Config) -> HeadingIds:
    return HeadingIds(Site(empty))


_PIECES = st.text(min_size=1, max_size=5) | st.sampled_from("*_`[]{}<>&\\~!() ")


@settings(deadline=None)  # the machine may be busy
@given(st.lists(_PIECES).map(lambda pieces: " ".join("".join(pieces).split()) or "T"))
def test_a_title_has_the_id_of_a_heading_that_shows_it(ids: HeadingIds, title: str) -> None:
    writer = AnchorWriter(ids, title)
    (first,) = writer.taken
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", title)
    assert writer.of_heading(f"{first}-1", escaped) == []
    assert writer.taken == {first, f"{first}-1"}
