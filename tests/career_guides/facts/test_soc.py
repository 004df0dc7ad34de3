"""Codes of the Standard Occupational Classification."""

from __future__ import annotations

import pytest

from career_guides.facts.release import Facts
from career_guides.facts.soc import EDITION_2010, why_unknown


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
def test_unknown_code_is_explained(ours: Facts, code: str, message: str) -> None:
    found = why_unknown(code, ours.occupations)
    assert message in found
    assert bool(found) == bool(message)


def test_codes_of_2010_map_to_those_of_2018(ours: Facts) -> None:
    for old, new in EDITION_2010.items():
        assert old not in ours.occupations
        assert ours.occupations[new].level == "detailed"
