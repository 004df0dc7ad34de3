"""The import of a whole site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hugo_to_myst.convert_page import PageConverter
from tests.hugo_to_myst.sites import PAGES, snapshot

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


@pytest.mark.parametrize("force", [False, True])
def test_a_second_run_changes_nothing(force: bool, make: Make) -> None:
    first = make(PAGES)
    before = snapshot(first.out)
    again = make(PAGES, force=force)
    assert snapshot(again.out) == before
    assert not again.of("exists")
    assert again.report.counts["guides unchanged"] == 2
    assert again.report.findings == first.report.findings


def test_a_dry_run_writes_nothing(make: Make) -> None:
    done = make(PAGES, dry_run=True)
    assert not done.out.exists()
    assert done.report.counts["guides written"] == 2


def test_only_some_pages(make: Make) -> None:
    assert make(PAGES, only="b/*").guides == ["b/c"]


def test_a_page_that_fails_does_not_stop_others(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = PageConverter.convert

    def fails(self: Any, page: Any, *args: Any, **options: Any) -> Any:
        if page.docname == "a":
            raise ValueError("odd")
        return real(self, page, *args, **options)

    monkeypatch.setattr(PageConverter, "convert", fails)
    done = make(PAGES)
    (finding,) = done.of("unreadable")
    assert (finding.file, finding.became) == ("content/a.md", "copied to _unread/content/a.md.txt")
    assert "three" in (done.out / "_unread/content/a.md.txt").read_text()
    assert "four" in done.text("b/c")
