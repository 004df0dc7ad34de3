"""O*NET's data about an occupation: education, preparation, interests, related occupations."""

from __future__ import annotations

from typing import NamedTuple

Value = float | str

#: O*NET's levels of education, the lowest first: https://www.onetonline.org/help/online/education.
#: They are the categories 1 to 12 of its scale "Required Level of Education" (``RL``).
EDUCATION = (
    "Less than a high school diploma", "High school diploma or equivalent",
    "Post-secondary certificate", "Some college courses", "Associate's degree",
    "Bachelor's degree", "Post-baccalaureate certificate", "Master's degree",
    "Post-master's certificate", "First professional degree", "Doctoral degree",
    "Post-doctoral training",
)  # fmt: skip

#: Types of interests, by their first letters, in O*NET's order:
#: https://www.onetonline.org/find/descriptor/browse/1.B.1
INTERESTS = "RIASEC"


class Onet(NamedTuple):
    """O*NET's data about an occupation.

    :param education: the level that most respondents named as required
    :param education_percent: their share, in percent; ``''`` if it is not known
    :param job_zone: how much preparation the occupation needs, from 1 to 5
    :param related: codes of related occupations, the closest first
    :param interests: the three strongest interests, as letters of :data:`INTERESTS`
    :param levels: the share of respondents that named each of :data:`EDUCATION`, in percent; empty
        if it is not known. A share that O*NET recommends to suppress is not released
    :param levels_date: month in which they were asked, such as ``2021-08``
    :param titles: what people in the occupation say that their job is called
    """

    education: str = ""
    education_percent: Value = ""
    job_zone: str = ""
    related: tuple[str, ...] = ()
    interests: str = ""
    levels: tuple[Value, ...] = ()
    levels_date: str = ""
    titles: tuple[str, ...] = ()


NO_ONET = Onet()
