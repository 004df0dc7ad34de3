"""Names that are suggested for a misspelt one."""

from __future__ import annotations

import pytest

from career_guides.diagnostics.suggestions import suggest


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("liaison/histroy", "liaison/history"),
        ("liaison/startup-ideas", "liaison/startup"),
        ("liaison/social-media", "liaison/social"),
        ("spiritualcoaches/overview", "liaison/overview"),
        ("liaison/zzz", None),
        ("x" * 10_000, None),
    ],
)
def test_nearest_known_name_is_suggested(wrong: str, right: str | None) -> None:
    known = ["liaison/startup", "liaison/social", "liaison/history", "liaison/overview"]
    assert suggest(wrong, known) == (f"; did you mean '{right}'?" if right else "")
