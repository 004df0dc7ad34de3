"""All occupations of the survey: ``{occupations}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.locale import _

from career_guides.catalogue.names import titles_credit
from career_guides.nodes.fact import titles_line
from career_guides.output.names import is_site

from .cards import sort_key
from .comparable import Marks, with_occupation
from .table_model import Cell, Column, Table
from .table_rendering import without_extra
from .tables import (
    FactsDirective,
    TableListing,
    change_cells,
    change_columns,
    empty_cell,
    number_cell,
    pay_cell,
    pay_column,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils import nodes

    from career_guides.domain import GuideDomain
    from career_guides.facts.occupation import Occupation

    from .links import Link


class Occupations(TableListing):
    """All occupations of the survey."""

    kind = "occupations"

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return all occupations of the survey, with links to the careers that are about them."""
        facts, formatter = domain.build.catalogue.facts, domain.build.formatter
        guides: dict[str, list[tuple[str, str]]] = {}
        for entry, career in with_occupation(domain):
            for code in entry.occupations:
                guides.setdefault(code, []).append((entry.docname, career.title))
        found = sorted(facts.detailed, key=lambda row: (sort_key(row.title), row.code))
        columns = (
            Column(_("Occupation")), pay_column(domain),
            Column(_("10th percentile"), "number"), Column(_("90th percentile"), "number"),
            Column(_("Jobs"), "number"), *change_columns(domain),
            Column(_("Guide")), Column(_("Group"), "choice"),
            Column(_("Code"), "number"), Column(_("Job titles"), "still", is_extra=True),
        )  # fmt: skip
        rows = tuple(
            (
                Cell(row.title),
                *(
                    pay_cell(domain, row, amount)
                    for amount in (row.pay.median, row.pay.p10, row.pay.p90)
                ),
                number_cell(formatter.count(row.employment), row.employment),
                *change_cells(domain, row),
                _guides(domain, sorted(guides.get(row.code, ()))),
                Cell(facts.group(row.code).removesuffix(" Occupations")),
                Cell(row.code),
                Cell("; ".join(_titles(row))),
            )
            for row in found
        )
        table = Table(_("Occupations of the survey"), columns, rows, _parts(found))
        if not any(row[-1].text for row in rows):
            return [without_extra(table)]
        return [table, titles_credit(domain.build.catalogue)]

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return the table, and for a site the credit of the job titles that only a site shows."""
        table, *sources = found
        made = super().nodes([table], link, request)
        return [*made, *(titles_line(*each) for each in sources if is_site(link.builder))]


def _guides(domain: GuideDomain, found: list[tuple[str, str]]) -> Cell:
    """Return the cell with links to guides: docname and title of each."""
    if not found:
        return empty_cell(_("no guide yet"))
    marks = domain.build.of(Marks)
    careers = [(marks.career(docname), title) for docname, title in found]
    titles = ", ".join(title for _docname, title in found)
    return Cell(titles, titles, tuple(found), careers=tuple(each for each in careers if each[0]))


def _parts(found: list[Occupation]) -> tuple[tuple[str, int], ...]:
    """Return the first letters, each with the number of its first row; one letter is no part."""
    letters: dict[str, int] = {}
    for number, row in enumerate(found):
        letters.setdefault(sort_key(row.title)[:1].upper() or "#", number)
    return tuple(letters.items()) if len(letters) > 1 else ()


def _titles(row: Occupation) -> list[str]:
    """Return the job titles of an occupation that a filter would not find by its own title."""
    own = row.title.casefold()
    return [title for title in row.onet.titles if title.casefold() not in own]


class OccupationsDirective(FactsDirective):
    """All occupations of the survey, with links to the careers that are about them."""

    kind = Occupations.kind
    has_changes = True
