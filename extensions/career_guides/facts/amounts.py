"""Amounts as text: money, counts, parts in percent."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from babel.core import Locale
from babel.numbers import format_currency, format_decimal, format_percent, parse_pattern

if TYPE_CHECKING:
    from babel.numbers import NumberPattern

# Babel would parse the language, and the pattern, with each amount.
_parsed = cache(Locale.parse)


# A table of all occupations has 2,500 amounts, and is made twice: for the page and for its digest.
@lru_cache(maxsize=20_000)
def dollars(amount: float, locale: str, *, hourly: bool) -> str:
    """Return *amount* in US dollars as text.

    :param locale: a language that Babel knows
    :param hourly: whether it is pay by the hour, with cents
    """
    pattern = _pattern(locale, hourly=hourly)
    text = format_currency(amount, "USD", pattern, _parsed(locale), currency_digits=hourly)
    # In a text that runs from right to left, "$" would be on the other side of the letters.
    return text.replace("US$", "US$\u200e") if "\u200f" in text else text


@cache
def _pattern(locale: str, *, hourly: bool) -> NumberPattern:
    pattern = _parsed(locale).currency_formats["standard"].pattern
    return parse_pattern(pattern if hourly else pattern.replace(".00", ""))


@lru_cache(maxsize=20_000)
def count(number: float, locale: str) -> str:
    """Return *number* as text."""
    return format_decimal(number, locale=_parsed(locale))


@lru_cache(maxsize=20_000)
def percent(number: float, locale: str) -> str:
    """Return *number*, in percent, as text with one decimal."""
    return format_percent(number / 100, "#,##0.0%", _parsed(locale))
