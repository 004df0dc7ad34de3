"""The node for a figure in a sentence, and the lines that name the sources of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _

from career_guides.facts.names import release_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from career_guides.facts.formatting import FactFormatter


class fact(nodes.abbreviation):  # noqa: N801
    """A figure with its source, which HTML shows on hover, on tap, on focus and in print.

    Other formats show it at first use.

    ``facts`` names the figure, so that the page is read again when it changes.
    """


class table_fact(nodes.inline):  # noqa: N801
    """A figure in a table. HTML shows its source like that of any other on the screen.

    On paper and in other formats, the source is below the table: in each cell, it would fill the
    table.
    """


#: Used in place of a figure's name by pages that show the at-a-glance card.
CARD = "at-a-glance"


def _begin_sources() -> nodes.paragraph:
    line = nodes.paragraph("", _("Source") + ": ", classes=["at-a-glance-source"])
    line["translatable"] = False  # its parts are translated right here
    return line


def releases_line(releases: Iterable[str]) -> nodes.paragraph:
    """Return a line with the releases of figures of the United States, each with its publisher."""
    line = _begin_sources()
    where = _("United States")  # Babel reads no f-strings
    line += nodes.Text(f"{'; '.join(releases)} ({where}).")
    return line


def source_line(
    formatter: FactFormatter,
    *,
    has_education: bool,
    has_levels: bool = False,
    has_titles: bool = False,
) -> nodes.paragraph:
    """Return a line with the survey, its release and date, what it does not count, and O*NET.

    :param has_education: whether data of O*NET are shown, such as levels of education
    :param has_levels: whether the shares of all levels are shown
    :param has_titles: whether job titles are shown
    """
    release = formatter.facts.release
    line = _begin_sources()
    line += nodes.Text(f"{release.publisher}, ")
    line += nodes.reference("", release.survey, refuri=release.url)
    published = _("published {date}").format(date=formatter.date(release.published))
    line += nodes.Text(f", {release_name(release.name, formatter.locale)}, {published}. ")
    line += nodes.Text(_("Jobs of employees; the self-employed are not counted."))
    if has_education and release.onet:
        line += nodes.Text(" " + _("Education and preparation") + ": ")
        line += nodes.reference("", release.onet, refuri=release.onet_url)
        line += nodes.Text(".")
        if has_levels and release.onet_levels:
            shares = _("Shares of all levels of education: {source}.")
            line += nodes.Text(" " + shares.format(source=release.onet_levels))
        if has_titles and release.onet_titles:
            line += nodes.Text(f" {_('Job titles')}: {release.onet_titles}.")
    return line


def titles_line(credit: str, address: str) -> nodes.paragraph:
    """Return a line that names the source of job titles.

    :param credit: version, publisher and licence of the database
    :param address: its public address
    """
    line = nodes.paragraph("", _("Job titles") + ": ", classes=["at-a-glance-source"])
    line += nodes.reference("", credit, refuri=address)
    line += nodes.Text(".")
    return line


def visit_fact(self: HTML5Translator, node: fact | table_fact) -> None:
    """Open an abbreviation that takes the focus, so that a tap or a key shows its title too."""
    # Nothing in a book can be reached by key but its links.
    focus: dict[str, Any] = {} if self.builder.name == "epub" else {"tabindex": "0"}
    self.body.append(self.starttag(node, "abbr", "", title=node["explanation"], **focus))


def depart_fact(self: HTML5Translator, node: fact | table_fact) -> None:
    """Close the abbreviation."""
    self.body.append("</abbr>")


def setup(app: Sphinx) -> None:
    """Register the nodes, which other writers treat as an abbreviation and as text."""
    app.add_node(fact, html=(visit_fact, depart_fact))
    app.add_node(table_fact, html=(visit_fact, depart_fact))
