"""A small line of pay over the years, as SVG that needs neither colour nor script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence


_WIDTH, _HEIGHT, _MARGIN = 240, 48, 6


def years_chart(amounts: Sequence[float], alt: str) -> Markup:
    """Return an SVG with a point for each release, on a scale from zero.

    :param amounts: pay in each release, the oldest first; at least two
    :param alt: what the chart says, for those who cannot see it
    """
    step = (_WIDTH - 2 * _MARGIN) / (len(amounts) - 1)
    scale = (_HEIGHT - 2 * _MARGIN) / (max(amounts) or 1)
    points = [
        (f"{_MARGIN + number * step:.1f}", f"{_HEIGHT - _MARGIN - amount * scale:.1f}")
        for number, amount in enumerate(amounts)
    ]
    line = Markup('<polyline points="{}" />').format(" ".join(",".join(one) for one in points))
    dots = Markup("").join(Markup('<circle cx="{}" cy="{}" r="3" />').format(*p) for p in points)
    axis = Markup('<line x1="0" x2="{0}" y1="{1}" y2="{1}" class="axis" />').format(
        _WIDTH, _HEIGHT - _MARGIN
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="years-chart" role="img" aria-label="{}"'
        ' viewBox="0 0 {} {}">{}{}{}</svg>'
    ).format(alt, _WIDTH, _HEIGHT, axis, line, dots)
