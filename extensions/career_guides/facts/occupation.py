"""An occupation of the survey: its jobs and pay, in the country and by state, and O*NET's data."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .csv_files import NOT_RELEASED, parsed_lines
from .onet import NO_ONET, Onet

if TYPE_CHECKING:
    from .history import Year

Value = float | str


class Pay(NamedTuple):
    """Mean and percentiles of pay."""

    mean: Value
    p10: Value
    p25: Value
    median: Value
    p75: Value
    p90: Value

    @property
    def is_released(self) -> bool:
        return self.median != NOT_RELEASED

    @property
    def shown(self) -> tuple[str, ...]:
        """Names of the figures that pages show: the median, and complete pairs of percentiles."""
        if not self.is_released:
            return ()
        if NOT_RELEASED in {self.p10, self.p90}:
            return ("median",)
        if NOT_RELEASED in {self.p25, self.p75}:
            return ("p10", "median", "p90")
        return ("p10", "p25", "median", "p75", "p90")


class Place(NamedTuple):
    """An occupation in one state or area: jobs and yearly pay, and the median by the hour."""

    name: str
    employment: Value
    p10: Value
    median: Value
    p90: Value
    hourly_median: Value = NOT_RELEASED


def places(lines: str) -> list[Place]:
    """Return the places in lines of ``states.csv`` or ``areas.csv``."""
    return [Place(name, *figures) for name, figures in parsed_lines(lines)]


# The pages of a career show the same occupation: its card, its map, its tables.
@lru_cache(maxsize=100)
def _states(lines: str) -> tuple[Place, ...]:
    return tuple(places(lines))


class Occupation(NamedTuple):
    """An occupation or group of the survey.

    :param code: SOC code
    :param level: ``all``, ``major``, ``minor``, ``broad`` or ``detailed``
    :param employment: number of jobs; self-employed people are not counted
    :param employment_rse: relative standard error of the employment, in percent
    :param pay_rse: relative standard error of the mean pay, in percent
    :param state_lines: its lines of ``states.csv``
    :param history: the same occupation in earlier releases, the oldest first
    """

    code: str
    level: str
    title: str
    employment: Value
    employment_rse: Value
    pay_rse: Value
    hourly: Pay
    annual: Pay
    state_lines: str = ""
    onet: Onet = NO_ONET
    history: tuple[Year, ...] = ()

    @property
    def pay(self) -> Pay:
        """Pay by the year, or by the hour if that is all that the survey reports."""
        return (
            self.annual if self.annual.is_released or not self.hourly.is_released else self.hourly
        )

    @property
    def is_hourly(self) -> bool:
        return self.pay is self.hourly

    @property
    def states(self) -> tuple[Place, ...]:
        """The occupation in each state and territory, in the order of their names."""
        return _states(self.state_lines)

    def top_states(self, key: str, number: int) -> list[Place]:
        """Return the states with the highest ``median`` or ``employment``, the highest first."""
        found = [state for state in self.states if isinstance(getattr(state, key), float)]
        return sorted(found, key=lambda state: (-getattr(state, key), state.name))[:number]
