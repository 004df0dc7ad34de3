"""What the HTML of a table makes of its texts."""

from __future__ import annotations

from career_guides.listings.table_model import Cell, Column, Table
from career_guides.listings.table_rendering import to_html

_SIGNS = '<b>"&"</b>'
_ESCAPED = "&lt;b&gt;&#34;&amp;&#34;&lt;/b&gt;"


def test_every_text_of_a_cell_is_escaped_and_its_chart_is_not() -> None:
    """Titles of pages and figures of a release may have any character."""
    cell = Cell(_SIGNS, _SIGNS, note=_SIGNS, svg="<svg></svg>", careers=((_SIGNS, _SIGNS),))
    linked = Cell(links=((_SIGNS, _SIGNS),), is_empty=True)
    table = Table("", (Column("", "number"), Column("")), ((cell, linked),))
    html = to_html(table, lambda docname: f"{docname}.html", has_marks=True)
    row = html.partition("<tbody>\n")[2].partition("</tbody>")[0]
    assert row == (
        f'<tr><th scope="row" data-pagefind-weight="2" class="number" data-sort="{_ESCAPED}">'
        f'<svg></svg>{_ESCAPED} <span class="guide-note">{_ESCAPED}</span>'
        f'<span class="guide-mark" data-career="{_ESCAPED}" data-title="{_ESCAPED}"></span></th>'
        f'<td class="none"><a href="{_ESCAPED}.html">{_ESCAPED}</a></td></tr>\n'
    )


def test_a_book_has_no_charts() -> None:
    """EPUB requires SVG content to be declared."""
    table = Table("", (Column(""),), ((Cell("text", svg="<svg></svg>"),),))
    assert "<svg" not in to_html(table, str, is_in_book=True)
