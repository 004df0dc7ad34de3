"""O*NET's files: shares of education, and several releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from career_guides.facts.csv_files import FactsError
from career_guides.facts.importing.onet_files import OnetFiles, merge, version
from career_guides.facts.importing.take import take_files
from career_guides.facts.release import Release
from tests.sites.survey import onet_files, tabbed, zipped

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = Release()
SHARES = "20.5 61.04 0 10 8.46 0 0 0 0 0 0 0"


def rows(tmp_path: Path, *files: Path, about: Release = NOTHING) -> dict[str, dict[str, str]]:
    found, _credit = merge([*take_files(files, about).onet.values()])
    return found


def test_files_have_what_an_occupation_takes(tmp_path: Path) -> None:
    assert rows(tmp_path, *onet_files(tmp_path)) == {
        "51-3011": {
            "education": "High school diploma or equivalent", "education_percent": "61.04",
            "levels": SHARES, "levels_date": "2021-08", "job_zone": "2", "interests": "RCA",
            "related": "35-2021 51-3092", "titles": "Pastry Chef, Decorator; Baker Helper",
        }
    }  # fmt: skip


def test_shares_that_are_to_be_suppressed_are_left_out(tmp_path: Path) -> None:
    files = onet_files(tmp_path)
    text = files[1].read_text("utf-8").replace("2\t61.04\t25\tN", "2\t61.04\t25\tY")
    files[1].write_text(text, "utf-8")
    bakers = rows(tmp_path, *files)["51-3011"]
    assert bakers["levels"].split()[:3] == ["20.5", "-", "0"]
    assert bakers["education"] == "Less than a high school diploma"


def test_the_release_is_in_the_read_me_or_the_name(tmp_path: Path) -> None:
    files = onet_files(tmp_path)
    named = zipped(tmp_path / "db_30_1_text.zip", *files[1:])
    assert [*take_files([named], NOTHING).sources.values()] == ["O*NET 30.1"]
    zones = zipped(tmp_path / "zones.zip", files[2])
    with pytest.raises(FactsError, match="does not say which release of O\\*NET it is; add its"):
        take_files([zones], NOTHING)
    taken = take_files([zones], Release(onet="O*NET 30.0 Database, CC BY 4.0"))
    assert taken.lines() == [f"{zones}/Job Zones.txt: O*NET 30.0, 1 occupations"]
    assert version("O*NET 30.10 Database") > version("O*NET 30.9 Database") > version("")


def test_tables_of_the_same_form_are_told_apart(tmp_path: Path) -> None:
    """The table of work values has the columns of that of interests."""
    values = tabbed(
        tmp_path / "Work Values.txt",
        "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Date|Domain Source",
        "51-3011.00|1.B.2.a|Achievement|EX|3.33|11/2008|Analyst",
    )
    taken = take_files([values, *onet_files(tmp_path)], NOTHING)
    assert values in taken.not_needed
    assert merge([*taken.onet.values()])[0]["51-3011"]["interests"] == "RCA"


def release(number: str, **cells: str) -> OnetFiles:
    return OnetFiles(f"O*NET {number} Database", {"51-3011": cells})


OLD = release(
    "27.0", education="Diploma", education_percent="61.04", levels=SHARES, levels_date="2021-08",
    job_zone="2", titles="Baker",
)  # fmt: skip


def test_the_newest_release_counts(tmp_path: Path) -> None:
    new = release("29.3", education="Diploma", education_percent="61.0", job_zone="3", titles="")
    for releases in ([OLD, new], [new, OLD]):
        found, credit = merge(releases)
        assert found["51-3011"] == {
            "job_zone": "3", "interests": "", "related": "", "titles": "Baker",
            "education": "Diploma", "education_percent": "61.0", "levels": SHARES,
            "levels_date": "2021-08",
        }  # fmt: skip
        old, newest = "O*NET 27.0 Database", "O*NET 29.3 Database"
        assert credit == (newest, old, old)


@pytest.mark.parametrize(("level", "percent"), [("Diploma", "55.0"), ("Certificate", "61.0")])
def test_shares_of_another_survey_are_not_taken(level: str, percent: str) -> None:
    found, credit = merge([
        OLD, release("29.3", education=level, education_percent=percent),
    ])  # fmt: skip
    assert found["51-3011"]["education_percent"] == percent
    assert "levels" not in found["51-3011"]
    assert credit.levels == ""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("51-3011.00|2|", "51-3011|x|", "column Job Zone: expected a job zone from 1 to 5, got"),
        (
            "51-3011.00|2|",
            "513011|2|",
            r"column O\*NET-SOC Code: expected a code such as 27-3091.00",
        ),
        ("51-3011.00|2|", "51-3011.00|2|3|", "expected 4 columns, got 5"),
    ],
)
def test_faults_are_reported_at_their_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    zones = onet_files(tmp_path)[2]
    old, new = (text.replace("|", "\t") for text in (old, new))
    zones.write_text(
        zones.read_text("utf-8").replace(old, new.replace("51-3011\t", "51-3011.00\t")), "utf-8"
    )
    with pytest.raises(FactsError, match=message) as error:
        take_files([zones], NOTHING)
    assert (error.value.path, error.value.line) == (zones, 2)
