"""How long it takes to read a guide."""

from __future__ import annotations

import pytest
from docutils import nodes

from career_guides.html.reading_time import minutes
from career_guides.nodes.card import card_box
from tests.sites import Site, guide


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", 1),
        ("word " * 100, 1),
        ("don't " * 238 * 3, 3),
        ("café " * 238 * 4, 4),
        ("語" * 238 * 5, 5),  # no blanks between words
        ("כתב " * 238 * 2, 2),
    ],
)
def test_minutes_of_a_text(text: str, wanted: int) -> None:
    document = nodes.container("", nodes.section("", nodes.paragraph("", text)))
    assert minutes(document) == wanted  # type: ignore[arg-type]


def test_what_readers_look_up_does_not_count() -> None:
    long = nodes.paragraph("", "word " * 2000)
    sources = nodes.container("", long.deepcopy(), classes=["guide-provenance"])
    card = card_box("", long.deepcopy())
    assert minutes(nodes.container("", sources, card)) == 1  # type: ignore[arg-type]


def test_reading_time_is_shown_on_request(site: Site) -> None:
    site.write({"index.md": guide("Home"), "nurse/index.md": guide("Nurse")})
    site.write({"nurse/a.md": guide("A", "word " * 238 * 6), "nurse/b.md": guide("B", "Short.")})
    site.build()
    assert "Reading time" not in site.soup("nurse/a.html").get_text()
    site.conf = "guides_reading_time = True"
    site.build()
    shown = {
        name: site.soup(f"nurse/{name}.html").select_one(".guide-place span:last-child").get_text()
        for name in "ab"
    }
    assert shown == {"a": "Reading time: 6 min", "b": "Reading time: 1 min"}
    assert not site.soup("nurse/index.html").select(".guide-place")
