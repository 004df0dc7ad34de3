"""The list pages that Hugo generates itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hugo_to_myst.sites import PAGES

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_an_index_of_the_user_is_never_replaced(make: Make) -> None:
    done = make(PAGES)
    (done.out / "index.md").write_text("mine")
    assert make(PAGES, force=True).text("index") == "mine"


def test_values_that_guides_share_stay_in_the_cascade(make: Make) -> None:
    page = "---\ntitle: T\nsidebar: true\n---\nx"
    site = {"content/s/a.md": page, "content/s/b.md": page}
    first = make(site)
    assert first.front("s/index")["cascade"] == {"sidebar": True}
    assert "sidebar" not in first.front("s/a")
    again = make(site)
    assert not again.of("exists")
    assert again.report.findings == first.report.findings
