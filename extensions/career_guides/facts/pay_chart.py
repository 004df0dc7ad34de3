"""A bar chart of pay, on a scale from zero, as SVG that needs neither colour nor script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .occupation import Pay


_ROW, _BAR, _THIN = 26, 18, 6
# Height of a line of labels, and how long a bar has to be, of the whole width, for one at each end.
_LABEL, _APART = 16, 0.4


def is_drawable(pay: Pay) -> bool:
    """Return whether *pay* has a range to draw: all its figures are released as numbers."""
    return all(isinstance(amount, float) for amount in (pay.p10, pay.median, pay.p90))


def pay_chart(
    rows: Sequence[Pay], alt: str, top: float = 0, labels: Sequence[tuple[str, str, str]] = ()
) -> Markup:
    """Return an SVG with a bar for each of *rows*, the first of which is the subject.

    A bar runs from the 10th to the 90th percentile; its taller part is the middle half, and its
    line is the median. The other bars are thin.

    :param alt: what the chart says, for those who cannot see it
    :param top: end of the scale, in the unit of *rows*; 0 fits it to the highest of them
    :param labels: for each of *rows*, its name and the text of its two ends, below the bar
    """
    drawn = [pay for pay in rows if is_drawable(pay)]
    if not drawn:
        return Markup()
    end = top or 1.04 * max(float(pay.p90) for pay in drawn)
    line = _LABEL if labels else 0
    height = _ROW + line + (12 + line) * (len(drawn) - 1)
    # Not Markup.format(), which takes ten times as long: tables have hundreds of charts.
    shapes = [f'<line x1="0" x2="100%" y1="{_ROW / 2:g}" y2="{_ROW / 2:g}" class="axis" />']
    for number, pay in enumerate(drawn):
        tall, middle = (_THIN, _ROW / 2)
        if number:
            tall, middle = (2, _ROW + line + (12 + line) * number - line - 6)
        half = _BAR if not number else _THIN
        shapes.append(_rect("range", pay.p10, pay.p90, end, middle, tall))
        if isinstance(pay.p25, float) and isinstance(pay.p75, float):
            shapes.append(_rect("half", pay.p25, pay.p75, end, middle, half))
        x = _percent(pay.median, end)
        reach = half / 2 + 4 - 2 * bool(number)
        shapes.append(
            f'<line x1="{x}" x2="{x}" y1="{middle - reach:g}" y2="{middle + reach:g}"'
            ' class="median" />'
        )
        if labels:
            below = middle + (_ROW / 2 if not number else 6) + line - 4
            shapes += _ends(pay, end, below, *labels[number])
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="pay-chart" role="img"'
        f' aria-label="{escape(alt)}" width="100%" height="{height}">{"".join(shapes)}</svg>'
    )


def _ends(pay: Pay, top: float, y: float, name: str, low: str, high: str) -> Iterator[str]:
    """Yield the labels of a bar: one at each end, or one for both where the bar is short."""
    start, end = float(str(pay.p10)) / top, float(str(pay.p90)) / top
    before = f"{name}: " if name else ""
    if not name and end - start > _APART:
        yield _text(start, y, low)
        yield _text(end, y, high, ' text-anchor="end"')
    elif start < 0.5:
        yield _text(start, y, f"{before}{low} \N{EN DASH} {high}")
    else:
        yield _text(end, y, f"{before}{low} \N{EN DASH} {high}", ' text-anchor="end"')


def _text(x: float, y: float, text: str, attribute: str = "") -> str:
    return f'<text x="{x:.2%}" y="{y:g}"{attribute}>{escape(text)}</text>'


def _rect(name: str, start: object, end: object, top: float, middle: float, tall: float) -> str:
    width = _percent(float(str(end)) - float(str(start)), top)
    return (
        f'<rect x="{_percent(start, top)}" y="{middle - tall / 2:g}" width="{width}"'
        f' height="{tall:g}" class="{name}" />'
    )


def _percent(amount: object, top: float) -> str:
    return f"{100 * float(str(amount)) / top:.2f}%"
