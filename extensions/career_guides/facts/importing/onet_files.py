"""O*NET's database: its tab-separated files, https://www.onetcenter.org/database.html.

O*NET has codes of eight digits. Those that end in ``.00`` are occupations of the classification;
the others are parts of these, and are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from career_guides.facts.csv_files import NOT_RELEASED, value
from career_guides.facts.onet import EDUCATION, INTERESTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .table import Table


_CODE = "O*NET-SOC Code"
#: How many related occupations and titles of an occupation are kept.
RELATED, TITLES = 10, 8
#: What a credit names after the release of the database.
_PUBLISHER = "U.S. Department of Labor, Employment and Training Administration, CC BY 4.0"


@dataclass
class OnetFiles:
    """What one release of O*NET's database has.

    :ivar credit: name and version of the release, its publisher and licence; ``''`` if unknown
    :ivar rows: SOC code -> column of ``onet.csv`` -> text
    """

    credit: str = ""
    rows: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))


class Credit(NamedTuple):
    """The credits of the releases that were merged.

    :param newest: that of the newest release
    :param levels: that of the shares of all levels of education; ``''`` if all are from the newest
    :param titles: likewise that of the job titles
    """

    newest: str
    levels: str
    titles: str


def version(credit: str) -> tuple[int, ...]:
    """Return the version that a credit names, such as (29, 3), for sorting; (0,) if none."""
    found = re.search(r"O\*NET (\d+(?:\.\d+)*)", credit)
    return tuple(map(int, found[1].split("."))) if found else (0,)


def credit_from_notes(notes: str) -> str:
    """Return the credit that O*NET's ``Read Me.txt`` gives; ``''`` if *notes* are something else.

    :param notes: its text, which begins with ``O*NET 27.0 Database`` and ``August 2022 Release``
    """
    found = re.match(r"(O\*NET [\d.]+ Database)\s+(\w+ 20\d\d) Release", notes)
    return f"{found[1]} ({found[2]}), {_PUBLISHER}" if found else ""


def credit_from_name(name: str) -> str:
    """Return the credit for the name of a zip file or folder, such as ``db_29_3_text``."""
    found = re.search(r"db_(\d+)_(\d+)", name)
    return f"O*NET {found[1]}.{found[2]} Database, {_PUBLISHER}" if found else ""


def reader_of(table: Table) -> Callable[[Table, OnetFiles], int] | None:
    """Return the function that reads a table of O*NET's; ``None`` if it is not one that is used."""
    columns = {*table.columns}
    for needed, read in _READERS:
        if needed <= columns:
            return read
    return None


def is_of_onet(table: Table) -> bool:
    """Return whether a table has the form of O*NET's, used or not."""
    tabbed = table.path.suffix.lower() == ".txt"
    return tabbed and (not table.columns or len(table.columns) > 1)


def _rows(table: Table, *names: str) -> Iterator[tuple[int, str, list[str]]]:
    """Yield line, SOC code and the cells of *names* for each row about a whole occupation."""
    at = [table.columns.index(name) for name in names]
    of_code = table.columns.index(_CODE)
    for number, row in table.rows:
        code, _, detail = str(row[of_code]).partition(".")
        if not re.fullmatch(r"\d\d-\d{4}", code):
            raise table.error(number, f"expected a code such as 27-3091.00, got '{code}'", _CODE)
        if detail == "00":
            yield number, code, [str(row[index]) for index in at]


def _number(table: Table, line: int, text: str, column: str) -> float:
    try:
        return float(value(text))
    except ValueError:
        message = f"expected a number, got '{text}'"
        raise table.error(line, message, column) from None


def education(table: Table, found: OnetFiles) -> int:
    """Read the shares of all levels of education: the scale ``RL`` has twelve categories.

    A share that O*NET recommends to suppress is not taken.
    """
    shares: dict[str, dict[int, float]] = defaultdict(dict)
    dates: dict[str, str] = {}
    columns = ("Scale ID", "Category", "Data Value", "Recommend Suppress", "Date")
    for line, code, (scale, category, text, suppress, date) in _rows(table, *columns):
        if scale != "RL":
            continue
        level = int(_number(table, line, category, "Category"))
        share = _number(table, line, text, "Data Value")
        if not 1 <= level <= len(EDUCATION) or not re.fullmatch(r"\d\d/\d{4}", date):
            raise table.error(line, f"expected a category from 1 to 12 and a month such as 08/2021,"
                              f" got '{category}' and '{date}'")  # fmt: skip
        if suppress != "Y":
            shares[code][level] = share
        month, _, year = date.partition("/")
        dates[code] = max(dates.get(code, ""), f"{year}-{month}")
    for code, levels in shares.items():
        top = max(levels, key=lambda level: levels[level])
        cells = (f"{levels[n]:g}" if n in levels else NOT_RELEASED for n in _numbers())
        found.rows[code] |= {
            "education": EDUCATION[top - 1], "education_percent": f"{levels[top]:g}",
            "levels": " ".join(cells), "levels_date": dates[code],
        }  # fmt: skip
    return len(shares)


def _numbers() -> range:
    return range(1, len(EDUCATION) + 1)


def job_zones(table: Table, found: OnetFiles) -> int:
    """Read how much preparation occupations need."""
    number = 0
    for line, code, (zone,) in _rows(table, "Job Zone"):
        if zone not in {*"12345"}:
            raise table.error(line, f"expected a job zone from 1 to 5, got '{zone}'", "Job Zone")
        found.rows[code]["job_zone"] = zone
        number += 1
    return number


def interests(table: Table, found: OnetFiles) -> int:
    """Read the three strongest interests: those with the highest values of the scale ``OI``."""
    values: dict[str, list[tuple[float, int]]] = defaultdict(list)
    columns = ("Element Name", "Scale ID", "Data Value")
    for line, code, (name, scale, text) in _rows(table, *columns):
        if scale == "OI" and name[:1] in INTERESTS:
            strength = _number(table, line, text, "Data Value")
            values[code].append((-strength, INTERESTS.index(name[0])))
    for code, strengths in values.items():
        found.rows[code]["interests"] = "".join(INTERESTS[n] for _, n in sorted(strengths)[:3])
    return len(values)


def related(table: Table, found: OnetFiles) -> int:
    """Read related occupations, the closest first."""
    lists: dict[str, list[tuple[float, str]]] = defaultdict(list)
    columns = ("Related O*NET-SOC Code", "Index")
    for line, code, (other, index) in _rows(table, *columns):
        lists[code].append((_number(table, line, index, "Index"), other.partition(".")[0]))
    for code, others in lists.items():
        names = dict.fromkeys(name for _index, name in sorted(others) if name != code)
        found.rows[code]["related"] = " ".join([*names][:RELATED])
    return len(lists)


def titles(table: Table, found: OnetFiles) -> int:
    """Read what people say that their job is called, those first that My Next Move shows."""
    lists: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for _line, code, (title, is_shown) in _rows(
        table, "Reported Job Title", "Shown in My Next Move"
    ):
        lists[code].append((is_shown != "Y", title.replace(";", ",").strip()))
    for code, names in lists.items():
        kept = [name for _is_not_shown, name in sorted(names)[:TITLES]]
        found.rows[code]["titles"] = "; ".join(kept)
    return len(lists)


#: Columns that identify a table -> function that reads it, and returns the number of occupations.
_READERS: list[tuple[set[str], Callable[[Table, OnetFiles], int]]] = [
    ({_CODE, "Scale ID", "Category", "Data Value", "Recommend Suppress", "Date"}, education),
    ({_CODE, "Job Zone"}, job_zones),
    ({_CODE, "Related O*NET-SOC Code", "Index"}, related),
    ({_CODE, "Reported Job Title", "Shown in My Next Move"}, titles),
]
#: The table of interests has no columns of its own: the one of work values has the same.
_READERS.append(({_CODE, "Element Name", "Scale ID", "Data Value", "Domain Source"}, interests))


def merge(releases: list[OnetFiles]) -> tuple[dict[str, dict[str, str]], Credit]:
    """Return the rows of several releases, and their credit.

    The newest release that knows something about an occupation counts. Where it has the main level
    of education alone, the shares of all levels are taken from an older release if that has the
    same main level with the same share: then they are from the same survey.
    """
    ordered = sorted(releases, key=lambda each: version(each.credit), reverse=True)
    merged: dict[str, dict[str, str]] = {}
    newest, of_levels, of_titles = ordered[0].credit if ordered else "", "", ""
    for code in sorted({code for each in ordered for code in each.rows}):
        known = [(each.rows[code], each.credit) for each in ordered if code in each.rows]
        row = merged[code] = {
            key: next((cells[key] for cells, _ in known if cells.get(key)), "")
            for key in ("job_zone", "related", "interests", "titles")
        }
        main = next((cells for cells, _ in known if cells.get("education")), {})
        row |= {key: main.get(key, "") for key in ("education", "education_percent")}
        for cells, credit in known:
            if cells.get("levels") and _is_same_education(main, cells):
                row |= {key: cells[key] for key in ("levels", "levels_date")}
                of_levels = of_levels if credit == newest else credit
                break
        credit = next((credit for cells, credit in known if cells.get("titles")), newest)
        of_titles = of_titles if credit == newest else credit
    return merged, Credit(newest, of_levels, of_titles)


def _is_same_education(main: dict[str, str], other: dict[str, str]) -> bool:
    """Return whether both have the same main level, with the same share to 0.1 percent."""
    if main["education"] != other["education"]:
        return False
    percent = main.get("education_percent") or other["education_percent"]
    return abs(float(percent) - float(other["education_percent"])) < 0.06
