"""Codes of the Standard Occupational Classification, and explanations of unknown ones.

The classification of 2018: https://www.bls.gov/soc/2018/. Codes end in ``0000`` for a major
group, ``000`` for a minor and ``0`` for a broad one; the others are detailed occupations. The
survey has a few groupings of its own that look like broad groups (``31-1120``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from career_guides.diagnostics.problem import shorten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .occupation import Occupation


CLASSIFICATION = "Standard Occupational Classification, 2018"
CLASSIFICATION_URL = "https://www.bls.gov/soc/2018/"

#: All occupations together.
ALL = "00-0000"

#: Detailed codes of the 2010 edition that no longer exist in 2018 -> the code under which the
#: survey now counts most of them. From the Bureau's crosswalk
#: (https://www.bls.gov/soc/2018/crosswalks.htm), without those that were split among several.
EDITION_2010: dict[str, str] = dict(
    pair.split(":")
    for pair in """
    11-2031:11-2032 11-3011:11-3012 11-9061:11-9171 13-1021:13-1020 13-1022:13-1020
    13-1023:13-1020 13-2021:13-2020 15-1111:15-1221 15-1121:15-1211 15-1122:15-1212
    15-1131:15-1251 15-1132:15-1252 15-1133:15-1252 15-1134:15-1254 15-1141:15-1242
    15-1142:15-1244 15-1143:15-1241 15-1151:15-1232 15-1152:15-1231 15-1199:15-1299
    15-2091:15-2099 19-4041:19-4043 19-4091:19-4042 19-4093:19-4071 21-1011:21-1018
    21-1014:21-1018 23-2091:27-3092 25-1191:25-9044 25-4021:25-4022 25-9011:25-4022
    25-9041:25-9045 27-3012:27-2091 27-3021:27-3023 27-3022:27-3023 27-4013:27-4099
    29-1061:29-1211 29-1062:29-1215 29-1063:29-1216 29-1064:29-1218 29-1065:29-1221
    29-1066:29-1223 29-1067:29-1249 29-1069:29-1229 29-2041:29-2042 29-2054:29-1126
    29-2071:29-2072 29-9011:19-5011 29-9012:19-5012 31-1011:31-1120 31-1013:31-1133
    31-1014:31-1131 31-1015:31-1132 35-3021:35-3023 35-3022:35-3023 39-1011:39-1013
    39-1012:39-1013 39-1021:39-1022 39-9021:31-1120 43-5081:53-7065 47-5021:47-5023
    47-5031:47-5032 47-5042:47-5041 47-5061:47-5043 51-2022:51-2028 51-2023:51-2028
    51-2091:51-2051 51-2093:51-2061 51-4011:51-9161 51-4012:51-9162 51-9121:51-9124
    51-9122:51-9124 53-1011:53-1041 53-1021:53-1047 53-1031:53-1047 53-3021:53-3052
    53-3022:53-3051 53-3041:53-3054 53-4021:53-4022 53-7032:47-5022 53-7033:47-5044
    """.split()  # noqa: SIM905 - a list would take a line each
)

_MOST_NAMED = 4


def why_unknown(  # noqa: PLR0911
    code: str, known: Mapping[str, Occupation], docname: str = ""
) -> str:
    """Return why *code* is invalid, and which to write instead; ``''`` if it is valid.

    :param code: the code as written by an author
    :param known: code -> occupation or group of the survey
    :param docname: the page with the code; its career suggests an occupation by title
    """
    given = shorten(code)
    found = known.get(code)
    if found and found.level == "detailed":
        return ""
    if found:
        inside = [row for row in known.values() if row.level == "detailed" and _holds(code, row)]
        return f"{given} is a group, '{found.title}'; name an occupation in it{_naming(inside)}"
    if re.fullmatch(r"\d\d-\d{4}\.\d\d", code):
        if code[:7] in known:
            return f"{given} is a code of O*NET; write '{code[:7]}' ({known[code[:7]].title})"
        return f"{given} is a code of O*NET, for an occupation that the survey does not count"
    if now := known.get(EDITION_2010.get(code, "")):
        return (
            f"{given} is a code of the classification of 2010; in that of 2018 it is"
            f" '{now.code}' ({now.title})"
        )
    broad = known.get(code[:6] + "0")
    if broad and broad.level == "detailed":
        return f"{given} is counted by the survey as part of '{broad.code}' ({broad.title})"
    if code.startswith("55-"):
        return f"{given} is a military occupation, which the survey does not count"
    near = [row for row in known.values() if row.level == "detailed" and row.code[:6] == code[:6]]
    # Two codes that look alike are not alike: only a title can suggest another group.
    named = _naming(near) if near else _by_title(docname, known)
    return f"{given} is no occupation of the survey (SOC of 2018){named}"


def _by_title(docname: str, known: Mapping[str, Occupation]) -> str:
    """Return a suggestion of an occupation that is named like the career of a page."""
    career = docname.rpartition("/")[0].rpartition("/")[2].replace("-", " ").casefold()
    if len(career) < _SHORTEST_NAME:
        return ""
    like = re.compile(rf"\b{re.escape(career)}(?:s|es)?\b", re.IGNORECASE)
    rows = [row for row in known.values() if row.level == "detailed" and like.search(row.title)]
    first = min(rows, key=lambda row: (not like.match(row.title), len(row.title)), default=None)
    return f"; did you mean '{first.code}' ({first.title})?" if first else ""


_SHORTEST_NAME = 4


def _holds(group: str, row: Occupation) -> bool:
    """Return whether *row* is in *group*, in whose code trailing zeros match any digit."""
    return row.code.startswith(group.rstrip("0").ljust(3, "0") if group != ALL else "")


def _naming(rows: list[Occupation]) -> str:
    names = [f"{row.code} {row.title}" for row in rows[:_MOST_NAMED]]
    more = ", …" if len(rows) > _MOST_NAMED else ""
    return f": {', '.join(names)}{more}" if names else ""
