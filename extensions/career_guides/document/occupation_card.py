"""The at-a-glance card: pay and employment of a guide's occupations, with their source.

It is built from ordinary docutils nodes, except for the chart, which only HTML shows; the text
beside the chart says the same.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx.locale import _

from career_guides.facts import wording
from career_guides.facts.formatting import NAMED_STATES
from career_guides.facts.names import education_level, release_name
from career_guides.facts.onet import NO_ONET
from career_guides.facts.pay_chart import is_drawable
from career_guides.facts.pay_chart import pay_chart as draw
from career_guides.facts.soc import ALL
from career_guides.facts.years_chart import years_chart
from career_guides.nodes.card import card_box, card_more
from career_guides.nodes.fact import CARD, source_line
from career_guides.nodes.pay_chart import pay_chart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from career_guides.facts.formatting import FactFormatter
    from career_guides.facts.occupation import Occupation

#: What cards show on request, by SOC code, of each formatter: one of a build.
_FURTHER: WeakKeyDictionary[FactFormatter, dict[str, list[tuple[str, list[nodes.Node]]]]]
_FURTHER = WeakKeyDictionary()


def at_a_glance(
    formatter: FactFormatter, codes: Sequence[str], *, is_short: bool = False
) -> card_box:
    """Return the card of one or more occupations.

    :param codes: SOC codes that are in the survey
    :param is_short: whether to show pay, education, jobs and their change, and the rest on request
    """
    rows = [formatter.facts.occupations[code] for code in codes]
    box = card_box(
        tag="aside",
        classes=["at-a-glance", *(["at-a-glance-short"] if is_short else [])],
        label=_("At a glance"),
        facts=[f"{c} {CARD}" for c in codes],
    )
    box["support_smartquotes"] = False  # spelled as in the survey
    for row in rows:
        box += nodes.rubric("", _("At a glance") + f": {row.title}")
        if is_short:
            box += _list(_first(formatter, row))
            more = card_more(summary=_("More figures"), classes=["at-a-glance-more"])
            more += _list(_further(formatter, row))
            box += more
        else:
            box += _list(
                (*_pay(formatter, row), *_texts(_jobs(formatter, row)), *_further(formatter, row))
            )
    box += source_line(
        formatter,
        has_education=any(row.onet != NO_ONET for row in rows),
        has_levels=any(row.onet.levels for row in rows),
        has_titles=any(row.onet.titles for row in rows),
    )
    return box


def _list(items: Iterable[tuple[str, list[nodes.Node]]]) -> nodes.definition_list:
    found = nodes.definition_list()
    for term, parts in items:
        paragraph = nodes.paragraph("", "", *(p for p in parts if not isinstance(p, pay_chart)))
        charts = [part for part in parts if isinstance(part, pay_chart)]
        found += nodes.definition_list_item(
            "", nodes.term("", term), nodes.definition("", *charts, paragraph)
        )
    return found


def _pay(formatter: FactFormatter, row: Occupation) -> Iterator[tuple[str, list[nodes.Node]]]:
    median = formatter.money(row.pay.median, hourly=row.is_hourly)
    yield _("Median pay"), [nodes.strong("", median)]


def _jobs(formatter: FactFormatter, row: Occupation) -> dict[str, str]:
    text = _("{number} in the United States, without the self-employed")
    return {_("Jobs"): text.format(number=formatter.count(row.employment))}


def _first(formatter: FactFormatter, row: Occupation) -> Iterator[tuple[str, list[nodes.Node]]]:
    """Yield what the short card shows at once."""
    yield from _pay(formatter, row)
    texts = {
        _("Education"): education_level(_, row.onet.education),
        **_jobs(formatter, row),
        _("Change"): wording.short_change(formatter, row),
    }
    yield from _texts(texts)


def _further(formatter: FactFormatter, row: Occupation) -> Iterator[tuple[str, list[nodes.Node]]]:
    """Yield what :func:`_rest` does, made once: each chapter of a career ends with the card."""
    known = _FURTHER.setdefault(formatter, {})
    if row.code not in known:
        known[row.code] = [*_rest(formatter, row)]
    for term, parts in known[row.code]:
        yield term, [part.deepcopy() for part in parts]


def _rest(formatter: FactFormatter, row: Occupation) -> Iterator[tuple[str, list[nodes.Node]]]:
    """Yield each further term with the nodes of its definition."""
    pay, hourly = row.pay, row.is_hourly
    if pay.is_released:
        text = formatter.pay_range(pay, hourly=hourly)
        yield _("Range of pay"), [*_chart(formatter, row), nodes.Text(text)]
    employing = [
        _("{state} ({number} jobs, {pay})").format(
            state=state.name,
            number=formatter.count(state.employment),
            pay=formatter.money(state.median, unit=False),
        )
        for state in row.top_states("employment", NAMED_STATES)
    ]
    texts = {
        _("Highest pay by state"): formatter.join(formatter.states(row, "median")),
        _("Most jobs by state"): formatter.join(employing),
        _since(formatter, row): wording.changes(formatter, row),
    }
    yield from _texts(texts)
    if over_years := _years(formatter, row):
        yield _("Mean pay over the years, in current dollars"), over_years
    yield from _texts({
        _("Usual education"): wording.education(formatter, row),
        _("Preparation"): wording.preparation(formatter, row),
        _("Interests"): wording.interests(formatter, row),
        _("Job titles"): ", ".join(row.onet.titles),
        _("Reliability"): reliability(formatter, row),
    })  # fmt: skip


def _texts(texts: dict[str, str]) -> Iterator[tuple[str, list[nodes.Node]]]:
    for term, text in texts.items():
        if text:
            yield term, [nodes.Text(text)]


def _since(formatter: FactFormatter, row: Occupation) -> str:
    if not row.history:
        return ""
    release = release_name(row.history[-1].release, formatter.locale)
    return _("Since {release}").format(release=release)


def _chart(formatter: FactFormatter, row: Occupation) -> list[nodes.Node]:
    if not is_drawable(row.pay):
        return []
    hourly = row.is_hourly
    pays, names = [row.pay], [""]
    alt = f"{row.title}: {formatter.pay_range(row.pay, hourly=hourly)}"
    if row.code != ALL and (everyone := formatter.facts.occupations.get(ALL)):
        other = everyone.hourly if hourly else everyone.annual
        if is_drawable(other):
            pays.append(other)
            names.append(_("All jobs"))
            alt += " " + _("All occupations") + ": "
            alt += formatter.pay_range(other, hourly=hourly)
    key = _("Bar: the 10th to the 90th percentile, higher for the middle half; line: the median.")
    if len(pays) > 1:
        key += " " + _("The thin bar stands for all occupations.")
    money = partial(formatter.money, hourly=hourly, unit=False)
    labels = [(name, money(pay.p10), money(pay.p90)) for name, pay in zip(names, pays, strict=True)]
    return [pay_chart(svg=str(draw(pays, alt, labels=labels)), key=key)]


def _years(formatter: FactFormatter, row: Occupation) -> list[nodes.Node]:
    """Return a line of the years and its text, if there are three releases or more."""
    found = wording.years(formatter, row)
    if len(found) < 3:
        return []
    text = formatter.join(
        [
            f"{formatter.money(pay, hourly=row.is_hourly, unit=False)} ({release})"
            for release, pay in found
        ]
    )
    svg = years_chart([pay for _release, pay in found], f"{row.title}: {text}")
    return [pay_chart(svg=str(svg), key=""), nodes.Text(text)]


def reliability(formatter: FactFormatter, row: Occupation) -> str:
    """Return the survey's relative standard errors: one standard error as a percentage."""
    text = _("relative standard error {of_pay} of the mean pay, {of_jobs} of the jobs")
    of_pay, of_jobs = formatter.percent(row.pay_rse), formatter.percent(row.employment_rse)
    return text.format(of_pay=of_pay, of_jobs=of_jobs)
