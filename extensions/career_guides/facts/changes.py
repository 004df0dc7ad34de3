"""How an occupation has changed since an earlier release of the survey.

The survey is a sample. A difference between two of its estimates is a change only if it is larger
than what the samples alone explain: see :func:`change`. The Bureau itself does not encourage
comparisons over time (https://www.bls.gov/oes/oes_ques.htm), because methods and classifications
change as well: pages name both releases, and "no change" where the rule finds none.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .occupation import Occupation

#: Number of standard errors for a confidence of 90 percent. We know of no level that this survey
#: recommends for comparisons; it is the level at which the Bureau generally conducts its analyses
#: of another: https://www.bls.gov/cps/methods/reliability-of-cps-estimates.htm.
CONFIDENCE = 1.645
#: Half of the last digit with which relative standard errors are published: 0.1 percent.
_ROUNDING = 0.05


class Change(NamedTuple):
    """How a figure has changed since an earlier release.

    :param since: the period of the earlier release
    :param before: the figure then
    :param now: the figure now
    :param is_larger: whether the difference is larger than the survey's own error
    """

    since: str
    before: float
    now: float
    is_larger: bool

    @property
    def percent(self) -> float:
        return 100 * (self.now - self.before) / self.before


def change(row: Occupation, name: str) -> Change | None:
    """Return how a figure of *row* has changed since the release before; ``None`` if unknown.

    A difference counts if it is larger than 1.645 times its standard error, which is the root of
    the sum of the squares of the standard errors of the two estimates, as for independent samples.
    Two releases in a row share most of their three years of samples, so that the true error of the
    difference is smaller: the rule says "no change" too often rather than too seldom. Relative
    standard errors are published with one decimal; the highest that is rounded to it counts.

    :param name: ``pay``, the mean, since the survey publishes no error of the median; or ``jobs``
    """
    if not row.history:
        return None
    earlier = row.history[-1]
    if name == "jobs":
        figures = (earlier.employment, earlier.employment_rse, row.employment, row.employment_rse)
    else:
        mean = earlier.hourly_mean if row.is_hourly else earlier.annual_mean
        figures = (mean, earlier.pay_rse, row.pay.mean, row.pay_rse)
    if not all(isinstance(figure, float) for figure in figures) or not figures[0]:
        return None
    before, before_rse, now, now_rse = map(float, figures)
    errors = (before * (before_rse + _ROUNDING) / 100, now * (now_rse + _ROUNDING) / 100)
    is_larger = abs(now - before) > CONFIDENCE * hypot(*errors)
    return Change(earlier.release, before, now, is_larger)
