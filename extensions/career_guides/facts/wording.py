"""Words for what is more than a figure: changes, education, preparation, interests."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from babel.numbers import get_minus_sign_symbol, get_plus_sign_symbol

from .changes import change
from .csv_files import NOT_RELEASED
from .names import education_level, education_levels, in_month, release_name

if TYPE_CHECKING:
    from .formatting import FactFormatter
    from .occupation import Occupation


def changes(formatter: FactFormatter, row: Occupation) -> str:
    """Return how pay and jobs have changed since the release before; ``''`` if unknown."""
    parts = []
    for name in ("pay", "jobs"):
        found = change(row, name)
        if found is None:
            continue
        what = formatter._("Mean pay") if name == "pay" else formatter._("Jobs")
        if not found.is_larger:
            text = formatter._("{what}: no change beyond the survey's own error.")
            parts.append(text.format(what=what))
            continue
        figures = [
            formatter.money(amount, hourly=row.is_hourly, unit=False)
            if name == "pay"
            else formatter.count(amount)
            for amount in (found.before, found.now)
        ]
        text = formatter._("{what}: {change}, from {before} to {now}.")
        parts.append(
            text.format(
                what=what,
                change=formatter.direction(found.percent),
                before=figures[0],
                now=figures[1],
            )
        )
        if name == "pay":
            parts.append(formatter._("In current dollars, not adjusted for inflation."))
    return " ".join(parts)


def short_change(formatter: FactFormatter, row: Occupation) -> str:
    """Return how pay and jobs have changed, as ``Pay up 3.0%, jobs unchanged since May 2024``.

    "Unchanged" is a difference that is not larger than the survey's own error. ``''`` if either is
    unknown.
    """
    pay, jobs = change(row, "pay"), change(row, "jobs")
    if pay is None or jobs is None:
        return ""
    words = [
        formatter.direction(found.percent) if found.is_larger else formatter._("unchanged")
        for found in (pay, jobs)
    ]
    text = formatter._("Pay {pay}, jobs {jobs} since {release}")
    since = release_name(pay.since, formatter.locale)
    return text.format(pay=words[0], jobs=words[1], release=since)


def change_cell(formatter: FactFormatter, row: Occupation, name: str) -> tuple[str, str]:
    """Return a change as text of a table's cell, such as ``+3.0%``, and its sort key."""
    found = change(row, name)
    if found is None:
        return formatter._("unknown"), ""
    if not found.is_larger:
        return formatter._("no change"), "0"
    # In right-to-left text, Babel's signs have a mark that keeps them before the number.
    sign = get_plus_sign_symbol(formatter.locale)
    if found.percent < 0:
        sign = get_minus_sign_symbol(formatter.locale).replace("-", "\N{MINUS SIGN}")
    return sign + formatter.percent(abs(found.percent)), f"{found.percent:.2f}"


def years(formatter: FactFormatter, row: Occupation) -> list[tuple[str, float]]:
    """Return mean pay in each release that has it, the oldest first."""
    past = [
        (year.release, year.hourly_mean if row.is_hourly else year.annual_mean)
        for year in row.history
    ]
    now = (formatter.facts.release.name, row.pay.mean)
    return [
        (release_name(name, formatter.locale), pay)
        for name, pay in (*past, now)
        if isinstance(pay, float)
    ]


def education(formatter: FactFormatter, row: Occupation) -> str:
    """Return the education that people in the job named as required, with the share of each level.

    Where O*NET has the main level alone, that; where it has none, that it has none.
    """
    onet = row.onet
    if onet.levels:
        named = [
            f"{level} ({formatter.percent(share)})"
            for level, share in zip(
                education_levels(formatter._).values(), onet.levels, strict=False
            )
            if isinstance(share, float) and share
        ]
        text = formatter._("{levels}. Named as required by those whom O*NET asked.")
        month = ""
        if onet.levels_date:
            text = formatter._("{levels}. Named as required by those whom O*NET asked, {month}.")
            day = dt.date.fromisoformat(f"{onet.levels_date}-01")
            month = in_month(day, formatter.locale)
        if NOT_RELEASED in onet.levels:
            text += " " + formatter._("Levels that few named are not released.")
        return text.format(levels=formatter.join(named), month=month)
    if not onet.education:
        return formatter._("O*NET has no estimate") if formatter.facts.release.onet else ""
    if not isinstance(onet.education_percent, float):
        return education_level(formatter._, onet.education)
    text = formatter._("{education} (named by {share} of those whom O*NET asked)")
    share = formatter.percent(onet.education_percent)
    return text.format(education=education_level(formatter._, onet.education), share=share)


def preparation(formatter: FactFormatter, row: Occupation) -> str:
    """Return the job zone in words; ``''`` if O*NET has none.

    The zones: https://www.onetonline.org/help/online/zones
    """
    _ = formatter._
    zones = {
        "1": _("little or no preparation"), "2": _("some preparation"),
        "3": _("medium preparation"), "4": _("considerable preparation"),
        "5": _("extensive preparation"),
    }  # fmt: skip
    if row.onet.job_zone not in zones:
        return ""
    text = _("{preparation} (job zone {number} of 5)")
    return text.format(preparation=zones[row.onet.job_zone], number=row.onet.job_zone)


def interest_types(formatter: FactFormatter) -> dict[str, str]:
    """Return what each type of interests means, by its letter.

    The types: https://www.onetonline.org/explore/interests/
    """
    _ = formatter._
    return {
        "R": _("realistic: practical work with tools, machines, plants or animals"),
        "I": _("investigative: thinking problems through, research"),
        "A": _("artistic: making things up, forms and designs"),
        "S": _("social: helping, teaching, advising people"),
        "E": _("enterprising: leading, persuading, selling"),
        "C": _("conventional: order, records, fixed procedures"),
    }


def interests(formatter: FactFormatter, row: Occupation) -> str:
    """Return the strongest interests, each with what it means; ``''`` if O*NET has none."""
    types = interest_types(formatter)
    found = [types[letter] for letter in row.onet.interests if letter in types]
    if not found:
        return ""
    return f"{row.onet.interests}: {'; '.join(found)}"
