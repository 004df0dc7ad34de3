"""Which widths of a picture a page offers."""

from __future__ import annotations

import pytest

from career_guides.nodes.picture_sources import WIDTHS, Variants, figure_sizes, sources, widths_of


@pytest.mark.parametrize(
    ("width", "widths"),
    [(1, [1]), (368, [368]), (400, [400]), (500, [368, 500]), (800, [368, 800]),
     (1200, [368, 736, 1200]), (1472, [*WIDTHS]), (6000, [*WIDTHS])],
)  # fmt: skip
def test_widths_of_a_picture(width: int, widths: list[int]) -> None:
    assert widths_of(width) == widths


def test_sources_are_as_many_as_a_dense_screen_can_use() -> None:
    variants = Variants("k", 3000, 2000, {"avif": [*WIDTHS]})
    for width, number in ((100, 1), (184, 1), (185, 2), (368, 2), (369, 3), (3000, 3)):
        sizes, shown = figure_sizes(width)
        assert sources(variants, "_images", sizes, shown).count("w,") == number - 1
