"""Format the figures of a release as text, with their units, in the language of the site."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from babel.core import UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from career_guides.diagnostics.problem import shorten
from career_guides.diagnostics.suggestions import suggest

from .amounts import count, dollars, percent
from .changes import change
from .csv_files import NOT_RELEASED, TOP
from .names import education_level, release_name
from .soc import ALL, why_unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from .occupation import Occupation, Pay, Value
    from .release import Facts


#: How many states a figure in prose names.
NAMED_STATES = 3


def in_words(day: dt.date, language: str) -> str:
    """Return *day* as written in *language*; in English if Babel does not know the language."""
    try:
        # Babel's plain "en" is American; a page for an international audience says "22 November".
        return format_date(day, "long", locale="en_GB" if language == "en" else language)
    except (UnknownLocaleError, ValueError):
        return format_date(day, "long", locale="en_GB")


class FigureError(ValueError):
    """There is no such figure; the message says why, and which figures there are."""


class Said(NamedTuple):
    """A figure as text, with its source.

    :param text: the figure with its unit, such as ``$60,170 a year``
    :param source: what the figure describes, and the release it is from
    :param release: the release alone, with its publisher
    """

    text: str
    source: str
    release: str


class FactFormatter:
    """Formats the figures of a release in one language.

    :param language: as in Sphinx's ``language``; English if Babel does not know it
    :param translate: translates one of our messages into that language
    """

    def __init__(
        self, facts: Facts, language: str = "en", translate: Callable[[str], str] = str
    ) -> None:
        self.facts = facts
        self._ = translate
        self.locale = language
        try:
            format_decimal(1, locale=language)
        except (UnknownLocaleError, ValueError):
            self.locale = "en"

    def money(self, amount: Value, *, hourly: bool = False, unit: bool = True) -> str:
        """Return pay in US dollars, or words for a figure that the survey does not release.

        :param hourly: whether it is pay by the hour, with cents, or by the year
        :param unit: whether to add "an hour" or "a year"
        """
        if amount == NOT_RELEASED:
            return self._("not released")
        text = "{pay}"
        if unit:
            text = self._("{pay} an hour") if hourly else self._("{pay} a year")
        if amount == TOP:
            release = self.facts.release
            limit = release.top_hourly if hourly else release.top_annual
            if not limit:
                return self._("more than the survey releases")
            pay = self._("{pay} or more").format(pay=self.dollars(limit, hourly=hourly))
        else:
            pay = self.dollars(float(amount), hourly=hourly)
        return text.format(pay=pay)

    def dollars(self, amount: float, *, hourly: bool = False) -> str:
        return dollars(amount, self.locale, hourly=hourly)

    def count(self, number: Value) -> str:
        if not isinstance(number, float):
            if number == NOT_RELEASED:
                return self._("not released")
            return self._("more than the survey releases")
        return count(number, self.locale)

    def percent(self, number: Value) -> str:
        """Return *number*, in percent, with one decimal."""
        if not isinstance(number, float):
            return self._("not released")
        return percent(number, self.locale)

    def date(self, day: str) -> str:
        return in_words(dt.date.fromisoformat(day), self.locale)

    def join(self, items: list[str]) -> str:
        return format_list(items, locale=self.locale) if items else self._("not released")

    def states(self, row: Occupation, key: str, number: int = NAMED_STATES) -> list[str]:
        """Return the top states with their figures, such as ``Texas (6,780)``."""
        write = self.count if key == "employment" else partial(self.money, unit=False)
        found = row.top_states(key, number)
        return [f"{state.name} ({write(getattr(state, key))})" for state in found]

    def direction(self, percent: float) -> str:
        text = self._("up {percent}") if percent > 0 else self._("down {percent}")
        return text.format(percent=self.percent(abs(percent)))

    def change(self, row: Occupation, name: str) -> str:
        """Return how ``pay`` or ``jobs`` has changed, such as ``up 3.0% since May 2024``."""
        if (found := change(row, name)) is None:
            return ""
        text = self._("{change} since {release}")
        if not found.is_larger:
            text = self._("unchanged since {release} within the survey's own error")
        elif name == "pay":
            text = self._("{change} since {release}, in current dollars")
        return text.format(
            change=self.direction(found.percent), release=release_name(found.since, self.locale)
        )

    def of(self, code: str, name: str, docname: str = "") -> Said:
        """Return one figure by its name.

        :param code: SOC code of an occupation, or ``00-0000`` for all of them
        :param name: a key of :data:`FIGURES`
        :param docname: the page that shows it, which a message about an unknown code considers
        :raises FigureError: if there is no such occupation or figure, or the survey has not
            released it
        """
        if not self.facts:
            raise FigureError("there are no facts; see 'career-guides facts import'")
        reason = "" if code == ALL else why_unknown(code, self.facts.occupations, docname)
        if reason or code not in self.facts.occupations:
            raise FigureError(reason or f"{shorten(code)} is not in the survey")
        if name not in FIGURES:
            known = ", ".join(FIGURES)
            raise FigureError(
                f"no figure {shorten(name)}{suggest(name, FIGURES)} (figures: {known})"
            )
        row = self.facts.occupations[code]
        text = FIGURES[name](self, row)
        if not text or text == self._("not released"):
            raise FigureError(f"the survey releases no '{name}' of {code} ({row.title})")
        where, release = self._("United States"), self.release(name)  # Babel reads no f-strings
        return Said(text, f"{row.title}, {where}: {self.label(name)}. {release}", release)

    def release(self, name: str) -> str:
        """Return the release that the figure *name* is from, with its publisher."""
        release = self.facts.release
        if name == "education":
            return release.onet
        return f"{release.publisher}, {release.survey}, {release_name(release.name, self.locale)}"

    def label(self, name: str) -> str:
        """Return what the figure *name* is called in text."""
        what, _dash, last = name.rpartition("-")
        if last[1:].isdigit():
            pay = self._("hourly pay") if what == "hourly-pay" else self._("pay")
            return self._("{pay}, {number}th percentile").format(pay=pay, number=last[1:])
        return self.labels()[name]

    def labels(self) -> dict[str, str]:
        """Return what each figure is called in text, except for the percentiles."""
        return {
            "median-pay": self._("median pay"), "mean-pay": self._("mean pay"),
            "median-hourly-pay": self._("median hourly pay"),
            "mean-hourly-pay": self._("mean hourly pay"),
            "employment": self._("employment"), "education": self._("education"),
            "highest-paying-states": self._("highest paying states"),
            "highest-employing-states": self._("highest employing states"),
            "pay-change": self._("change in mean pay"),
            "employment-change": self._("change in employment"),
            "title": self._("title"), "release": self._("release"),
        }  # fmt: skip

    def pay_range(self, pay: Pay, *, hourly: bool) -> str:
        """Return the percentiles in one or two sentences."""

        def money(amount: float | str) -> str:
            return self.money(amount, hourly=hourly, unit=False)

        if "p10" not in pay.shown:
            return self._("The median is {pay}.").format(pay=self.money(pay.median, hourly=hourly))
        if pay.p90 == TOP:  # the words for this figure already include "or more"
            text = self._("One in ten earns less than {low}, one in ten {high}.")
        else:
            text = self._("One in ten earns less than {low}, one in ten more than {high}.")
        text = text.format(low=money(pay.p10), high=money(pay.p90))
        if "p25" not in pay.shown:
            return text
        middle = self._("The middle half earns {low} to {high}.")
        return f"{text} {middle.format(low=money(pay.p25), high=money(pay.p75))}"


def _pay(formatter: FactFormatter, row: Occupation, *, key: str) -> str:
    """Return pay by the year, or by the hour if the survey reports nothing else."""
    return formatter.money(getattr(row.pay, key), hourly=row.is_hourly)


def _hourly(formatter: FactFormatter, row: Occupation, *, key: str) -> str:
    return formatter.money(getattr(row.hourly, key), hourly=True)


_KEYS = {"median": "median-{}", "mean": "mean-{}"} | {
    key: "{}-" + key for key in ("p10", "p25", "p75", "p90")
}

#: Name of a figure, as the role ``{fact}`` takes it -> function that formats it.
FIGURES: dict[str, Callable[[FactFormatter, Occupation], str]] = {
    **{form.format("pay"): partial(_pay, key=key) for key, form in _KEYS.items()},
    **{form.format("hourly-pay"): partial(_hourly, key=key) for key, form in _KEYS.items()},
    "employment": lambda formatter, row: formatter.count(row.employment),
    "highest-paying-states": lambda formatter, row: formatter.join(formatter.states(row, "median")),
    "highest-employing-states": lambda formatter, row: formatter.join(
        formatter.states(row, "employment")
    ),
    "education": lambda formatter, row: education_level(formatter._, row.onet.education),
    "pay-change": lambda formatter, row: formatter.change(row, "pay"),
    "employment-change": lambda formatter, row: formatter.change(row, "jobs"),
    "title": lambda _formatter, row: row.title,
    "release": lambda formatter, _row: release_name(formatter.facts.release.name, formatter.locale),
}
