"""Pay and jobs of occupations by state, and by metropolitan area: ``{pay-by-state}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from markupsafe import Markup
from sphinx.locale import _
from sphinx.util.osutil import relative_uri

from career_guides.domain import guides
from career_guides.facts.csv_files import lines_by_code
from career_guides.facts.occupation import places
from career_guides.facts.soc import why_unknown
from career_guides.facts.state_map import classes, state_map
from career_guides.nodes.fact import CARD, source_line
from career_guides.nodes.listing import listing
from career_guides.output.names import is_site

from .base import ListingDirective, warn_at
from .table_books import to_book_html
from .table_model import Cell, Column, Table
from .table_rendering import to_html, to_nodes
from .tables import TableListing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from career_guides.build import Build
    from career_guides.domain import GuideDomain
    from career_guides.facts.formatting import FactFormatter
    from career_guides.facts.occupation import Occupation, Place

    from .links import Link


def area_lines(build: Build) -> dict[str, str]:
    """Return the lines of ``areas.csv`` by code; ask with ``build.of(area_lines)``."""
    folder = build.catalogue.facts.folder
    return lines_by_code(folder / "areas.csv") if folder else {}


def area_path(code: str) -> str:
    """Return the path of the figures of areas, relative to the output folder."""
    return f"_facts/{code}.json"


class PayByState(TableListing):
    """For each occupation a map and a table of the states, and a link to those of areas."""

    kind = "pay-by-state"
    is_of_own_guide = True
    is_wide: ClassVar[bool] = False
    styles = ()  # neither marks nor parts: a pay chapter is opened on phones, from a search

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return for each occupation: title, map, key of the map, table, whether it has areas."""
        formatter = domain.build.formatter
        found = []
        for row in shown(domain, docname, request):
            states = row.states
            if not states:
                continue
            pay = {state.name: amount for state in states if (amount := _number(row, state))}
            numbers, key = classes(pay)
            name = _("{occupation}: pay and jobs by state").format(occupation=row.title)
            money = [
                f"{each.number}: " + " \N{EN DASH} ".join(
                    dict.fromkeys(_money(formatter, row, amount) for amount in each[1:])
                )
                for each in key
            ]  # fmt: skip
            svg = state_map(numbers, _alt(formatter, row, pay)) if pay else ""
            table = Table(name, _columns(), tuple(_rows(formatter, row, states)))
            has_areas = row.code in domain.build.of(area_lines)
            found.append([row.title, str(svg), money, table, row.code if has_areas else ""])
        return found

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        made: list[nodes.Node] = []
        for title, svg, key, table, code in found:
            if len(found) > 1:
                made.append(nodes.rubric("", title))
            if not link.is_html:
                made += to_nodes(Table(*table), link.text, is_latex=link.is_latex)
                continue
            is_in_book = link.builder.name == "epub"
            html = Markup("") if is_in_book or not svg else _figure(svg, key)
            html += (to_book_html if is_in_book else to_html)(Table(*table), link.uri)
            if code and is_site(link.builder):
                uri = relative_uri(link.builder.get_target_uri(link.docname), area_path(code))
                html += Markup('<p class="guide-areas"><a href="{}">{}</a></p>\n').format(
                    uri, _("Pay and jobs in metropolitan areas")
                )
            made.append(nodes.raw("", html, format="html"))
        return made


def shown(domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> Iterator[Occupation]:
    """Yield the occupations of a listing: those that it names, or those of the guide."""
    entry = domain.build.catalogue.entries.get(docname)
    known = domain.build.catalogue.facts.occupations
    for code in request.get("codes") or (entry.occupations if entry else ()):
        if code in known:
            yield known[code]


def _number(row: Occupation, place: Place) -> float:
    """Return the median of a place; 0 if it is not released as a number."""
    amount = place.hourly_median if row.is_hourly else place.median
    return amount if isinstance(amount, float) else 0


def _money(formatter: FactFormatter, row: Occupation, amount: float | str) -> str:
    return formatter.money(amount, hourly=row.is_hourly, unit=False)


def _alt(formatter: FactFormatter, row: Occupation, pay: Mapping[str, float]) -> str:
    ordered = sorted(pay, key=lambda name: pay[name])
    low, high = (
        f"{name} ({_money(formatter, row, pay[name])})" for name in (ordered[0], ordered[-1])
    )
    text = _("{occupation}: median pay from {low} to {high}; the table below has all states.")
    return text.format(occupation=row.title, low=low, high=high)


def _figure(svg: str, key: Iterable[str]) -> Markup:
    items = Markup("").join(Markup("<li>{}</li>").format(text) for text in key)
    text = _("States by median pay, in fifths: from 1, the lowest, to 5, the highest")
    return Markup(
        '<figure class="guide-states">{}<figcaption>{}<ul>{}</ul></figcaption></figure>\n'
    ).format(Markup(svg), text, items)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("State")), Column(_("Median pay"), "number"), Column(_("Jobs"), "number"),
        Column(_("10th percentile"), "number"), Column(_("90th percentile"), "number"),
    )  # fmt: skip


def _rows(
    formatter: FactFormatter, row: Occupation, found: Iterable[Place]
) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a table of places; percentiles are by the year."""

    def cell(amount: float | str, text: str) -> Cell:
        return Cell(text, f"{amount:.12g}" if isinstance(amount, float) else "")

    for place in found:
        median = place.hourly_median if row.is_hourly else place.median
        yield (
            Cell(place.name),
            cell(median, formatter.money(median, hourly=row.is_hourly, unit=row.is_hourly)),
            cell(place.employment, formatter.count(place.employment)),
            *(
                cell(amount, formatter.money(amount, unit=False))
                for amount in (place.p10, place.p90)
            ),
        )


def areas_table(domain: GuideDomain, row: Occupation) -> Table:
    """Return the table of an occupation's areas."""
    found = places(domain.build.of(area_lines).get(row.code, ""))
    columns = (Column(_("Area")), *_columns()[1:])
    name = _("{occupation}: pay and jobs by metropolitan area").format(occupation=row.title)
    return Table(name, columns, tuple(_rows(domain.build.formatter, row, found)))


class PayByStateDirective(ListingDirective):
    """Pay and jobs by state of the guide's occupations, or of those given as arguments."""

    kind = PayByState.kind
    optional_arguments = 10

    def run(self) -> list[nodes.Node]:
        domain = guides(self.env)
        known = domain.build.catalogue.facts.occupations
        reasons = {code: why_unknown(code, known) for code in self.arguments}
        for message in filter(None, reasons.values()):
            warn_at(self, "value", f"'{self.name}': {message}")
        codes = [code for code in self.arguments if not reasons[code]]
        request = {"codes": codes} if codes else {}
        rows = list(shown(domain, self.env.docname, request))
        if not rows:
            if not reasons:
                text = "needs a SOC code, here or as 'occupation' above"
                warn_at(self, "value", f"'{self.name}' {text}")
            return []
        line = source_line(domain.build.formatter, has_education=False)
        line["facts"] = [f"{row.code} {CARD}" for row in rows]
        return [listing(kind=self.kind, docname=self.env.docname, request=request), line]
