"""What the reference pages have from the code."""

from __future__ import annotations

import pytest
from tools.reference import MARK, REFERENCE, fill

from tests.project.documentation import PAGES


@pytest.mark.parametrize("name", REFERENCE)
def test_reference_is_up_to_date(name: str) -> None:
    made = fill(PAGES[name], dict(REFERENCE[name]()))
    assert made == PAGES[name], "run: make reference"


def test_text_written_by_hand_is_kept() -> None:
    page = "# A\n\n## `x`\n\nBy hand.\n\n## `y`\n\nMore.\n"
    once = fill(page, {"x": "Made.", "y": "Made\n- too"})
    assert once == (
        f"# A\n\n## `x`\n\n{MARK}\nMade.\n\nBy hand.\n\n## `y`\n\n{MARK}\nMade\n- too\n\nMore.\n"
    )
    assert fill(once, {"x": "New.", "y": "Made\n- too"}) == once.replace("Made.", "New.")
    with pytest.raises(LookupError, match="no section `z`"):
        fill(page, {"z": "?"})
