"""Careers and occupations side by side: ``{compare}`` and ``{occupations}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _

from career_guides.catalogue.careers import landing_guide
from career_guides.catalogue.names import titles_credit
from career_guides.content.page import title_from_name
from career_guides.domain import guides
from career_guides.facts.csv_files import TOP
from career_guides.facts.history import period
from career_guides.facts.onet import EDUCATION
from career_guides.facts.pay_chart import is_drawable, pay_chart
from career_guides.facts.soc import ALL
from career_guides.facts.wording import change_cell
from career_guides.nodes.fact import CARD, source_line, titles_line
from career_guides.output.names import is_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from career_guides.catalogue.model import Career, Entry
    from career_guides.domain import GuideDomain
    from career_guides.facts.occupation import Occupation, Pay, Value

    from .links import Link


from .base import Listing, ListingDirective, warn_at
from .cards import sort_key
from .table_model import Cell, Column, Table
from .table_rendering import to_html, to_nodes, without_extra


class TableListing(Listing):
    """A listing that is a table of figures."""

    scripts = ("sortable.min.js", "tables.js")
    is_wide = True

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return tables: HTML in one piece, nodes for other formats."""
        if link.is_html:
            # EPUB requires SVG content to be declared, so it gets none.
            is_in_book = link.builder.name == "epub"
            html = "".join(to_html(Table(*one), link.uri, is_in_book=is_in_book) for one in found)
            return [nodes.raw("", html, format="html")]
        return [to_nodes(Table(*one), link.text) for one in found]


class Compare(TableListing):
    """The careers that have an occupation, side by side."""

    kind = "compare"

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return the careers that have an occupation, a row for each of its occupations."""
        formatter = domain.build.formatter
        found = sorted(
            _with_occupation(domain), key=lambda pair: (sort_key(pair[1].title), pair[0].docname)
        )
        rows = [
            (number, entry, career, formatter.facts.occupations[code])
            for entry, career in found
            for number, code in enumerate(entry.occupations)
        ]
        drawn = [float(row.annual.p90) for *_, row in rows if is_drawable(row.annual)]
        top = 1.04 * max(drawn, default=0)
        # Pay comes first: a phone shows only the first columns without scrolling.
        columns = (
            Column(_("Career")), Column(_("Median pay"), "number"),
            Column(_("Range of yearly pay"), "number"), Column(_("Jobs"), "number"),
            *_change_columns(domain),
            Column(_("Usual education")), Column(_("Industry"), "choice"),
            Column(_("Occupation in the survey")), Column(_("Chapters"), "still"),
        )  # fmt: skip
        cells = tuple(
            (
                Cell(career.title, links=((entry.docname, career.title),)),
                _pay(domain, row, row.pay.median),
                _range(domain, row, top),
                _number(formatter.count(row.employment), row.employment),
                *_changes(domain, row),
                _education(row),
                Cell(domain.build.translations.of_site(entry.guide.industry or "")),
                Cell(row.title),
                # Only once for each career, next to its first occupation.
                Cell(links=() if number else tuple((n, title_from_name(n)) for n in career.guides)),
            )
            for number, entry, career, row in rows
        )
        return [Table(_("Careers compared"), columns, cells)]


class Occupations(TableListing):
    """All occupations of the survey."""

    kind = "occupations"

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return all occupations of the survey, with links to the careers that are about them."""
        facts, formatter = domain.build.catalogue.facts, domain.build.formatter
        guides: dict[str, list[tuple[str, str]]] = {}
        for entry, career in _with_occupation(domain):
            for code in entry.occupations:
                guides.setdefault(code, []).append((entry.docname, career.title))
        columns = (
            Column(_("Occupation")), Column(_("Median pay"), "number"),
            Column(_("10th percentile"), "number"), Column(_("90th percentile"), "number"),
            Column(_("Jobs"), "number"), *_change_columns(domain),
            Column(_("Guide")), Column(_("Group"), "choice"),
            Column(_("Code"), "number"), Column(_("Job titles"), "still", is_extra=True),
        )  # fmt: skip
        rows = tuple(
            (
                Cell(row.title),
                *(
                    _pay(domain, row, amount)
                    for amount in (row.pay.median, row.pay.p10, row.pay.p90)
                ),
                _number(formatter.count(row.employment), row.employment),
                *_changes(domain, row),
                Cell(links=tuple(sorted(guides.get(row.code, ())))),
                Cell(facts.group(row.code).removesuffix(" Occupations")),
                Cell(row.code),
                Cell("; ".join(_titles(row))),
            )
            for row in facts.detailed
        )
        table = Table(_("Occupations of the survey"), columns, rows)
        if not any(row[-1].text for row in rows):
            return [without_extra(table)]
        return [table, titles_credit(domain.build.catalogue)]

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return the table, and for a site the credit of the job titles that only a site shows."""
        table, *sources = found
        made = super().nodes([table], link, request)
        return [*made, *(titles_line(*each) for each in sources if is_site(link.builder))]


def _titles(row: Occupation) -> list[str]:
    """Return the job titles of an occupation that a filter would not find by its own title."""
    own = row.title.casefold()
    return [title for title in row.onet.titles if title.casefold() not in own]


def _with_occupation(domain: GuideDomain) -> Iterator[tuple[Entry, Career]]:
    """Yield the careers that have an occupation, each with the guide that names it."""
    entries = domain.build.catalogue.entries
    for career in domain.build.catalogue.careers.values():
        entry = entries.get(landing_guide(career, entries))
        if entry and entry.occupations:
            yield entry, career


def _number(text: str, value: Value) -> Cell:
    return Cell(text, f"{value:.12g}" if isinstance(value, float) else "")


def _pay(domain: GuideDomain, row: Occupation, amount: Value) -> Cell:
    """Return a cell for pay; pay by the hour is sorted last, without a yearly figure to sort by."""
    text = domain.build.formatter.money(amount, hourly=row.is_hourly, unit=row.is_hourly)
    if row.is_hourly:
        return Cell(text, "")
    return Cell(text, "999999999" if amount == TOP else _number(text, amount).sort)


def _range(domain: GuideDomain, row: Occupation, top: float) -> Cell:
    pay: Pay = row.annual
    if not is_drawable(pay):
        text = _("by the hour only") if row.is_hourly else _("not released in full")
        return Cell(text, "")
    formatter = domain.build.formatter
    low, high = (formatter.money(amount, unit=False) for amount in (pay.p10, pay.p90))
    text = _("{low} to {high}").format(low=low, high=high)
    alt = f"{row.title}: {formatter.pay_range(pay, hourly=False)}"
    return Cell(text, f"{pay.p10:.12g}", svg=pay_chart([pay], alt, top))


def _before(domain: GuideDomain) -> str:
    """Return the period of the release before the one that is shown; ``''`` if there is none."""
    earlier = domain.build.catalogue.facts.earlier.values()
    return max((years[-1].release for years in earlier), key=period, default="")


def _change_columns(domain: GuideDomain) -> list[Column]:
    before = _before(domain)
    names = (_("Mean pay since {release}"), _("Jobs since {release}")) if before else ()
    return [Column(name.format(release=before), "number") for name in names]


def _changes(domain: GuideDomain, row: Occupation) -> list[Cell]:
    kinds = ("pay", "jobs") if _before(domain) else ()
    return [Cell(*change_cell(domain.build.formatter, row, kind)) for kind in kinds]


def _education(row: Occupation) -> Cell:
    text = row.onet.education
    if not text:
        return Cell(_("no estimate"), "")
    return Cell(text, str(EDUCATION.index(text)) if text in EDUCATION else "")


class FactTableDirective(ListingDirective):
    """A table of figures, with a line below that names their source."""

    def run(self) -> list[nodes.Node]:
        facts = guides(self.env).build.catalogue.facts
        if not facts:
            warn_at(self, "value", f"'{self.name}': there are no facts")
            return []
        line = source_line(
            guides(self.env).build.formatter, has_education=self.kind == Compare.kind
        )
        line["facts"] = [f"{ALL} {CARD}"]
        if facts.earlier:
            line += nodes.Text(" " + _(
                "Changes are in current dollars; “no change” is a difference"
                " that is not larger than the survey's own error."
            ))  # fmt: skip
        return [*super().run(), line]


class CompareDirective(FactTableDirective):
    """The careers that have an occupation, side by side."""

    kind = Compare.kind


class OccupationsDirective(FactTableDirective):
    """All occupations of the survey, with links to the careers that are about them."""

    kind = Occupations.kind
