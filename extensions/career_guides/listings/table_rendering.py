"""Render a table as HTML, and as nodes for other formats.

HTML gets the whole table in one piece: 830 rows of nodes would take a second to write, and a script
sorts by values that nodes have no place for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from markupsafe import Markup, escape
from sphinx.locale import _

from .comparable import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .table_model import Cell, Column, Table


#: Maximum width of a column whose text may wrap, in characters.
_WIDEST = 30
#: The same for a column that only sites have.
_WIDEST_EXTRA = 90
#: Minimum width of a column with charts, in characters.
_CHART = 24
#: The longest column title that does not wrap, and the width of the sort icon after it.
_TITLE, _ICON = 16, 3

_ROW_HEAD = 'th scope="row" data-pagefind-weight="2"'

#: The most columns of a table that LaTeX sets on an upright page.
_MOST_UPRIGHT = 6
#: Characters on a line of such a table, upright and turned, and between two columns. Measured with
#: 6.5 and 9 inches of text in the smaller sizes below, which Sphinx has by default.
_LINE, _LINE_TURNED, _SPACE = 100, 150, 2
#: What is before and after such a table.
_UPRIGHT = (r"\begingroup\small\setlength{\tabcolsep}{3pt}", r"\endgroup")
_TURNED = (
    r"\begin{landscape}\begingroup\footnotesize\setlength{\tabcolsep}{3pt}",
    r"\endgroup\end{landscape}",
)


def to_html(
    table: Table, uri: Callable[[str], str], *, is_in_book: bool = False, has_marks: bool = False
) -> Markup:
    """Return *table* as HTML that is complete without the script.

    :param uri: returns the address of a page
    :param is_in_book: whether to leave out the filter, and the charts, whose text says the same:
        EPUB requires SVG content to be declared
    :param has_marks: whether readers can mark careers
    """
    heads = Markup("").join(
        Markup('<th scope="col"{} data-kind="{}">{}</th>').format(
            _class(column), column.kind, column.title
        )
        for column in table.columns
    )
    lines = []
    ids = {first: part_id(name) for name, first in table.parts}
    # Tables have thousands of cells: Markup.format() would take three times as long for them.
    classes = [(_class(column), _class(column, is_empty=True)) for column in table.columns]
    for index, row in enumerate(table.rows):
        cells = []
        for number, cell in enumerate(row):
            start, end = ("td", "td") if number else (_ROW_HEAD, "th")
            sort = "" if cell.sort is None else f' data-sort="{escape(cell.sort)}"'
            shown = cell._replace(svg="") if is_in_book else cell
            content = _content(shown, uri, has_marks=has_marks)
            cells.append(f"<{start}{classes[number][cell.is_empty]}{sort}>{content}</{end}>")
        named = f' id="{escape(ids[index])}"' if index in ids else ""
        lines.append(f"<tr{named}>{''.join(cells)}</tr>\n")
    form = Markup("") if is_in_book else _letters(table) + _filter(table)
    # Without widths, a browser would measure all rows again and again as they arrive.
    widths = Markup("").join(Markup('<col style="--wide: {}" />').format(n) for n in _widths(table))
    return Markup(
        '{}<div class="guide-table table-wrapper container" tabindex="0" role="region"'
        ' aria-label="{}" data-shown="{}"{}>\n'
        '<table class="docutils align-default">\n<colgroup>{}</colgroup>\n'
        "<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n</div>\n"
    ).format(
        form, table.name, _("{0} of {1} rows"),
        Markup(' data-more="{}"').format(_("Show all rows")) if table.parts else "",
        widths, heads, Markup("".join(lines)),
    )  # fmt: skip


def part_id(name: str) -> str:
    """Return the id of a part of a table, whose name is a letter or a sign."""
    return f"starts-with-{name.lower() if name.isalnum() else 'other'}"


def _letters(table: Table) -> Markup:
    """Return links to the parts of the table."""
    links = Markup("\n").join(
        Markup('<a href="#{}">{}</a>').format(part_id(name), name) for name, _first in table.parts
    )
    if not links:
        return Markup("")
    box = Markup('<nav class="guide-letters" aria-label="{}">\n{}\n</nav>\n')
    return box.format(_("First letters"), links)


def _class(column: Column, *, is_empty: bool = False) -> Markup:
    names = ["extra"] if column.is_extra else ["number"] if column.kind == "number" else []
    names += ["none"] if is_empty else []
    return Markup(' class="{}"').format(" ".join(names)) if names else Markup("")


def without_extra(table: Table) -> Table:
    """Return *table* without the columns that only sites have."""
    kept = [number for number, column in enumerate(table.columns) if not column.is_extra]
    rows = tuple(tuple(row[number] for number in kept) for row in table.rows)
    return table._replace(columns=tuple(table.columns[number] for number in kept), rows=rows)


def _widths(table: Table) -> Iterator[int]:
    """Yield the width of each column in characters: numbers and words do not wrap."""
    for number, column in enumerate(table.columns):
        cells = [row[number] for row in table.rows]
        texts = [_words(cell) for cell in cells]
        longest = max(map(len, texts), default=0)
        widest = _WIDEST_EXTRA if column.is_extra else _WIDEST
        head = [column.title] if len(column.title) <= _TITLE else column.title.split()
        yield max(
            longest if column.kind == "number" else min(longest, widest),
            max((len(word) for text in texts for word in text.split()), default=0),
            max(map(len, head)) + _ICON,
            _CHART if any(cell.svg for cell in cells) else 0,
        )


def _filter(table: Table) -> Markup:
    """Return the fields that ``static/tables.js`` fills in; reserving its place prevents shifts."""
    label = Markup("<label>{} {}</label>")
    choice = Markup('<select data-column="{}"><option value="">{}</option></select>')
    labels = [label.format(_("Filter"), Markup('<input type="search" />'))]
    steps = Markup('<select data-column="{}" data-least=""><option value="">{}</option>{}</select>')
    for number, column in enumerate(table.columns):
        if column.kind == "choice":
            labels.append(label.format(column.title, choice.format(number, _("All"))))
        if column.steps:
            options = Markup("").join(
                Markup('<option value="{:.12g}">{}</option>').format(least, text)
                for least, text in column.steps
            )
            labels.append(label.format(column.title, steps.format(number, _("All"), options)))
    # Not a form, which would need a button: the table follows while readers type.
    box = '<div class="guide-filter" hidden="">{}<p role="status">&nbsp;</p></div>\n'
    return Markup(box).format(Markup("").join(labels))


def _content(cell: Cell, uri: Callable[[str], str], *, has_marks: bool) -> str:
    """Return what is in a cell as HTML."""
    links = " ".join(
        f'<a href="{escape(uri(docname))}">{escape(text)}</a>' for docname, text in cell.links
    )
    note = f' <span class="guide-note">{escape(cell.note)}</span>' if cell.note else ""
    marks = "".join(mark(*career) for career in cell.careers if has_marks)
    return f"{cell.svg}{links or escape(cell.text)}{note}{marks}"


def to_nodes(
    table: Table, link: Callable[[str, str], nodes.Node], *, is_latex: bool = False
) -> list[nodes.Node]:
    """Return *table* as nodes; for LaTeX, a wide one on pages that are turned.

    :param link: returns a link to a page, with a text
    """
    table = without_extra(table)
    is_turned = is_latex and len(table.columns) > _MOST_UPRIGHT
    group = nodes.tgroup(cols=len(table.columns))
    for width in _latex_widths(table, is_turned=is_turned) if is_latex else _text_widths(table):
        group += nodes.colspec(colwidth=width)
    head = nodes.row("", *(_entry(nodes.Text(column.title)) for column in table.columns))
    body = nodes.tbody()
    for row in table.rows:
        line = nodes.row()
        for cell in row:
            parts: list[nodes.Node] = [nodes.Text(cell.text)]
            if cell.links:
                found = [link(docname, text) for docname, text in cell.links]
                parts = [part for one in found for part in (nodes.Text(", "), one)][1:]
            if cell.note:
                parts.append(nodes.Text(f" ({cell.note})"))
            line += _entry(*parts)
        body += line
    group += [nodes.thead("", head), body]
    made = nodes.table("", group, classes=["longtable", "colwidths-given"])
    if not is_latex:
        return [made]
    before, after = _TURNED if is_turned else _UPRIGHT
    return [nodes.raw("", before, format="latex"), made, nodes.raw("", after, format="latex")]


def _text_widths(table: Table) -> list[int]:
    """Return how wide each column is in text: as its content, up to a limit."""
    return [min(longest, _WIDEST) for longest, _word in _longest(table)]


def _latex_widths(table: Table, *, is_turned: bool) -> list[int]:
    """Return how LaTeX divides a line: no column is narrower than its longest word.

    LaTeX knows only proportions, and takes the space between columns from each.
    """
    found = _longest(table)
    least = [word + _SPACE for _text, word in found]
    more = [max(0, min(text, _WIDEST) - word) for text, word in found]
    line = _LINE_TURNED if is_turned else _LINE
    rest = max(0, line - sum(least)) / (sum(more) or 1)
    return [round(word + part * rest) for word, part in zip(least, more, strict=True)]


def _longest(table: Table) -> list[tuple[int, int]]:
    """Return the length of the longest text and of the longest word of each column."""
    found = []
    for number, column in enumerate(table.columns):
        texts = [column.title, *(_words(row[number]) for row in table.rows)]
        # A no-break space is a space of text that LaTeX does not break, too.
        words = [word for text in texts for word in text.split(" ")]
        found.append((max(map(len, texts)), max(map(len, words))))
    return found


def _words(cell: Cell) -> str:
    text = ", ".join(text for _docname, text in cell.links) or cell.text
    return f"{text} ({cell.note})" if cell.note else text


def _entry(*parts: nodes.Node) -> nodes.entry:
    return nodes.entry("", nodes.paragraph("", "", *parts))
