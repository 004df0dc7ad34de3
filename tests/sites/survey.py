"""Files of the form in which the Bureau of Labor Statistics and O*NET publish them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any, TypeVar

from openpyxl import Workbook

from career_guides.facts.importing.files import find_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from career_guides.facts.importing.table import Table
    from career_guides.facts.release import Facts

T = TypeVar("T")

#: The columns of all workbooks since May 2021.
COLUMNS = [
    "AREA",
    "AREA_TITLE",
    "AREA_TYPE",
    "PRIM_STATE",
    "NAICS",
    "NAICS_TITLE",
    "I_GROUP",
    "OWN_CODE",
    "OCC_CODE",
    "OCC_TITLE",
    "O_GROUP",
    "TOT_EMP",
    "EMP_PRSE",
    "JOBS_1000",
    "LOC_QUOTIENT",
    "PCT_TOTAL",
    "PCT_RPT",
    "H_MEAN",
    "A_MEAN",
    "MEAN_PRSE",
    "H_PCT10",
    "H_PCT25",
    "H_MEDIAN",
    "H_PCT75",
    "H_PCT90",
    "A_PCT10",
    "A_PCT25",
    "A_MEDIAN",
    "A_PCT75",
    "A_PCT90",
    "ANNUAL",
    "HOURLY",
]

#: An occupation with all figures.
BAKERS: dict[str, Any] = {
    "AREA": "99", "AREA_TITLE": "U.S.", "AREA_TYPE": "1", "PRIM_STATE": "US",
    "NAICS": "000000", "NAICS_TITLE": "Cross-industry", "I_GROUP": "cross-industry",
    "OWN_CODE": "1235", "OCC_CODE": "51-3011", "OCC_TITLE": "Bakers", "O_GROUP": "detailed",
    "TOT_EMP": 230, "EMP_PRSE": 1.2, "MEAN_PRSE": 0.4, "H_MEAN": 18, "A_MEAN": 37440,
    "H_PCT10": 12, "H_PCT25": 14.5, "H_MEDIAN": 17, "H_PCT75": 20, "H_PCT90": 26.75,
    "A_PCT10": 24960, "A_PCT25": 29120, "A_MEDIAN": 35360, "A_PCT75": 41600, "A_PCT90": 55640,
}  # fmt: skip


def in_area(kind: int, title: str, **more: Any) -> dict[str, Any]:
    """Return bakers in a state (kind 2) or an area (4)."""
    return {**BAKERS, "AREA_TYPE": str(kind), "AREA_TITLE": title, **more}


def notes(release: str, *, top: bool = True) -> list[str]:
    """Return the texts of the sheet "Field Descriptions"."""
    line = "#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year "
    return [f"{release} OEWS Estimates", "Field", *([line] if top else [])]


def workbook(
    path: Path,
    rows: Iterable[dict[str, Any]],
    release: str = "May 2024",
    columns: Sequence[str] = COLUMNS,
    *,
    top: bool = True,
) -> Path:
    """Write a workbook with a sheet of data, and one that describes it."""
    book = Workbook(write_only=True)
    data = book.create_sheet("All data")
    data.append(columns)
    for row in rows:
        # Years differ in the spelling of columns.
        data.append([row.get(name.strip().upper().replace(" ", "_")) for name in columns])
    about = book.create_sheet("Field Descriptions")
    for text in notes(release, top=top) if release else ["Field"]:
        about.append([text])
    book.save(path)
    return path


def zipped(path: Path, *files: Path, folder: str = "") -> Path:
    """Pack files into a zip file, in a folder, as the Bureau does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(file, f"{folder}/{file.name}" if folder else file.name)
    return path


def read_one(path: Path, read: Callable[[Table], T] = lambda table: [*table.rows]) -> T:
    """Return what *read* returns for the first table of a file, which is open meanwhile."""
    tables = find_tables(path)
    found = read(next(tables))
    tables.close()
    return found


def tabbed(path: Path, *rows: str) -> Path:
    """Write a tab-separated file; ``|`` stands for a tab."""
    path.write_text("".join(row.replace("|", "\t") + "\n" for row in rows), "utf-8")
    return path


def onet_files(folder: Path, release: str = "27.0") -> list[Path]:
    """Write O*NET's files about bakers and a part of them."""
    code, education = "O*NET-SOC Code", "51-3011.00|2.D.1|Required Level of Education|RL"
    more = "Recommend Suppress|Date|Domain Source"
    shares = {1: "20.50", 2: "61.04", 4: "10.00", 5: "8.46"}
    return [
        tabbed(folder / "Read Me.txt", f"O*NET {release} Database", "August 2022 Release"),
        tabbed(
            folder / "Education, Training, and Experience.txt",
            f"{code}|Element ID|Element Name|Scale ID|Category|Data Value|N|{more}",
            *(
                f"{education}|{level}|{shares.get(level, '0.00')}|25|N|08/2021|Incumbent"
                for level in range(1, 13)
            ),
            "51-3011.00|3.A.1|Related Work Experience|RW|1|100.00|25|N|08/2022|Incumbent",
            "51-3011.01|2.D.1|Required Level of Education|RL|1|100.00|25|N|08/2022|Incumbent",
        ),
        tabbed(folder / "Job Zones.txt", f"{code}|Job Zone|Date|Domain Source",
               "51-3011.00|2|08/2021|Analyst"),
        tabbed(
            folder / "Interests.txt",
            f"{code}|Element ID|Element Name|Scale ID|Data Value|Date|Domain Source",
            *(
                f"51-3011.00|1.B.1.a|{name}|OI|{strength}|06/2008|Analyst"
                for name, strength in (
                    ("Realistic", 7), ("Investigative", 1), ("Artistic", 3),
                    ("Social", 1.5), ("Enterprising", 3), ("Conventional", 4),
                )
            ),
            "51-3011.00|1.B.1.g|First Interest High-Point|IH|1.00|06/2008|Analyst",
        ),
        tabbed(
            folder / "Related Occupations.txt",
            f"{code}|Related O*NET-SOC Code|Relatedness Tier|Index",
            "51-3011.00|51-3092.00|Primary-Short|2", "51-3011.00|35-2021.01|Primary-Short|1",
            "51-3011.00|51-3011.01|Primary-Long|3",
        ),
        tabbed(
            folder / "Sample of Reported Titles.txt",
            f"{code}|Reported Job Title|Shown in My Next Move",
            "51-3011.00|Baker Helper|N", "51-3011.00|Pastry Chef; Decorator|Y",
        ),
        tabbed(folder / "Occupation Data.txt", f"{code}|Title|Description", "51-3011.00|Bakers|x"),
    ]  # fmt: skip


_PAY = ("MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")
_LEVELS = {"all": "total"}


def _cell(value: float | str) -> float | str:
    return "*" if value == "-" else value


def as_published(facts: Facts, folder: Path, states_of: str) -> list[Path]:
    """Write the figures of a release, and of the one before, as the Bureau's workbooks.

    The one of states has the occupations whose codes begin with *states_of*.
    """
    release = facts.release.name
    rows, states, earlier = [], [], []
    for row in facts.occupations.values():
        about = {
            "AREA_TITLE": "U.S.", "AREA_TYPE": "1", "I_GROUP": "cross-industry", "OWN_CODE": "1235",
            "OCC_CODE": row.code, "OCC_TITLE": row.title,
            "O_GROUP": _LEVELS.get(row.level, row.level),
        }  # fmt: skip
        pay = {f"{unit}_{name}": _cell(amount) for unit, amounts in (("H", row.hourly),
               ("A", row.annual)) for name, amount in zip(_PAY, amounts, strict=True)}  # fmt: skip
        rows.append({
            **about, **pay, "TOT_EMP": _cell(row.employment), "EMP_PRSE": row.employment_rse,
            "MEAN_PRSE": row.pay_rse,
        })  # fmt: skip
        states += [
            {
                **about, "AREA_TITLE": place.name, "AREA_TYPE": "2",
                "TOT_EMP": _cell(place.employment), "A_PCT10": _cell(place.p10),
                "A_MEDIAN": _cell(place.median), "A_PCT90": _cell(place.p90),
            }
            for place in row.states
            if row.code.startswith(states_of)
        ]  # fmt: skip
    for code, years in facts.earlier.items():
        (year,) = years
        earlier.append({
            **rows[0], "OCC_CODE": code, "O_GROUP": "detailed", "TOT_EMP": year.employment,
            "EMP_PRSE": year.employment_rse, "MEAN_PRSE": year.pay_rse,
            "H_MEAN": _cell(year.hourly_mean), "H_MEDIAN": _cell(year.hourly_median),
            "A_MEAN": _cell(year.annual_mean), "A_MEDIAN": _cell(year.annual_median),
        })  # fmt: skip
    # All columns, but only those cells that are read: there are 36,000 rows.
    used = [name for name in COLUMNS if name in {*rows[0], *states[0]}]
    before = next(iter(facts.earlier.values()))[0].release
    return [
        workbook(folder / "national_dl.xlsx", rows, release),
        workbook(folder / "state_dl.xlsx", states, release, used),
        workbook(folder / "earlier_dl.xlsx", earlier, before),
    ]
