"""Names in the data of a release, in the language of the site."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.dates import format_skeleton

from .history import period
from .onet import EDUCATION

if TYPE_CHECKING:
    from collections.abc import Callable


@lru_cache(maxsize=1_000)  # every card names its release
def in_month(day: dt.date, locale: str) -> str:
    """Return month and year of *day*, such as ``May 2024``.

    :param locale: one that Babel knows
    """
    return format_skeleton("yMMMM", day, locale=locale)


def release_name(name: str, locale: str) -> str:
    """Return the name of a release; one that is not month and year is returned as it is.

    :param name: as in the release, in English
    :param locale: one that Babel knows
    """
    year, month = period(name)
    return in_month(dt.date(year, month, 1), locale) if year and month else name


def education_levels(_: Callable[[str], str]) -> dict[str, str]:
    """Return each level of :data:`.onet.EDUCATION` -> its translation.

    :param _: translates one of our messages
    """
    names = (
        _("Less than a high school diploma"), _("High school diploma or equivalent"),
        _("Post-secondary certificate"), _("Some college courses"), _("Associate's degree"),
        _("Bachelor's degree"), _("Post-baccalaureate certificate"), _("Master's degree"),
        _("Post-master's certificate"), _("First professional degree"), _("Doctoral degree"),
        _("Post-doctoral training"),
    )  # fmt: skip
    return dict(zip(EDUCATION, names, strict=True))


def education_level(_: Callable[[str], str], level: str) -> str:
    """Return the translation of a level of education; one that O*NET does not have as it is.

    :param _: translates one of our messages
    """
    return _(level) if level in EDUCATION else level
