"""The order of a career: the ring or chain of ``next``, then weight, then title."""

from __future__ import annotations

from career_guides.catalogue.reading_order import Chapter, arrange

RING = ["overview", "day", "history", "advice"]


def chapters(**after: str | None) -> list[Chapter]:
    return [Chapter(name, target, None, name.title()) for name, target in after.items()]


def test_ring_starts_where_the_landing_page_points() -> None:
    ring = chapters(overview="day", day="history", history="advice", advice="overview")
    side = chapters(challenges="history")
    assert arrange([*side, *ring], "overview") == (*RING, "challenges")
    assert arrange([*side, *ring], "history")[:2] == ("history", "advice")


def test_chain_starts_with_the_guide_that_no_other_points_at() -> None:
    chain = chapters(advice=None, history="advice", day="history", overview="day")
    assert arrange([*chain, *chapters(challenges="history")], None) == (*RING, "challenges")


def test_ring_without_landing_page_starts_with_overview() -> None:
    assert arrange(chapters(zebra="overview", overview="ant", ant="zebra"), None) == (
        "overview", "ant", "zebra",
    )  # fmt: skip


def test_guides_outside_the_ring_come_by_weight_then_title() -> None:
    rest = [
        Chapter("c", None, None, "alpha"), Chapter("d", None, None, "Beta"),
        Chapter("b", None, 2, "Z"), Chapter("a", None, 10, "A"),
    ]  # fmt: skip
    assert arrange(rest, None) == ("b", "a", "c", "d")
    assert arrange([*rest, Chapter("overview", None, None, "Y")], None)[0] == "overview"
