"""The ids of headings, by Hugo's rules; the oracle compares them with Hugo itself."""

from __future__ import annotations

import pytest

from hugo_to_myst.read.heading_ids import sanitized


@pytest.mark.parametrize(("text", "kind", "expected"), [
    ("1. Check the rules.", "github", "1-check-the-rules"),
    ("Über uns İstanbul ΟΔΟΣ", "github", "über-uns-istanbul-οδοσ"),
    ("a\tb  c ²", "github", "ab--c-"),
    ("Über naïve ß", "github-ascii", "uber-naive-"),
    ("A (b)! -- c", "blackfriday", "a-b-c"),
])  # fmt: skip
def test_ids_of_texts(text: str, kind: str, expected: str) -> None:
    assert sanitized(text, kind) == expected
