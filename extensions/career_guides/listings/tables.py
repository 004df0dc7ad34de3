"""Careers and occupations side by side: ``{compare}`` and ``{occupations}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.locale import _

from career_guides.domain import guides
from career_guides.facts.csv_files import TOP
from career_guides.facts.leanings import pay_steps
from career_guides.facts.names import education_level, release_name
from career_guides.facts.onet import EDUCATION
from career_guides.facts.pay_chart import is_drawable, pay_chart
from career_guides.facts.soc import ALL
from career_guides.facts.wording import change_cell
from career_guides.nodes.fact import CARD, source_line
from career_guides.output.names import is_site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from career_guides.catalogue.model import Career, Entry
    from career_guides.domain import GuideDomain
    from career_guides.facts.occupation import Occupation, Pay, Value

    from .links import Link


from .base import Listing, ListingDirective, warn_at
from .cards import sort_key
from .chapter_names import chapter_name
from .comparable import COMPARE, Marks, full_name, with_occupation
from .table_books import to_book_html
from .table_model import Cell, Column, Table
from .table_rendering import to_html, to_nodes


class TableListing(Listing):
    """A listing that is a table of figures."""

    scripts = ("sortable.min.js", "tables.js")
    styles: ClassVar[tuple[str, ...]] = ("choose.css",)
    is_wide = True

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return tables: HTML in one piece, nodes for other formats."""
        if link.is_html:
            has_marks = is_site(link.builder)
            html = "".join(
                to_book_html(Table(*one), link.uri)
                if link.builder.name == "epub"
                else to_html(Table(*one), link.uri, has_marks=has_marks)
                for one in found
            )
            return [nodes.raw("", html, format="html")]
        tables = (to_nodes(Table(*one), link.text, is_latex=link.is_latex) for one in found)
        return [node for made in tables for node in made]


class Compare(TableListing):
    """The careers that have an occupation, side by side."""

    kind = COMPARE

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return the careers that have an occupation, a row for each of its occupations."""
        formatter = domain.build.formatter
        rows = career_rows(domain)
        drawn = [float(row.annual.p90) for *_, row in rows if is_drawable(row.annual)]
        top = 1.04 * max(drawn, default=0)
        # Pay comes first: a phone shows only the first columns without scrolling.
        columns = (
            Column(_("Career")), pay_column(domain),
            Column(_("Range of yearly pay"), "number"), Column(_("Jobs"), "number"),
            *change_columns(domain),
            Column(_("Usual education"), "choice"), Column(_("Industry"), "choice"),
            Column(_("Occupation in the survey")), Column(_("Chapters"), "still"),
        )  # fmt: skip
        cells = tuple(
            (
                _name(domain, career, entry, row),
                pay_cell(domain, row, row.pay.median),
                _range(domain, row, top),
                number_cell(formatter.count(row.employment), row.employment),
                *change_cells(domain, row),
                _education(row),
                Cell(domain.build.translations.of_site(entry.guide.industry or ""))
                if entry.guide.industry
                else empty_cell(_("no industry")),
                Cell(row.title),
                Cell(
                    links=tuple((name, chapter_name(domain.build, name)) for name in career.guides)
                )
                if career.guides
                else empty_cell(_("no chapters yet")),
            )
            for entry, career, row in rows
        )
        return [Table(_("Careers compared"), columns, cells)]


def career_rows(domain: GuideDomain) -> list[tuple[Entry, Career, Occupation]]:
    """Return the careers by title, once for each occupation, with the guide that names it."""
    occupations = domain.build.catalogue.facts.occupations
    found = sorted(
        with_occupation(domain), key=lambda pair: (sort_key(pair[1].title), pair[0].docname)
    )
    return [
        (entry, career, occupations[code]) for entry, career in found for code in entry.occupations
    ]


def _name(domain: GuideDomain, career: Career, entry: Entry, row: Occupation) -> Cell:
    """Return the cell with the name of a career, and where it has several occupations that too."""
    title, note = full_name(career, entry, row)
    marked = domain.build.of(Marks).career(entry.docname)
    careers = ((marked, title),) if marked else ()
    return Cell(title, title, ((entry.docname, title),), note=note, careers=careers)


def pay_column(domain: GuideDomain) -> Column:
    """Return the column of median pay, with steps: what half and most of all jobs pay at most."""
    formatter = domain.build.formatter
    steps = pay_steps(formatter.facts.occupations.get(ALL)) or ()
    texts = tuple((step, _("{pay} or more").format(pay=formatter.money(step))) for step in steps)
    return Column(_("Median pay"), "number", steps=texts)


def empty_cell(reason: str) -> Cell:
    """Return a cell without a value, which says why."""
    return Cell(reason, "", is_empty=True)


def number_cell(text: str, value: Value) -> Cell:
    """Return a cell for a number, sorted last if it is not one."""
    return Cell(text, f"{value:.12g}" if isinstance(value, float) else "")


def pay_cell(domain: GuideDomain, row: Occupation, amount: Value) -> Cell:
    """Return a cell for pay; pay by the hour is sorted last, without a yearly figure to sort by."""
    text = domain.build.formatter.money(amount, hourly=row.is_hourly, unit=row.is_hourly)
    if row.is_hourly:
        return Cell(text, "")
    return Cell(text, "999999999" if amount == TOP else number_cell(text, amount).sort)


def _range(domain: GuideDomain, row: Occupation, top: float) -> Cell:
    pay: Pay = row.annual
    if not is_drawable(pay):
        text = _("by the hour only") if row.is_hourly else _("not released in full")
        return empty_cell(text)
    formatter = domain.build.formatter
    low, high = (formatter.money(amount, unit=False) for amount in (pay.p10, pay.p90))
    text = _("{low} to {high}").format(low=low, high=high)
    alt = f"{row.title}: {formatter.pay_range(pay, hourly=False)}"
    return Cell(text, f"{pay.p10:.12g}", svg=pay_chart([pay], alt, top))


def change_columns(domain: GuideDomain) -> list[Column]:
    """Return the columns of changes; none if there is no release before."""
    before = domain.build.catalogue.facts.before
    names = (_("Mean pay since {release}"), _("Jobs since {release}")) if before else ()
    release = release_name(before, domain.build.formatter.locale)
    return [Column(name.format(release=release), "number") for name in names]


def change_cells(domain: GuideDomain, row: Occupation) -> list[Cell]:
    """Return the cells of these columns."""
    kinds = ("pay", "jobs") if domain.build.catalogue.facts.before else ()
    return [Cell(*change_cell(domain.build.formatter, row, kind)) for kind in kinds]


def _education(row: Occupation) -> Cell:
    level = row.onet.education
    if not level:
        return empty_cell(_("no estimate"))
    text = education_level(_, level)
    return Cell(text, str(EDUCATION.index(level)) if level in EDUCATION else "")


class FactsDirective(ListingDirective):
    """A listing of figures, with a line below that names their source."""

    #: Whether it has levels of education, which have a source of their own.
    has_education: ClassVar[bool] = False
    #: Whether it says how figures have changed.
    has_changes: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        build = guides(self.env).build
        facts = build.catalogue.facts
        if not facts:
            warn_at(self, "value", f"'{self.name}': there are no facts")
            return []
        line = source_line(build.formatter, has_education=self.has_education)
        line["facts"] = [f"{ALL} {CARD}"]
        if self.has_changes and facts.earlier:
            line += nodes.Text(" " + _(
                "Changes are in current dollars; “no change” is a difference"
                " that is not larger than the survey's own error."
            ))  # fmt: skip
        return [*super().run(), line]


class CompareDirective(FactsDirective):
    """The careers that have an occupation, side by side."""

    kind = Compare.kind
    has_education = True
    has_changes = True
