"""Pay and employment: the release, the figures in words, and how a new release is read in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from career_guides.check.rules.typed_figures import typed_figures
from career_guides.cli import main
from career_guides.facts.csv_files import FactsError
from career_guides.facts.formatting import FIGURES, FactFormatter, FigureError
from career_guides.facts.release import OURS, Facts
from career_guides.facts.soc import EDITION_2010, why_unknown
from tests.conftest import FACTS, ROOT

SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="module")
def ours() -> Facts:
    return Facts.read(OURS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small release as files."""
    for name, text in FACTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path / "facts"


@pytest.fixture
def words(folder: Path) -> FactFormatter:
    return FactFormatter(Facts.read(folder))


# -- the release that comes with the extension --------------------------------


def test_the_release_holds_every_occupation(ours: Facts) -> None:
    assert len(ours.detailed) == 830
    assert len(ours.occupations) == 1104
    assert ours.release.published == "2026-05-15"
    interpreters = ours.occupations["27-3091"]
    assert (interpreters.annual.median, interpreters.employment) == (60170, 52060)
    assert interpreters.hourly.p90 == 49.84
    assert [s.name for s in interpreters.top_states("employment", 2)] == ["Texas", "California"]
    assert interpreters.onet.education == "Bachelor's degree"


def test_percentiles_rise(ours: Facts) -> None:
    for row in ours.occupations.values():
        for _mean, *percentiles in (row.annual, row.hourly):
            numbers = [value for value in percentiles if isinstance(value, float)]
            assert numbers == sorted(numbers), row.code


def test_the_release_is_what_the_survey_published(tmp_path: Path, ours: Facts) -> None:
    if not SHARED.is_dir():
        pytest.skip("the survey's files are not beside the project")
    release = json.loads((OURS / "release.json").read_text("utf-8"))
    files = [str(SHARED / name) for name in release["files"]]
    about = ["--release", release["name"], "--published", release["published"]]
    command = ["facts", "import", *files, "--out", str(tmp_path), *about]
    assert main([*command, "--onet", release["onet"]]) == 0
    for file in OURS.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name


# -- codes --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("27-3091", ""),
        ("27-0000", "is a group, 'Arts, Design, Entertainment, Sports, and Media Occupations'; "),
        ("27-3090", "name an occupation in it: 27-3091 Interpreters and Translators, 27-3092"),
        ("00-0000", "is a group, 'All Occupations'; name an occupation in it: 11-1011 Chief Exec"),
        ("15-1132", "is a code of the classification of 2010; in that of 2018 it is '15-1252'"),
        ("27-3091.00", "is a code of O*NET; write '27-3091' (Interpreters and Translators)"),
        ("99-3091.00", "is a code of O*NET, for an occupation that the survey does not count"),
        ("31-1121", "is counted by the survey as part of '31-1120' (Home Health and Personal"),
        ("55-1011", "is a military occupation, which the survey does not count"),
        ("29-1142", "is no occupation of the survey (SOC of 2018): 29-1141 Registered Nurses"),
        ("27-3019", "is no occupation of the survey (SOC of 2018): 27-3011 Broadcast"),
        ("99-9999", "is no occupation of the survey (SOC of 2018)"),
    ],
)
def test_code(ours: Facts, code: str, message: str) -> None:
    found = why_unknown(code, ours.occupations)
    assert message in found
    assert bool(found) == bool(message)


def test_codes_of_2010_lead_to_those_of_2018(ours: Facts) -> None:
    for old, new in EDITION_2010.items():
        assert old not in ours.occupations
        assert ours.occupations[new].level == "detailed"


# -- figures in words ---------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "name", "text"),
    [
        ("29-1141", "median-pay", "$97,550 a year"),
        ("29-1141", "median-hourly-pay", "$46.90 an hour"),
        ("29-1141", "employment", "3,300"),
        ("29-1141", "highest-paying-states", "Maine ($80,000), Ohio ($78,000), and Utah ($70,000)"),
        ("29-1141", "highest-employing-states", "Ohio (900) and Maine (120)"),
        ("27-3091", "education", "Bachelor's degree"),
        ("00-0000", "pay-p10", "$22,880 a year"),
        # What nobody released is never a number of somebody's own.
        ("27-2042", "median-pay", "$47.80 an hour"),
        ("29-1021", "pay-p90", "$239,200 or more a year"),
        ("29-1021", "release", "May 2025"),
    ],
)
def test_figure(words: FactFormatter, code: str, name: str, text: str) -> None:
    said = words.of(code, name)
    assert said.text == text
    where = "O*NET 29.3" if name == "education" else "Bureau of Work, Survey of Work, May 2025"
    assert where in said.source


@pytest.mark.parametrize(
    ("code", "name", "message"),
    [
        (
            "29-1141",
            "median-wage",
            "no figure 'median-wage'; did you mean 'median-pay'? (figures: ",
        ),
        ("29-1021", "median-hourly-pay", "the survey releases no 'median-hourly-pay' of 29-1021"),
        ("29-1141", "education", "the survey releases no 'education' of 29-1141 (Nurses)"),
        ("27-2042", "highest-paying-states", "the survey releases no 'highest-paying-states'"),
        ("27-0000", "median-pay", "'27-0000' is a group, 'Arts Occupations'"),
        ("29-1142", "median-pay", "'29-1142' is no occupation of the survey"),
    ],
)
def test_figure_that_is_not(words: FactFormatter, code: str, name: str, message: str) -> None:
    with pytest.raises(FigureError) as error:
        words.of(code, name)
    assert message in str(error.value)


def test_without_a_limit_a_top_code_is_no_number(folder: Path) -> None:
    path = folder / "release.json"
    path.write_text(path.read_text("utf-8").replace("239200", "0"), "utf-8")
    said = FactFormatter(Facts.read(folder)).of("29-1021", "pay-p90")
    assert said.text == "more than the survey releases"


def test_figures_follow_the_language(folder: Path) -> None:
    german = FactFormatter(Facts.read(folder), "de")
    assert german.of("29-1141", "employment").text == "3.300"
    assert FactFormatter(Facts.read(folder), "tlh").of("29-1141", "employment").text == "3,300"


def test_every_figure_has_a_value_somewhere(ours: Facts) -> None:
    words = FactFormatter(ours)
    for name in FIGURES:
        assert words.of("27-3091", name).text


# -- a release that is read in ------------------------------------------------

NATIONAL = (
    "soc,level,title,employment,employment_rse,hourly_mean,annual_mean,wage_rse,hourly_p10,"
    "hourly_p25,hourly_median,hourly_p75,hourly_p90,annual_p10,annual_p25,annual_median,"
    "annual_p75,annual_p90,footnotes\n"
    "51-3011,detailed,Bakers,230,1.2,18.00,37440,0.4,12.00,14.00,17.00,20.00,26.00,"
    "24960,29120,35360,41600,#,\n"
)
STATES = "soc,state,employment,annual_p10,annual_median,annual_p90,more\n" + "".join(
    f"51-3011,{name},{jobs},20000,{pay},50000,x\n"
    for name, jobs, pay in (
        ("Alabama", 1, 36000), ("Alaska", 2, 35000), ("Arizona", 3, 34000), ("Arkansas", 4, 33000),
        ("California", 5, 32000), ("Colorado", 6, 31000), ("Connecticut", "-", 30000),
        ("Delaware", 8, 29000), ("Florida", 9, 28000), ("Georgia", 10, "-"), ("Hawaii", 11, 26000),
    )
)  # fmt: skip
ONET = (
    "onet_soc,title,job_zone,interest_code,required_education_mode,required_education_percent,"
    "top_skills_importance_1_to_5,related_onet_soc\n"
    "51-3011.00,Bakers,2,R,High school diploma or equivalent,61.0,x,"
    "35-2021.00;35-2021.01;51-3092.00\n"
    "51-3011.01,Pastry Bakers,2,R,-,-,x,\n"
)


def run_import(tmp_path: Path, *options: str, **texts: str) -> int:
    files = []
    for name, text in texts.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        files.append(str(tmp_path / f"{name}.csv"))
    return main(["facts", "import", *files, "--out", str(tmp_path / "out"), *options])


ABOUT = ("--release", "May 2026", "--published", "2027-05-14")


def test_a_release_is_read_in(tmp_path: Path, capsys) -> None:
    texts = {"national": NATIONAL, "states": STATES, "onet": ONET}
    assert run_import(tmp_path, *ABOUT, "--top-annual", "245000", **texts) == 0
    assert "occupations.csv: 1 rows" in capsys.readouterr().out
    words = FactFormatter(Facts.read(tmp_path / "out"))
    bakers = words.facts.occupations["51-3011"]
    assert words.of("51-3011", "pay-p90").text == "$245,000 or more a year"
    assert bakers.onet.related == ("35-2021", "51-3092")
    # Five at either end, and no state without the figure that it would stand there for.
    names = {state.name for state in bakers.states}
    assert {"Alabama", "California"} < names
    assert {"Georgia", "Hawaii"} < names
    assert "Connecticut" not in names
    assert len(names) == 10
    assert words.facts.release.files.keys() == {"national.csv", "states.csv", "onet.csv"}


def test_a_release_may_come_in_parts(tmp_path: Path) -> None:
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
def test_a_bad_file_writes_nothing(tmp_path: Path, capsys, text: str, message: str) -> None:
    assert run_import(tmp_path, *ABOUT, national=text) == 1
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_import_has_to_say_which_release_it_is(tmp_path: Path, capsys) -> None:
    assert run_import(tmp_path, national=NATIONAL) == 1
    assert "say which release this is: --release and --published" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "message"),
    [
        ("occupations.csv", "97550", "many", 8, "expected a number, '-' or '#', got 'many'"),
        ("occupations.csv", "soc,level", "code,level", 1, "expected the columns soc,level,title"),
        ("occupations.csv", ",3300,", ",", 8, "expected 18 cells, got 17"),
        ("states.csv", "Maine,40", "Maine", 2, "expected 6 cells, got 5"),
        ("states.csv", "Maine,40", "Maine,", 2, "expected a number, '-' or '#', got ''"),
        ("occupations.csv", "97550", "", 8, "expected a number, '-' or '#', got ''"),
        ("release.json", '"survey"', "survey", 1, "invalid JSON"),
        ("release.json", "2026-05-15", "soon", 1, "no release: Invalid isoformat string"),
        ("release.json", '"Survey of Work"', "1", 1, "'survey' is not of the right kind"),
    ],
)
def test_a_broken_release_is_reported_at_its_line(
    folder: Path, name: str, old: str, new: str, line: int, message: str
) -> None:
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(FactsError) as error:
        Facts.read(folder)
    assert message in str(error.value)
    assert (error.value.path.name, error.value.line) == (name, line)


# -- figures typed by hand ----------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Bakers earn $31,000.",
        "They start at 31 000 euros a year or 31,000 dollars.",
        "There are 240,000 jobs.",
        "Employment is expected to grow by 9% from 2018 to 2028.",
        "About 12 per cent earn more.",
        "Half earn sixty thousand dollars.",
        "Some make £40k.",
    ],
)
def test_a_typed_figure_is_found(text: str) -> None:
    (problem,) = typed_figures(f"---\ntitle: A\n---\n\n{text}\n", "a/b")
    assert (problem.line, problem.subtype) == (5, "fact")


@pytest.mark.parametrize(
    "text",
    [
        "Half earn more than {fact}`27-3091 median-pay`, in {fact}`27-3091 employment` jobs.",
        "Two of a hundred bakers work at night, from 2 to 10.",
        "Bread loses 12 % of its weight in the oven.",
        "The law of 1938 set a week of 40 hours, and a crew of 3 employs two.",
        "See `$HOME` and https://example.org/$5.",
        "```sh\necho $1\n```",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(typed_figures(f"---\ntitle: A\n---\n\n{text}\n", "a/b")) == []


def test_no_figure_of_the_knowledge_base_is_typed_by_hand() -> None:
    pages = [path for path in (ROOT / "docs").rglob("*.md") if "contribute" not in path.parts]
    found = [
        f"{path}:{problem.line}: {problem.message}"
        for path in pages
        for problem in typed_figures(path.read_text("utf-8"), path.stem)
    ]
    assert len(pages) > 15
    assert found == []
