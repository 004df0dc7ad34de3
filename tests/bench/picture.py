"""Draw CPU time by number of guides as SVG, on logarithmic scales: the slope is the exponent.

This module writes the SVG itself because pygal's output contains scripts, and styles that
converters for TeX do not support.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH, HEIGHT = 800, 480
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 630, 20, 430
_LINE = 17  # height of a label
# First word of a site -> colour. The Okabe-Ito palette is safe for colour-blind readers.
_COLOURS = {
    "floor": "#555555",
    "project": "#0072b2",
    "stock": "#d55e00",
    "material": "#009e73",
    "zensical": "#cc79a7",
    "hugo": "#e69f00",
    "starlight": "#56b4e9",
    "mystmd": "#000000",
}
# The other sites share a colour with one of these and are dashed.
_PLAIN = {"floor", "project", "stock-furo", "material", "zensical", "hugo", "starlight", "mystmd"}


def position(value: float, low: float, high: float, start: float, end: float) -> float:
    """Map *value* from a logarithmic scale of *low* to *high* to a place from *start* to *end*."""
    if low == high:
        return (start + end) / 2
    return start + (end - start) * math.log(value / low) / math.log(high / low)


def apart(places: Iterable[float], least: float) -> list[float]:
    """Return ascending *places*, increased where neighbours are less than *least* apart."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + least) if moved else place)
    return moved


def picture(series: dict[str, list[tuple[int, float]]]) -> str:
    """Return the SVG.

    :param series: site -> (guides, CPU seconds), the smallest size first
    """
    sizes = sorted({guides for points in series.values() for guides, _ in points})
    seconds = [cpu for points in series.values() for _, cpu in points]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    high = max(high, low + 1)

    def place(guides: int, cpu: float) -> tuple[float, float]:
        return (
            position(guides, sizes[0], sizes[-1], _LEFT + 30, _RIGHT),
            position(cpu, 10**low, 10**high, _BOTTOM, _TOP),
        )

    shapes = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    for power in range(low, high + 1):
        y = place(sizes[0], 10**power)[1]
        shapes.append(f'<path d="M{_LEFT} {y:.1f}H{_RIGHT}" stroke="#ccc"/>')
        shapes.append(_text(_LEFT - 8, y + 4, f"{10**power:,g}", "end"))
    shapes += [_text(place(size, 1)[0], _BOTTOM + 20, f"{size:,}", "middle") for size in sizes]
    shapes.append(_text((_LEFT + _RIGHT) / 2, _BOTTOM + 42, "guides", "middle"))
    shapes.append(f'<g transform="rotate(-90)">{_text(-225, 16, "CPU seconds", "middle")}</g>')
    for last in sizes:
        ends = {
            site: place(*points[-1]) for site, points in series.items() if points[-1][0] == last
        }
        names = sorted(ends, key=lambda site: ends[site][1])
        labels = apart((ends[site][1] for site in names), _LINE)
        for site, label in zip(names, labels, strict=True):
            shapes += _line(site, [place(*point) for point in series[site]], label)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" font-family="sans-serif" font-size="14" fill="none">\n'
        + "\n".join(shapes)
        + "\n</svg>\n"
    )


def _line(site: str, points: list[tuple[float, float]], label: float) -> list[str]:
    """Return the line of a site, a dot for each of its sizes, and its name at y = *label*."""
    colour = _COLOURS[re.split("[- ]", site)[0]]
    dash = "" if site in _PLAIN else ' stroke-dasharray="6 4"'
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    x, y = points[-1]
    return [
        f'<path d="M{path}" stroke="{colour}" stroke-width="2"{dash}/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in points),
        f'<path d="M{x:.1f} {y:.1f}L{x + 18:.1f} {label:.1f}" stroke="{colour}"/>',
        _text(x + 22, label + 4, site, "start"),
    ]


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#222">{words}</text>'
