"""Messages for translators."""

from __future__ import annotations

import re

from tests.sites import Site
from tests.sites.german import translate


def test_gettext_finds_the_texts_of_front_matter(liaison_site: Site) -> None:
    assert liaison_site.build("-n", "-W", builder="gettext") == ""
    pot = (liaison_site.out / "liaison.pot").read_text()
    for text in ("What it is", "A lead line", "A *caption*", "Alternative"):
        assert f'msgid "{text}"' in pot
    assert "docs/liaison/overview.md:3" in pot


def test_translators_get_every_text(german_site: Site) -> None:
    found = translate(german_site)
    assert found["guides"] == [
        "Healthcare", "Day", "Nightwork", "Overview",
        "Footer text", "Column", "Comparison", "Footer link",
    ]  # fmt: skip
    assert set(found["nurse"]) >= {
        "Nursing", "Nurses care for the sick", "Begin here", "What a *nurse* does", "Leading line",
        "All of it in short", "First picture", "First *caption* {guide}`nurse`", "Photographer",
        "Textbook", "Onwards", "Second picture", "Second *caption*", "Somebody (MIT)", "A heading",
        "Working day", "From eight to four",
    }  # fmt: skip
    pot = (german_site.path / "pot/nurse.pot").read_text("utf-8")
    assert '#: ../docs/nurse/overview.md:4\nmsgid "All of it in short"' in pot
    # Our own words are not for the translators of a site.
    assert not re.search("Sources|At a glance|Median pay", pot)
