"""The questions of ``{career-finder}``, and what the data say about each career, as plain data.

Each question divides the careers into groups; each answer says which groups fit it, and how well.
"Indoors or outdoors" is not asked: that is in O*NET's work context, which no release has here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx.locale import _

from career_guides.facts.csv_files import TOP
from career_guides.facts.leanings import BOTH, leaning, pay_steps, study
from career_guides.facts.names import education_levels
from career_guides.facts.soc import ALL
from career_guides.facts.wording import interest_types, preparation

from .comparable import Marks, full_name
from .tables import career_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from career_guides.domain import GuideDomain
    from career_guides.facts.occupation import Occupation


class Found(NamedTuple):
    """A career with one of its occupations, and what the data say about it.

    :param key: identifies career and occupation
    :param docname: the page of the career
    :param title: of the career
    :param occupation: of the survey; empty if the career has only this one
    :param career: its folder if readers can mark it to compare it
    :param reason: why it is in its group; may be empty
    """

    key: str
    docname: str
    title: str
    occupation: str
    career: str
    reason: str


class Group(NamedTuple):
    """The careers about which the data say the same."""

    key: str
    title: str
    careers: tuple[Found, ...]


class Answer(NamedTuple):
    """An answer.

    :param fits: key of a group -> 2 if the group fits the answer, 1 if it fits in part
    """

    key: str
    text: str
    fits: Mapping[str, int]


class Question(NamedTuple):
    """A question, its answers, and the groups that it divides the careers into."""

    key: str
    title: str
    answers: tuple[Answer, ...]
    groups: tuple[Group, ...]


#: The group of careers about which the data say nothing.
UNKNOWN = "unknown"


def questions(domain: GuideDomain) -> list[Question]:
    """Return the questions; none if no career has an occupation."""
    marks = domain.build.of(Marks)
    rows = [
        (
            Found(f"{career.folder} {row.code}", entry.docname, *full_name(career, entry, row),
                  marks.career(entry.docname), ""),
            row,
        )
        for entry, career, row in career_rows(domain)
    ]  # fmt: skip
    if not rows:
        return []

    def grouped(
        titles: Mapping[str, str], group_of: Callable[[Occupation], tuple[str, str]]
    ) -> tuple[Group, ...]:
        members: dict[str, list[Found]] = {key: [] for key in (*titles, UNKNOWN)}
        for found, row in rows:
            key, reason = group_of(row)
            members[key].append(found._replace(reason=reason))
        names = {**titles, UNKNOWN: _("Not known")}
        return tuple(Group(key, names[key], tuple(each)) for key, each in members.items() if each)

    return [_people(domain, grouped), _ideas(domain, grouped), _study(domain, grouped),
            *_pay(domain, grouped)]  # fmt: skip


if TYPE_CHECKING:
    Grouped = Callable[
        [Mapping[str, str], Callable[[Occupation], tuple[str, str]]], tuple[Group, ...]
    ]


def _leaning(domain: GuideDomain, dimension: str) -> Callable[[Occupation], tuple[str, str]]:
    types = interest_types(domain.build.formatter)

    def group_of(row: Occupation) -> tuple[str, str]:
        side, letters = leaning(row.onet.interests, dimension)
        if not side:
            return UNKNOWN, _("O*NET has no interests for it")
        return side, "; ".join(types[letter] for letter in letters)

    return group_of


def _sides(
    domain: GuideDomain, grouped: Grouped, key: str, title: str,
    titles: Mapping[str, str], texts: Mapping[str, str],
) -> Question:  # fmt: skip
    """Return a question about a dimension of interests: one side, the other, or both.

    :param key: a key of :data:`~career_guides.facts.leanings.DIMENSIONS`
    :param titles: side -> title of its group
    :param texts: side -> text of its answer
    """

    def fits(side: str) -> dict[str, int]:
        if side == BOTH:
            return {BOTH: 2} | {each: 1 for each in texts if each != BOTH}
        return {side: 2, BOTH: 1}

    answers = tuple(Answer(side, text, fits(side)) for side, text in texts.items())
    return Question(key, title, answers, grouped(titles, _leaning(domain, key)))


def _people(domain: GuideDomain, grouped: Grouped) -> Question:
    titles = {
        "people": _("More with people than with things"),
        "things": _("More with things than with people"),
        BOTH: _("With people and with things"),
    }
    texts = {
        "people": _("With people"),
        "things": _("With things: tools, machines, numbers, plants"),
        BOTH: _("With both"),
    }
    title = _("Do you like to work with people or with things?")
    return _sides(domain, grouped, "people", title, titles, texts)


def _ideas(domain: GuideDomain, grouped: Grouped) -> Question:
    titles = {
        "ideas": _("More with new ideas than with clear rules"),
        "data": _("More with clear rules and goals than with new ideas"),
        BOTH: _("With ideas and with rules"),
    }
    texts = {
        "ideas": _("New ideas: find out, design, make things up"),
        "data": _("Clear rules and goals: organize, lead, keep order"),
        BOTH: _("Both"),
    }
    return _sides(
        domain, grouped, "ideas", _("Do you prefer new ideas or clear rules?"), titles, texts
    )


def _study(domain: GuideDomain, grouped: Grouped) -> Question:
    titles = {
        "school": _("School until 18, or less"),
        "short": _("Up to two years after school"),
        "bachelor": _("About four years after school"),
        "longer": _("More than four years after school"),
    }
    texts = {
        "school": _("No study after school"), "short": _("Up to two years"),
        "bachelor": _("Up to four years"),
    }  # fmt: skip

    def group_of(row: Occupation) -> tuple[str, str]:
        levels = education_levels(_)
        education = levels.get(row.onet.education, _("education: no estimate"))
        reason = "; ".join(filter(None, (education, preparation(domain.build.formatter, row))))
        return study(row.onet) or UNKNOWN, reason

    answers = tuple(
        Answer(name, text, dict.fromkeys([*texts][: number + 1], 2))
        for number, (name, text) in enumerate(texts.items())
    )
    title = _("How long may study after school take?")
    return Question("study", title, answers, grouped(titles, group_of))


def _pay(domain: GuideDomain, grouped: Grouped) -> list[Question]:
    """Return the question about pay; none if the release has no row of all occupations."""
    facts, formatter = domain.build.catalogue.facts, domain.build.formatter
    steps = pay_steps(facts.occupations.get(ALL))
    if steps is None:
        return []
    half, most = (formatter.money(step) for step in steps)
    titles = {
        "most": _("{pay} or more").format(pay=most),
        "half": _("{low} to {high}").format(low=formatter.money(steps[0], unit=False), high=most),
        "less": _("Less than {pay}").format(pay=half),
        "hourly": _("Paid by the hour, not all year"),
    }

    def group_of(row: Occupation) -> tuple[str, str]:
        amount = row.pay.median
        text = formatter.money(amount, hourly=row.is_hourly)
        if not row.pay.is_released:
            return UNKNOWN, _("median pay: {pay}").format(pay=text)
        text = _("median pay: {pay}").format(pay=text)
        if row.is_hourly:
            return "hourly", text
        pay = float("inf") if amount == TOP else float(amount)
        return ("most" if pay >= steps[1] else "half" if pay >= steps[0] else "less"), text

    answers = (
        Answer("half", _("At least {pay}: more than half of all jobs").format(pay=half),
               {"half": 2, "most": 2}),
        Answer("most", _("At least {pay}: more than three in four jobs").format(pay=most),
               {"most": 2}),
    )  # fmt: skip
    title = _("What should it pay?")
    return [Question("pay", title, answers, grouped(titles, group_of))]
