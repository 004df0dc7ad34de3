"""Who reviewed a guide, and when that runs out."""

from __future__ import annotations

import pytest
from babel.localedata import locale_identifiers

from career_guides.document.provenance import duration
from tests.sites import Site, guide, snapshot


def test_overdue_review_is_shown_from_its_day_on(pay_site: Site, clean) -> None:
    pay_site.write({"old.md": guide("Old", last_reviewed="2025-01-31", review_in="1 month")})
    pay_site.build("-D", "guides_today=2025-02-28")
    assert not pay_site.soup("old.html").select(".guide-overdue")
    said = pay_site.build("-D", "guides_today=2025-03-01")
    assert "docs/old.md:3: WARNING: the review of 2025-01-31 ran out after 1 month" in said
    notice = pay_site.soup("old.html").select_one("h1 + .guide-overdue.admonition")
    assert "last reviewed on 31 January 2025" in notice.get_text()
    # The day is an input like any other: the same day, the same site.
    assert snapshot(pay_site.out) == clean(pay_site, "-D", "guides_today=2025-03-01")
    assert "1 added" not in pay_site.log
    assert "reading sources... [100%] old" in pay_site.log


@pytest.mark.parametrize(("language", "words"), [
    ("de", "2 Monate"), ("he", "חודשיים"), ("ar", "شهران"), ("it", "2 mesi"), ("xx", "2 months"),
])  # fmt: skip
def test_duration_in_words(language: str, words: str) -> None:
    assert duration("2 months", language) == words


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_no_language_has_the_name_of_a_unit_for_words(unit: str) -> None:
    for language in locale_identifiers():
        for number in (1, 2, 5, 11):
            assert "duration-" not in duration(f"{number} {unit}s", language), language
