"""The rule for figures of pay and employment that an author has typed by hand.

Such figures have no source and become outdated unnoticed; the role ``{fact}`` has a source and
a date. The rule is a heuristic: it finds amounts of money, and numbers beside words for jobs and
pay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from career_guides.diagnostics.problem import Problem, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator


_NUMBER = r"\d(?:[\d,.]*\d)?(?:\s?(?:thousand|million|billion|k|m|bn)\b)?"
_MONEY = (
    rf"(?:US|C|A)?[$€£¥]\s?{_NUMBER}|{_NUMBER}\s?(?:US\s)?(?:dollars?|euros?|pounds?|USD|EUR|GBP)\b"
)
_PEOPLE = r"jobs|employees|openings|vacancies|people (?:are )?employed|workers (?:are )?employed"
_JOBS = rf"{_NUMBER}\s(?:{_PEOPLE})\b"
_ABOUT = r"(?:pay|paid|wages?|salar(?:y|ies)|earn(?:s|ed|ings)?|income|employment|jobs|openings)"
_PERCENT = rf"{_NUMBER}\s?(?:%|per\s?cent\b)"
_SHARE = rf"{_PERCENT}(?=[^.!?]{{0,80}}\b{_ABOUT}\b)|\b(?:{_ABOUT})\b[^.!?]{{0,80}}?{_PERCENT}"
_WORDS = (
    r"\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)\w*"
    rf"\s(?:thousand\s|million\s)?(?:dollars|euros|pounds|{_PEOPLE})\b"
)
_TYPED = "|".join((_MONEY, _JOBS, _SHARE, _WORDS))

# What is not prose: roles with their content, code, addresses.
NO_PROSE = re.compile(r"(?:\{[\w:+-]+\})?(`+).*?\1|https?://\S+")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


def typed_figures(text: str, docname: str) -> Iterator[Problem]:
    """Yield a problem for each line of *text* with a figure that looks typed by hand.

    :param text: the whole source of a page, front matter included
    """
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if mark := _FENCE.match(line):
            if not fence and "{" not in line:
                fence = mark[1]
            elif fence and mark[1].startswith(fence):
                fence = ""
            continue
        if fence:
            continue
        if match := re.search(_TYPED, NO_PROSE.sub("", line), re.IGNORECASE):
            message = (
                f"{shorten(match[0])} looks like a figure typed by hand; the role 'fact' shows"
                " one with its source"
            )
            yield Problem(docname, number, "fact", message)
