"""A figure in a sentence."""

from __future__ import annotations

from tests.sites import Site


def test_figure_in_a_sentence_has_its_source(pay_site: Site) -> None:
    pay_site.build()
    figure = pay_site.soup("nurse/index.html").select_one("abbr.guide-fact")
    assert figure.get_text() == "$97,550 a year"
    assert figure["title"] == (
        "Nurses, United States: median pay. Bureau of Work, Survey of Work, May 2025"
    )
    assert figure["tabindex"] == "0"  # so that a tap or a key shows the source
