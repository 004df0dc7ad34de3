"""``career-guides facts import``: the publishers' files become a release."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from career_guides.cli import main
from career_guides.facts.formatting import FactFormatter
from career_guides.facts.occupation import Place
from career_guides.facts.release import BUNDLED, Facts
from tests.sites import ROOT
from tests.sites.survey import BAKERS, as_published, in_area, onet_files, workbook, zipped
from tests.sites.survey_csv import NATIONAL, ONET, STATES

SHARED = ROOT.parent / "shared" / "data"


def test_our_release_equals_what_the_command_makes_of_the_files(tmp_path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("the publishers' files are not beside the project")
    release = json.loads((BUNDLED / "release.json").read_text("utf-8"))
    found = {path.name: path for path in SHARED.rglob("*") if path.is_file()}
    about = ["--release", release["name"], "--published", release["published"]]
    command = ["facts", "import", *(str(found[name]) for name in release["files"]), *about]
    assert main([*command, "--out", str(tmp_path), "--onet", release["onet"]]) == 0
    for file in BUNDLED.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name
    for name, source in release["files"].items():
        assert source["sha256"] == hashlib.sha256(found[name].read_bytes()).hexdigest()


def test_our_release_equals_what_the_command_makes_of_workbooks(tmp_path: Path) -> None:
    """The figures, packed into files of the Bureau's form, come out as they were."""
    books = as_published(Facts.read(BUNDLED), tmp_path, states_of="27-")
    out = tmp_path / "out"
    command = ["facts", "import", *map(str, books), "--out", str(out)]
    assert main([*command, "--published", "2026-05-15"]) == 0
    for name in ("occupations.csv", "history.csv"):
        assert (out / name).read_bytes() == (BUNDLED / name).read_bytes(), name
    lines = (BUNDLED / "states.csv").read_text("utf-8").splitlines()
    expected = [line for line in lines if line.startswith(("soc,", "27-"))]
    assert (out / "states.csv").read_text("utf-8").splitlines() == expected


def run_import(tmp_path: Path, *options: str, **texts: str) -> int:
    files = []
    for name, text in texts.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        files.append(str(tmp_path / f"{name}.csv"))
    return main(["facts", "import", *files, "--out", str(tmp_path / "out"), *options])


CREDIT = "O*NET 29.3 Database (May 2025), CC BY 4.0"
ABOUT = ("--release", "May 2026", "--published", "2027-05-14")


def test_release_is_imported(tmp_path: Path, capsys) -> None:
    texts = {"national": NATIONAL, "states": STATES, "onet": ONET}
    assert run_import(tmp_path, *ABOUT, "--top-annual", "245000", "--onet", CREDIT, **texts) == 0
    assert "occupations.csv: 1 rows" in capsys.readouterr().out
    words = FactFormatter(Facts.read(tmp_path / "out"))
    bakers = words.facts.occupations["51-3011"]
    assert words.of("51-3011", "pay-p90").text == "$245,000 or more a year"
    assert bakers.onet.related == ("35-2021", "51-3092")
    assert len(bakers.states) == 11
    assert bakers.states[6] == Place("Connecticut", "-", 20000, 30000, 50000)
    assert bakers.onet.interests == "R"
    assert words.facts.release.files.keys() == {"national.csv", "states.csv", "onet.csv"}


def test_release_is_imported_in_parts(tmp_path: Path) -> None:
    assert run_import(tmp_path, *ABOUT, national=NATIONAL) == 0
    assert run_import(tmp_path, "--onet", CREDIT, onet=ONET) == 0
    facts = Facts.read(tmp_path / "out")
    assert (facts.release.name, facts.release.published) == ("May 2026", "2027-05-14")
    assert facts.occupations["51-3011"].onet.education == "High school diploma or equivalent"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            NATIONAL.replace("230", "x30"),
            "national.csv:2: ERROR: column employment: expected a number",
        ),
        (
            NATIONAL.replace("51-3011", "513011"),
            "national.csv:2: ERROR: column soc: expected a SOC",
        ),
        (NATIONAL + NATIONAL.split("\n")[1] + "\n", ":3: ERROR: '51-3011' is there twice, first"),
        (
            "a,b\n1,2\n",
            "national.csv:1: ERROR: is no file of the survey or of O*NET: it lacks the column",
        ),
        ("", "national.csv:1: ERROR: is no file of the survey"),
    ],
)
def test_faulty_file_is_reported_and_nothing_is_written(
    tmp_path: Path, capsys, text: str, message: str
) -> None:
    assert run_import(tmp_path, *ABOUT, national=text) == 1
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_import_has_to_say_which_release_it_is(tmp_path: Path, capsys) -> None:
    assert run_import(tmp_path, national=NATIONAL) == 1
    assert "does not say which release it is of; say it with --release" in capsys.readouterr().err
    assert run_import(tmp_path, "--release", "May 2026", national=NATIONAL) == 1
    assert "say when May 2026 was published: --published" in capsys.readouterr().err
    assert run_import(tmp_path, "--onet", CREDIT, onet=ONET) == 1
    assert "say which release this is: --release and --published" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def imported(tmp_path: Path, *files: Path, options: tuple[str, ...] = ()) -> Facts:
    command = ["facts", "import", *map(str, files), "--out", str(tmp_path / "out"), *options]
    assert main(command) == 0
    return Facts.read(tmp_path / "out")


def test_publishers_files_are_imported_in_any_mix(tmp_path: Path, capsys) -> None:
    rows = [BAKERS | {"O_GROUP": "broad"}, BAKERS]
    national = workbook(tmp_path / "national_M2026_dl.xlsx", rows, "May 2026")
    archive = zipped(tmp_path / "oesm26nat.zip", national, folder="oesm26nat")
    states = workbook(tmp_path / "state_M2026_dl.xlsx", [in_area(2, "Ohio")], "May 2026")
    areas = workbook(tmp_path / "MSA_M2026_dl.xlsx", [in_area(4, "Akron, OH")], "May 2026")
    older = workbook(tmp_path / "national_M2025_dl.xlsx", [BAKERS | {"TOT_EMP": 90}], "May 2025")
    database = zipped(tmp_path / "db_29_3_text.zip", *onet_files(tmp_path, "29.3"))
    files = (database, older, archive, states, areas)
    facts = imported(tmp_path, *files, options=("--published", "2027-05-14"))
    said = capsys.readouterr().out
    assert f"{archive}/oesm26nat/{national.name}: May 2026, 1 occupations and groups, 1 of" in said
    assert f"{areas}: May 2026, 1 figures of areas" in said
    assert f"{database}/Interests.txt: O*NET 29.3, 1 occupations" in said
    assert "history.csv: 1 rows" in said
    bakers = facts.occupations["51-3011"]
    assert (bakers.employment, [state.name for state in bakers.states]) == (230, ["Ohio"])
    assert [(year.release, year.employment) for year in bakers.history] == [("May 2025", 90)]
    assert (facts.release.name, facts.release.top_annual) == ("May 2026", 239200)
    assert facts.release.onet.startswith("O*NET 29.3 Database (August 2022), U.S. Department")
    assert facts.release.files[archive.name] == {
        "release": "May 2026", "sha256": hashlib.sha256(archive.read_bytes()).hexdigest(),
    }  # fmt: skip
    # The order of the files does not matter.
    before = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}
    shutil.rmtree(tmp_path / "out")
    imported(tmp_path, *reversed(files), options=("--published", "2027-05-14"))
    assert {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()} == before


def test_a_new_release_makes_the_last_one_history(tmp_path: Path, capsys) -> None:
    for year in (2024, 2026, 2025):
        rows = [BAKERS | {"TOT_EMP": year}, in_area(2, "Ohio")]
        workbook(tmp_path / f"all_data_M_{year}.xlsx", rows, f"May {year}")
    files = {year: tmp_path / f"all_data_M_{year}.xlsx" for year in (2024, 2025, 2026)}
    imported(tmp_path, files[2024], options=("--published", "2025-04-02"))
    command = ["facts", "import", str(files[2026]), "--out", str(tmp_path / "out")]
    assert main(command) == 1  # the date is that of the release before
    assert "say when May 2026 was published: --published" in capsys.readouterr().err
    imported(tmp_path, files[2026], options=("--published", "2027-05-14"))
    facts = imported(tmp_path, files[2025])
    bakers = facts.occupations["51-3011"]
    assert [year.release for year in bakers.history] == ["May 2024", "May 2025"]
    assert (facts.release.name, facts.release.published) == ("May 2026", "2027-05-14")
    assert bakers.employment == 2026
    assert facts.release.files.keys() == {file.name for file in files.values()}
    # Figures of states go with their release.
    newer = workbook(tmp_path / "national_M2027_dl.xlsx", [BAKERS], "May 2027")
    facts = imported(tmp_path, newer, options=("--published", "2028-05-14"))
    assert facts.occupations["51-3011"].states == ()


def test_pay_above_the_highest_needs_that_limit(tmp_path: Path, capsys) -> None:
    rich = workbook(tmp_path / "rich.xlsx", [BAKERS | {"A_PCT90": "#", "H_PCT90": "#"}], top=False)
    command = ["facts", "import", str(rich), "--out", str(tmp_path / "out")]
    assert main([*command, "--published", "2025-04-02"]) == 1
    said = capsys.readouterr().err
    assert "rich.xlsx:2: ERROR: sheet 'All data', column H_PCT90 (cell Y2): '#' is pay of" in said
    limits = ["--top-annual", "239200", "--top-hourly", "115"]
    assert main([*command, "--published", "2025-04-02", *limits]) == 0
    words = FactFormatter(Facts.read(tmp_path / "out"))
    assert words.of("51-3011", "pay-p90").text == "$239,200 or more a year"


def test_files_that_are_not_needed_are_named(tmp_path: Path, capsys) -> None:
    files = onet_files(tmp_path)
    national = workbook(tmp_path / "national.xlsx", [BAKERS])
    imported(tmp_path, national, *files, options=("--published", "2025-04-02"))
    assert "Occupation Data.txt: not needed" in capsys.readouterr().out
    assert "Occupation Data.txt" not in Facts.read(tmp_path / "out").release.files
