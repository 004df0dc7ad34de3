"""A tile map of the states, one square each, as SVG that needs neither colour nor map data.

The squares have numbers from 1 to 5, for fifths of the states from the lowest pay to the highest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Name in the survey -> postal abbreviation, column and row.
TILES = {
    "Alabama": ("AL", 6, 6), "Alaska": ("AK", 0, 0), "Arizona": ("AZ", 1, 5),
    "Arkansas": ("AR", 4, 5), "California": ("CA", 0, 4), "Colorado": ("CO", 2, 4),
    "Connecticut": ("CT", 9, 3), "Delaware": ("DE", 9, 4), "District of Columbia": ("DC", 8, 5),
    "Florida": ("FL", 8, 7), "Georgia": ("GA", 7, 6), "Guam": ("GU", 1, 7), "Hawaii": ("HI", 0, 7),
    "Idaho": ("ID", 1, 2), "Illinois": ("IL", 5, 2), "Indiana": ("IN", 5, 3), "Iowa": ("IA", 4, 3),
    "Kansas": ("KS", 3, 5), "Kentucky": ("KY", 5, 4), "Louisiana": ("LA", 4, 6),
    "Maine": ("ME", 10, 0), "Maryland": ("MD", 8, 4), "Massachusetts": ("MA", 10, 2),
    "Michigan": ("MI", 7, 2), "Minnesota": ("MN", 4, 2), "Mississippi": ("MS", 5, 6),
    "Missouri": ("MO", 4, 4), "Montana": ("MT", 2, 2), "Nebraska": ("NE", 3, 4),
    "Nevada": ("NV", 1, 3), "New Hampshire": ("NH", 10, 1), "New Jersey": ("NJ", 8, 3),
    "New Mexico": ("NM", 2, 5), "New York": ("NY", 8, 2), "North Carolina": ("NC", 6, 5),
    "North Dakota": ("ND", 3, 2), "Ohio": ("OH", 6, 3), "Oklahoma": ("OK", 3, 6),
    "Oregon": ("OR", 0, 3), "Pennsylvania": ("PA", 7, 3), "Puerto Rico": ("PR", 9, 7),
    "Rhode Island": ("RI", 9, 2), "South Carolina": ("SC", 7, 5), "South Dakota": ("SD", 3, 3),
    "Tennessee": ("TN", 5, 5), "Texas": ("TX", 3, 7), "Utah": ("UT", 1, 4), "Vermont": ("VT", 9, 1),
    "Virgin Islands": ("VI", 10, 7), "Virginia": ("VA", 7, 4), "Washington": ("WA", 0, 2),
    "West Virginia": ("WV", 6, 4), "Wisconsin": ("WI", 6, 2), "Wyoming": ("WY", 2, 3),
}  # fmt: skip

_TILE, _COLUMNS, _ROWS = 30, 11, 8
#: How many classes there are.
CLASSES = 5


class Class(NamedTuple):
    """A fifth of the states: the lowest and the highest pay in it."""

    number: int
    low: float
    high: float


def classes(pay: Mapping[str, float]) -> tuple[dict[str, int], list[Class]]:
    """Return the class of each state, from 1, and what the classes are.

    States with the same pay are in the same class.

    :param pay: name of a state -> its pay
    """
    amounts = sorted(pay.values())
    number = {name: 1 + CLASSES * amounts.index(amount) // len(pay) for name, amount in pay.items()}
    found: dict[int, list[float]] = {}
    for name, each in number.items():
        found.setdefault(each, []).append(pay[name])
    return number, [Class(each, min(all_), max(all_)) for each, all_ in sorted(found.items())]


def state_map(numbers: Mapping[str, int], alt: str) -> Markup:
    """Return an SVG with a square for each state.

    :param numbers: name of a state -> its class; the others have a dash
    :param alt: what the map says, for those who cannot see it
    """
    # Not Markup.format(), which takes ten times as long: there are fifty squares.
    squares = []
    for name, (letters, column, row) in TILES.items():
        number = numbers.get(name, 0)
        shown = number or "\N{EN DASH}"
        x, y = column * _TILE, row * _TILE
        squares.append(
            f'<rect x="{x + 1}" y="{y + 1}" width="28" height="28" class="tile-{number}" />'
            f'<text x="{x + 15}" y="{y + 13}">{letters}</text>'
            f'<text x="{x + 15}" y="{y + 25}">{shown}</text>'
        )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="state-map" role="img"'
        f' aria-label="{escape(alt)}" viewBox="0 0 {_COLUMNS * _TILE} {_ROWS * _TILE}">'
        f"{''.join(squares)}</svg>"
    )
