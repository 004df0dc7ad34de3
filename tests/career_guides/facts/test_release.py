"""A release of pay and employment figures: its contents, and errors in a broken one."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from career_guides.catalogue.load import load
from career_guides.facts.csv_files import FactsError
from career_guides.facts.release import BUNDLED, Bundled, Facts, bundled


def test_the_release_holds_every_occupation(ours: Facts) -> None:
    assert len(ours.detailed) == 830
    assert len(ours.occupations) == 1104
    assert ours.release.published == "2026-05-15"
    interpreters = ours.occupations["27-3091"]
    assert (interpreters.annual.median, interpreters.employment) == (60170, 52060)
    assert interpreters.hourly.p90 == 49.84
    assert [s.name for s in interpreters.top_states("employment", 2)] == ["Texas", "California"]
    assert interpreters.onet.education == "Bachelor's degree"


def test_the_release_before_is_the_latest_of_those_that_occupations_have(ours: Facts) -> None:
    assert ours.before == "May 2024"
    some = [
        next(iter(ours.earlier.values()))[-1]._replace(release=f"May {year}")
        for year in (2019, 2021)
    ]
    assert Facts(earlier={"a": some, "b": some[:1]}).before == "May 2021"
    assert Facts().before == ""


def test_percentiles_rise(ours: Facts) -> None:
    for row in ours.occupations.values():
        for _mean, *percentiles in (row.annual, row.hourly):
            numbers = [value for value in percentiles if isinstance(value, float)]
            assert numbers == sorted(numbers), row.code


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


@pytest.mark.parametrize("key", ["url", "onet_url"])
@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", 'https://x.example/"><script>', "data:text/html,x", "//x"]
)
def test_an_address_of_a_release_is_checked_like_those_of_authors(
    folder: Path, key: str, address: str
) -> None:
    path = folder / "release.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), key: address}), "utf-8")
    with pytest.raises(FactsError, match=f"'{key}': expected an address that starts with https://"):
        Facts.read(folder)


def test_the_bundled_release_which_builds_do_not_check_again_has_no_errors() -> None:
    found, known = Facts.read(BUNDLED), bundled()
    assert (found.release, found.occupations, found.earlier, found.folder) == (
        known.release, known.occupations, known.earlier, known.folder
    )  # fmt: skip
    assert len(known.detailed) > 800


def test_the_bundled_release_is_read_when_it_is_asked_for_and_kept_only_then() -> None:
    facts = Bundled()
    kept = pickle.dumps(facts)
    assert len(kept) < 200
    assert "occupations" not in vars(facts)
    assert facts == pickle.loads(kept) == bundled() != Facts()  # noqa: S301 - ours
    assert facts
    assert "occupations" not in vars(facts)
    assert len(facts.occupations) > 800
    kept = pickle.dumps(facts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Facts, "read", lambda *_args, **_options: pytest.fail("it was kept"))
        again = pickle.loads(kept)  # noqa: S301 - likewise
        assert pickle.dumps(again) == kept
        assert again.occupations == facts.occupations
        assert (again.release, again.before) == (facts.release, facts.before)
    assert pickle.dumps(again) == kept
    assert not hasattr(facts, "prices")


@pytest.mark.parametrize("occupation", ["", "29-1141"])
def test_only_a_guide_with_an_occupation_asks_for_them(tmp_path: Path, occupation: str) -> None:
    page = tmp_path / "nurse.md"
    page.write_text(f"---\ntitle: Nurse\noccupation: {occupation}\n---\n", "utf-8")
    bundled.cache_clear()  # other tests have read them
    catalogue, _unreadable = load(tmp_path, {"nurse": page})
    assert catalogue.entries["nurse"].occupations == tuple(filter(None, [occupation]))
    assert ("occupations" in vars(catalogue.facts)) == bool(occupation)
