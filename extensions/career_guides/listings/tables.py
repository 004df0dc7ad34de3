"""Careers and occupations side by side: tables as data. Pages get them by :mod:`.table_forms`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx.locale import _

from career_guides.catalogue.careers import face
from career_guides.content.page import title_from_name
from career_guides.facts.csv_files import TOP
from career_guides.facts.formatting import pay_range
from career_guides.facts.pay_chart import is_drawable, pay_chart
from career_guides.facts.release import EDUCATION

from .cards import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from career_guides.catalogue.model import Career, Entry
    from career_guides.domain import GuideDomain
    from career_guides.facts.release import Occupation, Pay, Value


class Column(NamedTuple):
    """A column; ``kind`` is ``text``, ``number``, ``choice`` (readers choose one) or ``still``."""

    title: str
    kind: str = "text"


class Cell(NamedTuple):
    """A cell.

    :param text: what it says
    :param sort: what it is sorted by, where that is not its text; '' stands last
    :param links: pages and texts, in place of the text
    :param svg: a picture before the text, for HTML
    """

    text: str = ""
    sort: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    svg: str = ""


class Table(NamedTuple):
    """A table: its name, columns and rows; the first cell of a row is its heading."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def compare(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Table]:
    """Return the careers that have an occupation, a row for each of its occupations."""
    words = domain.words()
    found = sorted(
        _with_occupation(domain), key=lambda pair: (sort_key(pair[1].title), pair[0].docname)
    )
    rows = [
        (number, entry, career, words.facts.occupations[code])
        for entry, career in found
        for number, code in enumerate(entry.occupations)
    ]
    drawn = [float(row.annual.p90) for *_, row in rows if is_drawable(row.annual)]
    top = 1.04 * max(drawn, default=0)
    # Pay first: on a phone the first columns are all that shows at once.
    columns = (
        Column(_("Career")), Column(_("Median pay"), "number"),
        Column(_("Range of yearly pay"), "number"), Column(_("Jobs"), "number"),
        Column(_("Usual education")), Column(_("Industry"), "choice"),
        Column(_("Occupation in the survey")), Column(_("Chapters"), "still"),
    )  # fmt: skip
    cells = tuple(
        (
            Cell(career.title, links=((entry.docname, career.title),)),
            _pay(domain, row, row.pay.median),
            _range(domain, row, top),
            _number(words.count(row.employment), row.employment),
            _education(row),
            Cell(domain.translations.of_site(entry.guide.industry or "")),
            Cell(row.title),
            # Once a career, beside its first occupation.
            Cell(links=() if number else tuple((n, title_from_name(n)) for n in career.guides)),
        )
        for number, entry, career, row in rows
    )
    return [Table(_("Careers compared"), columns, cells)]


def _with_occupation(domain: GuideDomain) -> Iterator[tuple[Entry, Career]]:
    """Yield the careers that have an occupation, each with the guide that says so."""
    entries = domain.catalogue.entries
    for career in domain.catalogue.careers.values():
        entry = entries.get(face(career, entries))
        if entry and entry.occupations:
            yield entry, career


def occupations(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Table]:
    """Return every occupation of the survey, with links to the careers that are about it."""
    facts, words = domain.catalogue.facts, domain.words()
    guides: dict[str, list[tuple[str, str]]] = {}
    for entry, career in _with_occupation(domain):
        for code in entry.occupations:
            guides.setdefault(code, []).append((entry.docname, career.title))
    columns = (
        Column(_("Occupation")), Column(_("Median pay"), "number"),
        Column(_("10th percentile"), "number"), Column(_("90th percentile"), "number"),
        Column(_("Jobs"), "number"), Column(_("Guide")), Column(_("Group"), "choice"),
        Column(_("Code"), "number"),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(row.title),
            *(_pay(domain, row, amount) for amount in (row.pay.median, row.pay.p10, row.pay.p90)),
            _number(words.count(row.employment), row.employment),
            Cell(links=tuple(sorted(guides.get(row.code, ())))),
            Cell(facts.group(row.code).removesuffix(" Occupations")),
            Cell(row.code),
        )
        for row in facts.detailed
    )
    return [Table(_("Occupations of the survey"), columns, rows)]


def _number(text: str, value: Value) -> Cell:
    return Cell(text, f"{value:.12g}" if isinstance(value, float) else "")


def _pay(domain: GuideDomain, row: Occupation, amount: Value) -> Cell:
    """Pay by the hour stands last: the survey gives no yearly figure to sort it by."""
    text = domain.words().money(amount, hourly=row.is_hourly, unit=row.is_hourly)
    if row.is_hourly:
        return Cell(text, "")
    return Cell(text, "999999999" if amount == TOP else _number(text, amount).sort)


def _range(domain: GuideDomain, row: Occupation, top: float) -> Cell:
    pay: Pay = row.annual
    if not is_drawable(pay):
        text = _("by the hour only") if row.is_hourly else _("not released in full")
        return Cell(text, "")
    words = domain.words()
    low, high = (words.money(amount, unit=False) for amount in (pay.p10, pay.p90))
    text = _("{low} to {high}").format(low=low, high=high)
    alt = f"{row.title}: {pay_range(words, pay, hourly=False)}"
    return Cell(text, f"{pay.p10:.12g}", svg=pay_chart([pay], alt, top))


def _education(row: Occupation) -> Cell:
    text = row.onet.education
    return Cell(text, str(EDUCATION.index(text)) if text in EDUCATION else "")
