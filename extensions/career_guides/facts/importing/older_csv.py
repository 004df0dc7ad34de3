"""The CSV files that ``facts import`` read before it read the publishers' own.

They have one row for each occupation, with the columns of a release's files or close to them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from career_guides.facts.csv_files import COLUMNS, NOT_RELEASED, value

from .onet_files import RELATED, OnetFiles

if TYPE_CHECKING:
    from .oews import Rows
    from .table import Table

#: File of the release -> the columns that identify the file it is built from.
SOURCES: dict[str, set[str]] = {
    "occupations.csv": set(COLUMNS["occupations.csv"]),
    "states.csv": set(COLUMNS["states.csv"]) - {"hourly_median"},
    "onet.csv": {
        "onet_soc", "job_zone", "required_education_mode", "required_education_percent",
        "related_onet_soc",
    },
}  # fmt: skip


def kind_of(table: Table) -> str:
    """Return the file of the release that a table is for; ``''`` if it is no such table."""
    for name, wanted in SOURCES.items():
        if wanted <= {*table.columns}:
            return name
    return ""


def survey_rows(table: Table, name: str) -> Rows:
    """Return the rows of ``occupations.csv`` or ``states.csv``, by code."""
    columns = COLUMNS[name]
    at = {key: table.columns.index(key) for key in columns if key in table.columns}
    first = columns.index("employment")
    made: Rows = {}
    lines: dict[str, int] = {}
    for line, row in table.rows:
        cells = [str(row[at[key]]) if key in at else NOT_RELEASED for key in columns]
        code = _code(table, line, cells[0], "soc")
        for key, text in zip(columns[first:], cells[first:], strict=True):
            _check(table, line, key, text)
        key = code if name == "occupations.csv" else f"{code} {cells[1]}"
        if key in lines:
            raise table.error(line, f"'{key}' is there twice, first in line {lines[key]}")
        lines[key] = line
        if {*cells[first:]} != {NOT_RELEASED}:
            made.setdefault(code, []).append(tuple(cells))
    return made


def read_onet(table: Table, found: OnetFiles) -> int:
    """Read O*NET's file, for the occupations that have a SOC code of their own."""
    at = {name: number for number, name in enumerate(table.columns)}
    number = 0
    for line, row in table.rows:
        cells = {name: str(row[index]) for name, index in at.items()}
        code, _, detail = cells["onet_soc"].partition(".")
        _code(table, line, code, "onet_soc")
        if detail != "00":  # only a part of a SOC occupation
            continue
        related = [name.partition(".")[0] for name in cells["related_onet_soc"].split(";")]
        unique = [name for name in dict.fromkeys(related) if name and name != code]
        education, percent = cells["required_education_mode"], cells["required_education_percent"]
        if not re.search(r"\w", education):
            education = percent = ""
        if percent:
            _check(table, line, "required_education_percent", percent)
        letters = cells.get("interest_code", "")
        found.rows[code] |= {
            "education": education, "education_percent": percent, "job_zone": cells["job_zone"],
            "related": " ".join(unique[:RELATED]),
            "interests": letters if re.fullmatch("[RIASEC]{1,3}", letters) else "",
        }  # fmt: skip
        number += 1
    return number


def _code(table: Table, line: int, text: str, column: str) -> str:
    if not re.fullmatch(r"\d\d-\d{4}", text or ""):
        raise table.error(line, f"expected a SOC code such as 27-3091, got '{text}'", column)
    return text


def _check(table: Table, line: int, name: str, text: str) -> None:
    try:
        value(text)
    except ValueError as error:
        raise table.error(line, str(error), name) from None
