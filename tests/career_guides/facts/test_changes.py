"""When a difference between two releases is a change."""

from __future__ import annotations

import pytest

from career_guides.facts.changes import change
from career_guides.facts.csv_files import NOT_RELEASED
from career_guides.facts.history import Year
from career_guides.facts.occupation import Occupation, Pay
from career_guides.facts.release import Facts

NONE = Pay(*[NOT_RELEASED] * 6)


def occupation(before: tuple, now: tuple, *, hourly: bool = False) -> Occupation:
    """Return an occupation; *before* and *now* are jobs, error of jobs, mean pay, error of pay."""
    jobs, jobs_rse, pay, pay_rse = before
    year = Year("May 2024", jobs, jobs_rse, pay_rse, *([pay] * 4))
    jobs, jobs_rse, pay, pay_rse = now
    pays = (Pay(*[pay] * 6), NONE) if hourly else (NONE, Pay(*[pay] * 6))
    return Occupation("1", "detailed", "x", jobs, jobs_rse, pay_rse, *pays, history=(year,))


@pytest.mark.parametrize(
    ("now", "is_larger"),
    [
        # Errors of 0.95 + 0.05 percent of each: for the first, 1.645 * hypot(1000, 1023) is 2,353.
        (102_300.0, False), (102_400.0, True), (97_710.0, False), (97_690.0, True),
        (100_000.0, False),
    ],
)  # fmt: skip
def test_a_difference_has_to_be_larger_than_its_error(now: float, is_larger: bool) -> None:
    row = occupation((100_000.0, 0.95, 100_000.0, 0.95), (now, 0.95, now, 0.95))
    for name in ("pay", "jobs"):
        found = change(row, name)
        assert found.is_larger is is_larger
        assert (found.since, found.before, found.now) == ("May 2024", 100_000, now)
        assert found.percent == pytest.approx((now - 100_000) / 1000)


def test_an_error_that_is_rounded_to_zero_is_not_zero() -> None:
    row = occupation((100_000.0, 0.0, 1.0, 0.0), (100_100.0, 0.0, 1.0, 0.0))
    assert not change(row, "jobs").is_larger
    row = occupation((100_000.0, 0.0, 1.0, 0.0), (100_200.0, 0.0, 1.0, 0.0))
    assert change(row, "jobs").is_larger


@pytest.mark.parametrize("missing", [NOT_RELEASED, "#", 0.0])
def test_without_both_figures_no_change_is_known(missing: str) -> None:
    whole = (100.0, 1.0, 100.0, 1.0)
    assert change(occupation((missing, 1.0, missing, 1.0), whole), "pay") is None
    if missing != 0.0:
        assert change(occupation(whole, (missing, 1.0, missing, 1.0)), "jobs") is None
        assert change(occupation((100.0, missing, 100.0, missing), whole), "pay") is None


def test_pay_by_the_hour_is_compared_with_pay_by_the_hour() -> None:
    row = occupation((1.0, 1.0, 20.0, 0.5), (1.0, 1.0, 25.0, 0.5), hourly=True)
    assert change(row, "pay").before == 20
    assert change(row, "pay").is_larger


def test_our_releases_are_compared(ours: Facts) -> None:
    nurses, interpreters = ours.occupations["29-1141"], ours.occupations["27-3091"]
    assert change(nurses, "pay")[1:] == (98430, 101420, True)
    assert change(nurses, "jobs")[1:] == (3282010, 3379720, True)
    # 64,950 to 66,360 with errors of 1.6 and 1.3 percent.
    assert not change(interpreters, "pay").is_larger
