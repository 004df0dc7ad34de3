"""The chart of pay."""

from __future__ import annotations

from tests.sites import Site
from tests.sites.pay import card


def test_chart_has_a_text_alternative(pay_site: Site) -> None:
    pay_site.build()
    picture = card(pay_site, "nurse/index.html").select_one("svg.pay-chart")
    assert picture["role"] == "img"
    assert "Nurses: One in ten earns less than $68,940" in picture["aria-label"]
    assert "All occupations: One in ten earns less than $22,880" in picture["aria-label"]
    ends = [(bar["x"], bar["width"]) for bar in picture.select("rect.range")]
    top = 1.04 * 137470
    assert ends == [
        (f"{100 * low / top:.2f}%", f"{100 * (high - low) / top:.2f}%")
        for low, high in ((68940, 137470), (22880, 79040))
    ]
