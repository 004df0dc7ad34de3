"""What an occupation is about: people or things, ideas or facts, from its strongest interests.

Holland's six types of interests, in the order of :data:`.onet.INTERESTS`, form a hexagon with two
dimensions below it: things and people (from realistic to social), and ideas and data (from
investigative and artistic to enterprising and conventional). D. J. Prediger: Dimensions underlying
Holland's hexagon. Journal of Vocational Behavior 21 (1982), 259-287.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from .onet import EDUCATION, INTERESTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .occupation import Occupation
    from .onet import Onet

#: Dimension -> its two sides, and its coordinate of a point of the hexagon, which is in radians.
DIMENSIONS: dict[str, tuple[str, str, Callable[[float], float]]] = {
    "people": ("things", "people", cos),
    "ideas": ("ideas", "data", sin),
}
#: The side of an occupation that is on neither.
BOTH = "both"
#: Less than any sum of coordinates that is not zero.
_ZERO = 0.1


def leaning(interests: str, dimension: str) -> tuple[str, str]:
    """Return the side of a dimension that an occupation is on, and the interests that say so.

    The strongest interest counts three times, the second twice.

    :param interests: its strongest interests, the strongest first, as letters of
        :data:`.onet.INTERESTS`
    :param dimension: a key of :data:`DIMENSIONS`
    :returns: ``("", "")`` if its interests are not known
    """
    known = [letter for letter in interests if letter in INTERESTS]
    if not known:
        return "", ""
    first, second, coordinate = DIMENSIONS[dimension]
    parts = {letter: coordinate(INTERESTS.index(letter) * pi / 3) for letter in known}
    total = sum(weight * parts[letter] for weight, letter in zip((3, 2, 1), known, strict=False))
    if abs(total) < _ZERO:
        return BOTH, "".join(known)
    side = first if total > 0 else second
    return side, "".join(letter for letter in known if parts[letter] * total > _ZERO * _ZERO)


#: How long levels of education take after secondary school, the shortest first: the number of
#: consecutive levels of :data:`.onet.EDUCATION` that take so long.
STUDY = {"school": 2, "short": 3, "bachelor": 2, "longer": 5}
_STUDY_OF_LEVEL = [name for name, number in STUDY.items() for _ in range(number)]
#: What most occupations of a job zone need: https://www.onetonline.org/help/online/zones
_STUDY_OF_ZONE = {"1": "school", "2": "school", "3": "short", "4": "bachelor", "5": "longer"}


def study(onet: Onet) -> str:
    """Return how long an occupation's education takes, as a key of :data:`STUDY`.

    :returns: what most occupations of its job zone need if its level of education is not known;
        ``""`` if nothing is
    """
    if onet.education in EDUCATION:
        return _STUDY_OF_LEVEL[EDUCATION.index(onet.education)]
    return _STUDY_OF_ZONE.get(onet.job_zone, "")


def pay_steps(everybody: Occupation | None) -> tuple[float, float] | None:
    """Return the yearly pay that half, and that three quarters, of all jobs do not exceed.

    :param everybody: the row of all occupations together
    :returns: ``None`` if the survey does not have both
    """
    if everybody is None:
        return None
    half, most = everybody.annual.median, everybody.annual.p75
    return (half, most) if isinstance(half, float) and isinstance(most, float) else None
