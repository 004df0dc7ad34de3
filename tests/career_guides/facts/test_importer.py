"""``career-guides facts import``: the publishers' files become a release."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from career_guides.cli import main
from career_guides.facts.formatting import FactFormatter
from career_guides.facts.release import BUNDLED, Facts
from tests.sites import ROOT
from tests.sites.survey import ABOUT, NATIONAL, ONET, STATES

SHARED = ROOT.parent / "shared" / "data"


def test_our_release_equals_the_files_of_the_survey(tmp_path: Path, ours: Facts) -> None:
    if not SHARED.is_dir():
        pytest.skip("the survey's files are not beside the project")
    release = json.loads((BUNDLED / "release.json").read_text("utf-8"))
    files = [str(SHARED / name) for name in release["files"]]
    about = ["--release", release["name"], "--published", release["published"]]
    command = ["facts", "import", *files, "--out", str(tmp_path), *about]
    assert main([*command, "--onet", release["onet"]]) == 0
    for file in BUNDLED.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


def run_import(tmp_path: Path, *options: str, **texts: str) -> int:
    files = []
    for name, text in texts.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        files.append(str(tmp_path / f"{name}.csv"))
    return main(["facts", "import", *files, "--out", str(tmp_path / "out"), *options])


def test_release_is_imported(tmp_path: Path, capsys) -> None:
    texts = {"national": NATIONAL, "states": STATES, "onet": ONET}
    assert run_import(tmp_path, *ABOUT, "--top-annual", "245000", **texts) == 0
    assert "occupations.csv: 1 rows" in capsys.readouterr().out
    words = FactFormatter(Facts.read(tmp_path / "out"))
    bakers = words.facts.occupations["51-3011"]
    assert words.of("51-3011", "pay-p90").text == "$245,000 or more a year"
    assert bakers.onet.related == ("35-2021", "51-3092")
    # Five at either end, and only states that have the figure by which they are ranked.
    names = {state.name for state in bakers.states}
    assert {"Alabama", "California"} < names
    assert {"Georgia", "Hawaii"} < names
    assert "Connecticut" not in names
    assert len(names) == 10
    assert words.facts.release.files.keys() == {"national.csv", "states.csv", "onet.csv"}


def test_release_is_imported_in_parts(tmp_path: Path) -> None:
    assert run_import(tmp_path, *ABOUT, national=NATIONAL) == 0
    assert run_import(tmp_path, onet=ONET) == 0
    facts = Facts.read(tmp_path / "out")
    assert (facts.release.name, facts.release.published) == ("May 2026", "2027-05-14")
    assert facts.occupations["51-3011"].onet.education == "High school diploma or equivalent"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (NATIONAL.replace("230", "x30"), "national.csv:2: ERROR: 'employment': expected a number"),
        (NATIONAL.replace("51-3011", "513011"), "national.csv:2: ERROR: expected a SOC code such"),
        (NATIONAL + NATIONAL.split("\n")[1] + "\n", ":3: ERROR: '51-3011' is there twice, first"),
        ("a,b\n1,2\n", "national.csv:1: ERROR: is no file of the survey: it lacks the column"),
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
    assert "say which release this is: --release and --published" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
