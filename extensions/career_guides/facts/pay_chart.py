"""A bar chart of pay, on a scale from zero, as SVG that needs neither colour nor script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .occupation import Pay


_ROW, _BAR, _THIN = 26, 18, 6


def is_drawable(pay: Pay) -> bool:
    """Return whether *pay* has a range to draw: all its figures are released as numbers."""
    return all(isinstance(amount, float) for amount in (pay.p10, pay.median, pay.p90))


def pay_chart(rows: Sequence[Pay], alt: str, top: float = 0) -> Markup:
    """Return an SVG with a bar for each of *rows*, the first of which is the subject.

    A bar runs from the 10th to the 90th percentile; its taller part is the middle half, and its
    line is the median. The other bars are thin.

    :param alt: what the chart says, for those who cannot see it
    :param top: end of the scale, in the unit of *rows*; 0 fits it to the highest of them
    """
    drawn = [pay for pay in rows if is_drawable(pay)]
    if not drawn:
        return Markup()
    end = top or 1.04 * max(float(pay.p90) for pay in drawn)
    height = _ROW + 12 * (len(drawn) - 1)
    shapes = [
        Markup('<line x1="0" x2="100%" y1="{0:g}" y2="{0:g}" class="axis" />').format(_ROW / 2)
    ]
    for number, pay in enumerate(drawn):
        tall, middle = (_THIN, _ROW / 2) if not number else (2, _ROW + 12 * number - 6)
        half = _BAR if not number else _THIN
        shapes.append(_rect("range", pay.p10, pay.p90, end, middle, tall))
        if isinstance(pay.p25, float) and isinstance(pay.p75, float):
            shapes.append(_rect("half", pay.p25, pay.p75, end, middle, half))
        x = _percent(pay.median, end)
        reach = half / 2 + 4 - 2 * bool(number)
        shapes.append(
            Markup('<line x1="{0}" x2="{0}" y1="{1:g}" y2="{2:g}" class="median" />').format(
                x, middle - reach, middle + reach
            )
        )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="pay-chart" role="img" aria-label="{}"'
        ' width="100%" height="{}">{}</svg>'
    ).format(alt, height, Markup("").join(shapes))


def _rect(name: str, start: object, end: object, top: float, middle: float, tall: float) -> Markup:
    return Markup(
        '<rect x="{}" y="{:g}" width="{}" height="{:g}" class="{}" />'
    ).format(
        _percent(start, top), middle - tall / 2,
        _percent(float(str(end)) - float(str(start)), top), tall, name,
    )  # fmt: skip


def _percent(amount: object, top: float) -> str:
    return f"{100 * float(str(amount)) / top:.2f}%"
