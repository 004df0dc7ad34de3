"""Occupational Employment and Wage Statistics: the workbooks of the Bureau of Labor Statistics.

National, state and metropolitan files, and the one with all data, have the same columns. Since May
2021 they use the classification of 2018: https://www.bls.gov/oes/tables.htm. Their symbols, from
the sheet "Field Descriptions": ``*`` and ``**`` for no estimate, ``#`` for a wage of at least the
top code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING, Any

from career_guides.facts.csv_files import COLUMNS, NOT_RELEASED, TOP, value
from career_guides.facts.history import period
from career_guides.facts.soc import EDITION_2010

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .table import Table

#: Code -> its rows in a file of the release.
Rows = dict[str, list[tuple[str, ...]]]

#: The survey's columns for those of ``occupations.csv`` after the title.
_NATIONAL = (
    "TOT_EMP", "EMP_PRSE", "MEAN_PRSE",
    "H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90",
    "A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90",
)  # fmt: skip
#: The same for ``states.csv`` and ``areas.csv``.
_LOCAL = ("TOT_EMP", "A_PCT10", "A_MEDIAN", "A_PCT90", "H_MEDIAN")
_KEYS = ("AREA_TITLE", "AREA_TYPE", "OCC_CODE", "OCC_TITLE", "O_GROUP")
#: Columns that some years or files lack; their figures are then not released.
_MAY_LACK = {"EMP_PRSE", "MEAN_PRSE"}
#: Columns by which a file is recognised as one of the survey's, also where others are missing.
MARKS = {"OCC_CODE", "TOT_EMP"}
#: Columns of releases before May 2019.
_OLD = {"OCC_GROUP", "ST"}

LEVELS = {"total": "all", "major": "major", "minor": "minor", "broad": "broad"} | {
    "detailed": "detailed"
}
#: AREA_TYPE -> the file of the release that its rows belong to.
_FILES = {
    "1": "occupations.csv", "2": "states.csv", "3": "states.csv", "4": "areas.csv",
    "6": "areas.csv",
}  # fmt: skip
#: All ownerships together; the file with all data has others too.
_ALL_OWNERS = "1235"
_FIRST_YEAR = 2021

_MONTH = r"(January|February|March|April|May|June|July|August|September|October|November|December)"
_PERIOD = re.compile(_MONTH + r" (20\d\d) OEWS")
_YEAR_IN_NAME = re.compile(r"_M(20\d\d)_|oesm(\d\d)")
_TOP_CODE = re.compile(r"#\s*=[^$]*\$([\d.,]*\d) per hour or \$([\d,]*\d) per year")


@dataclass
class Survey:
    """What one table of the survey has.

    :ivar release: the period, such as ``May 2024``; ``''`` if neither file nor name says it
    :ivar rows: file of the release -> its rows, by code
    :ivar twice: number of occupations that were listed at two levels
    :ivar tops: pay by the year and by the hour from which the survey gives no figure; 0 if unknown
    :ivar top_at: row and column of the first such pay
    """

    table: Table
    release: str = ""
    rows: dict[str, Rows] = field(default_factory=dict)
    twice: int = 0
    tops: tuple[float, float] = (0, 0)
    top_at: tuple[int, str] | None = None


def is_of_survey(table: Table) -> bool:
    """Return whether a table has the columns of the survey."""
    return set(_named(table)) >= MARKS


def _named(table: Table) -> list[str]:
    """Return the names of the columns in the spelling of recent years."""
    return [re.sub(r"[\s_]+", "_", name.strip()).upper() for name in table.columns]


def read_survey(table: Table) -> Survey:
    """Read a table of the survey.

    :raises FactsError: if it lacks a column, has an invalid cell, or uses another classification
    """
    names = _named(table)
    found = Survey(table, _release(table))
    year = period(found.release)[0]
    if _OLD & set(names) or 0 < year < _FIRST_YEAR:
        what = found.release or "this release"
        message = f"{what} uses the occupational classification of 2010, or a mix of it with that"
        raise table.error(1, f"{message} of 2018; releases from May 2021 on can be imported")
    if missing := sorted({*_KEYS, *_NATIONAL} - _MAY_LACK - set(names)):
        raise table.error(1, f"lacks the column {missing[0]}")
    if top := _TOP_CODE.search(table.notes):
        hourly, annual = (float(text.replace(",", "")) for text in top.groups())
        found.tops = (annual, hourly)
    _read_rows(found, names)
    for rows in found.rows.values():
        if outdated := sorted(rows.keys() & EDITION_2010.keys()):
            message = f"has '{outdated[0]}', a code of the classification of 2010; releases from"
            raise table.error(1, f"{message} May 2021 on can be imported")
    return found


def _release(table: Table) -> str:
    if said := _PERIOD.search(table.notes):
        return f"{said[1]} {said[2]}"
    if named := _YEAR_IN_NAME.search(str(table.path)):
        return f"May {named[1] or 2000 + int(named[2])}"
    return ""


def _read_rows(found: Survey, names: Sequence[str]) -> None:
    table = found.table
    at = {name: number for number, name in enumerate(names)}
    is_total = [at[name] for name in ("I_GROUP", "OWN_CODE") if name in at]
    for number, row in table.rows:
        totals = [str(row[index]) for index in is_total]
        if any(text not in {"cross-industry", _ALL_OWNERS} for text in totals):
            continue
        area, kind, code, title, level = (str(row[at[name]] or "").strip() for name in _KEYS)
        name = _FILES.get(kind)
        if name is None:
            column = table.columns[at["AREA_TYPE"]]
            raise table.error(number, f"expected a type of area, 1 to 6, got '{kind}'", column)
        if not re.fullmatch(r"\d\d-\d{4}", code):
            column = table.columns[at["OCC_CODE"]]
            raise table.error(number, f"expected a code such as 27-3091, got '{code}'", column)
        if level not in LEVELS:
            column = table.columns[at["O_GROUP"]]
            raise table.error(number, f"expected one of {', '.join(LEVELS)}, got '{level}'", column)
        wanted = _NATIONAL if name == "occupations.csv" else _LOCAL
        cells = tuple(_cell(found, number, key, at, row) for key in wanted)
        by_code = found.rows.setdefault(name, {})
        if name == "occupations.csv":
            entry = (code, LEVELS[level], title, *cells)
            found.twice += _add_once(table, number, by_code, entry)
        elif level == "detailed" and {cells[0], cells[2], cells[4]} != {NOT_RELEASED}:
            # One string for all equal ones: there are hundreds of thousands of rows.
            local = tuple(map(intern, (code, area, *cells)))
            by_code.setdefault(code, []).append(local)


def _add_once(table: Table, number: int, by_code: Rows, row: tuple[str, ...]) -> bool:
    """Add an occupation; return whether it was there, at another level.

    One that is published at the broad level alone is listed as ``broad`` and as ``detailed``.
    """
    code, level, _title, *figures = row
    if code not in by_code:
        by_code[code] = [row]
        return False
    ((_, other, _, *known),) = by_code[code]
    if other == level or {other, level} != {"broad", "detailed"} or known != figures:
        raise table.error(number, f"'{code}' is there twice, with different figures or levels")
    if level == "detailed":
        by_code[code] = [row]
    return True


def _cell(found: Survey, number: int, key: str, at: dict[str, int], row: Sequence[Any]) -> str:
    """Return a figure as text: with cents by the hour, and with one decimal if it is an error."""
    given = row[at[key]] if key in at else None
    if given is None or given in {"", "*", "**", NOT_RELEASED}:
        return NOT_RELEASED
    if given == TOP and key[0] in "HA":
        found.top_at = found.top_at or (number, found.table.columns[at[key]])
        return TOP
    try:
        amount = float(value(str(given)))
    except ValueError:
        column = found.table.columns[at[key]]
        message = f"expected a number, '*' or '#', got '{given}'"
        raise found.table.error(number, message, column) from None
    if key.startswith("H_"):
        return f"{amount:.2f}"
    return f"{amount:.1f}" if key.endswith("PRSE") else f"{amount:.0f}"


def all_rows(by_code: Rows) -> Iterable[tuple[str, ...]]:
    """Yield rows in the order of codes, and of places."""
    for _code, rows in sorted(by_code.items()):
        yield from sorted(rows)


def history_rows(release: str, rows: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return rows of ``history.csv`` for those of ``occupations.csv`` of an earlier release."""
    columns = COLUMNS["occupations.csv"]
    at = [columns.index(name) for name in ("soc", *COLUMNS["history.csv"][2:])]
    return [(release, *(row[index] for index in at)) for row in rows]
