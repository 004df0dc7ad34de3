"""Workbooks of the survey: their symbols, years, and faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from career_guides.facts.csv_files import FactsError
from career_guides.facts.importing.oews import Survey, read_survey
from tests.sites.survey import BAKERS, COLUMNS, in_area, read_one, workbook

if TYPE_CHECKING:
    from pathlib import Path

ACTORS = (
    BAKERS
    | {"OCC_CODE": "27-2011", "OCC_TITLE": "Actors", "HOURLY": "TRUE"}
    | {name: "*" for name in BAKERS if name.startswith("A_")}
)
TEACHERS = BAKERS | {"OCC_CODE": "25-2021", "OCC_TITLE": "Teachers", "ANNUAL": "TRUE"} | {
    name: "*" for name in BAKERS if name.startswith("H_")
}  # fmt: skip


def survey(tmp_path: Path, *rows: dict[str, Any], **options: Any) -> Survey:
    path = workbook(tmp_path / options.pop("name", "national_dl.xlsx"), rows, **options)
    return read_one(path, read_survey)


def test_figures_are_as_published(tmp_path: Path) -> None:
    found = survey(tmp_path, BAKERS, ACTORS, TEACHERS, BAKERS | {
        "OCC_CODE": "29-1215", "TOT_EMP": "**", "EMP_PRSE": None, "H_PCT90": "#", "A_PCT90": "#",
    })  # fmt: skip
    rows = found.rows["occupations.csv"]
    assert rows["51-3011"] == [(
        "51-3011", "detailed", "Bakers", "230", "1.2", "0.4", "18.00", "12.00", "14.50", "17.00",
        "20.00", "26.75", "37440", "24960", "29120", "35360", "41600", "55640",
    )]  # fmt: skip
    assert rows["27-2011"][0][6:] == (*rows["51-3011"][0][6:12], *["-"] * 6)
    assert rows["25-2021"][0][6:] == (*["-"] * 6, *rows["51-3011"][0][12:])
    ((*_, jobs, jobs_rse, _rse), hourly, annual) = (
        rows["29-1215"][0][:6], rows["29-1215"][0][6:12], rows["29-1215"][0][12:]
    )  # fmt: skip
    assert (jobs, jobs_rse, hourly[-1], annual[-1]) == ("-", "-", "#", "#")
    assert (found.release, found.tops) == ("May 2024", (239200, 115))
    assert found.top_at == (5, "H_PCT90")


def test_an_occupation_listed_twice_is_one(tmp_path: Path) -> None:
    broad = BAKERS | {"O_GROUP": "broad"}
    for rows in ([broad, BAKERS], [BAKERS, broad]):
        found = survey(tmp_path, *rows)
        assert [row[1] for row in found.rows["occupations.csv"]["51-3011"]] == ["detailed"]
        assert found.twice == 1
    with pytest.raises(FactsError, match="'51-3011' is there twice, with different"):
        survey(tmp_path, broad, BAKERS | {"TOT_EMP": 240})
    with pytest.raises(FactsError, match="'51-3011' is there twice"):
        survey(tmp_path, BAKERS, BAKERS)


def test_rows_are_of_the_country_states_and_areas(tmp_path: Path) -> None:
    """The file with all data has these, and rows of industries and owners, which are left out."""
    found = survey(
        tmp_path, BAKERS, in_area(2, "Ohio"), in_area(3, "Guam", TOT_EMP="**"),
        in_area(4, "Akron, OH"), in_area(6, "Eastern Ohio nonmetropolitan area"),
        in_area(2, "Ohio", O_GROUP="broad"),
        in_area(2, "Utah", TOT_EMP="**", A_MEDIAN="*", H_MEDIAN="*"),
        BAKERS | {"I_GROUP": "3-digit", "NAICS": "311000"}, BAKERS | {"OWN_CODE": 5},
        BAKERS | {"OWN_CODE": 1235, "OCC_CODE": "51-3021"},
    )  # fmt: skip
    assert found.rows["states.csv"]["51-3011"] == [
        ("51-3011", "Ohio", "230", "24960", "35360", "55640", "17.00"),
        ("51-3011", "Guam", "-", "24960", "35360", "55640", "17.00"),
    ]
    areas = [row[1] for row in found.rows["areas.csv"]["51-3011"]]
    assert areas == ["Akron, OH", "Eastern Ohio nonmetropolitan area"]
    assert found.rows["occupations.csv"].keys() == {"51-3011", "51-3021"}


@pytest.mark.parametrize(
    "columns",
    [
        [name.lower() for name in COLUMNS],
        [name.replace("_", " ") for name in COLUMNS],
        [name for name in COLUMNS if name not in {"PCT_RPT", "ANNUAL", "OWN_CODE", "PRIM_STATE"}],
        [*reversed(COLUMNS)],
        # Blanks around the names, as in tables that others made of the Bureau's files.
        [f" {name.lower()} " if name.startswith("A_") else name for name in COLUMNS],
        # "Location quotient" is not read, and has been abbreviated.
        ["LOC_Q" if name == "LOC_QUOTIENT" else name for name in COLUMNS],
    ],
)
def test_columns_move_and_are_renamed_between_years(tmp_path: Path, columns: list[str]) -> None:
    expected = survey(tmp_path, BAKERS).rows
    assert survey(tmp_path, BAKERS, columns=columns).rows == expected


#: Release -> columns that are named where the files of that release are read or described: the R
#: package oews2020 (https://rdrr.io/cran/oews2020/man/oews2020.html), and on GitHub the file
#: programming_jobs/write_to_feather.py of MarcinGladkowski/bamboo.
SEEN = {
    "May 2020": (
        "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP",
    ),
    "May 2023": (
        "AREA_TITLE", "AREA_TYPE", "OCC_TITLE", "I_GROUP", "TOT_EMP", "JOBS_1000", "O_GROUP",
        "PCT_TOTAL", "A_MEAN",
    ),
}  # fmt: skip


@pytest.mark.parametrize("release", SEEN)
def test_columns_of_other_years_are_those_of_the_workbook_that_we_have(release: str) -> None:
    assert {*SEEN[release]} <= {*COLUMNS}


def test_a_file_without_its_errors_has_none(tmp_path: Path) -> None:
    columns = [name for name in COLUMNS if not name.endswith("PRSE")]
    row = survey(tmp_path, BAKERS, columns=columns).rows["occupations.csv"]["51-3011"][0]
    assert row[3:6] == ("230", "-", "-")


def test_the_release_is_in_the_file_or_its_name(tmp_path: Path) -> None:
    assert survey(tmp_path, BAKERS, release="May 2023").release == "May 2023"
    named = survey(tmp_path, BAKERS, release="", name="state_M2022_dl.xlsx")
    assert named.release == "May 2022"
    assert survey(tmp_path, BAKERS, release="").release == ""


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"release": "May 2018"}, "May 2018 uses the occupational classification of 2010"),
        ({"release": "May 2020"}, "May 2020 uses the occupational classification of 2010, or a"),
        (
            {"release": "", "columns": [c.replace("O_GROUP", "OCC_GROUP") for c in COLUMNS]},
            "this release uses the occupational classification of 2010",
        ),
        ({"release": "", "OCC_CODE": "15-1132"}, "has '15-1132', a code of the classification of"),
        (
            {"columns": [name for name in COLUMNS if name != "A_MEDIAN"]},
            "sheet 'All data': lacks the column A_MEDIAN",
        ),
        (
            {"A_MEDIAN": "n/a"},
            r"sheet 'All data', column A_MEDIAN \(cell AB2\): expected a number, .* got 'n/a'",
        ),
        ({"OCC_CODE": "513011"}, r"column OCC_CODE \(cell I2\): expected a code such as 27-3091"),
        ({"AREA_TYPE": "5"}, r"column AREA_TYPE \(cell C2\): expected a type of area, 1 to 6"),
        ({"O_GROUP": "odd"}, r"column O_GROUP \(cell K2\): expected one of total, major,"),
        ({"A_MEDIAN": "=AA2*2"}, r"sheet 'All data', cell AB2: a formula instead of a value"),
    ],
)
def test_faults_are_reported_at_their_place(
    tmp_path: Path, options: dict[str, Any], message: str
) -> None:
    cells = {name: options.pop(name) for name in COLUMNS if name in options}
    with pytest.raises(FactsError, match=message) as error:
        survey(tmp_path, BAKERS | cells, **options)
    assert error.value.path.name == "national_dl.xlsx"
    assert error.value.line == (2 if "cell" in message else 1)
