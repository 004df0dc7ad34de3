"""A figure of the facts in a sentence, and the line that names their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from career_guides.facts.formatting import FactFormatter


class fact(nodes.abbreviation):  # noqa: N801
    """A figure with its source, which HTML shows on hover and in print, other formats at first use.

    ``facts`` names it, so that the page is read again when it changes.
    """


#: Name of the card where a figure's name would stand, for the pages that show it.
CARD = "at-a-glance"


def source_line(formatter: FactFormatter, *, has_education: bool) -> nodes.paragraph:
    """Return the survey, its release and date; O*NET where it is used; what is not counted."""
    release = formatter.facts.release
    line = nodes.paragraph("", _("Source") + ": ", classes=["at-a-glance-source"])
    line["translatable"] = False  # here and now
    line += nodes.Text(f"{release.publisher}, ")
    line += nodes.reference("", release.survey, refuri=release.url)
    published = _("published {date}").format(date=formatter.date(release.published))
    line += nodes.Text(f", {release.name}, {published}. ")
    line += nodes.Text(_("Jobs of employees; the self-employed are not counted."))
    if has_education and release.onet:
        line += nodes.Text(" " + _("Education") + ": ")
        line += nodes.reference("", release.onet, refuri=release.onet_url)
        line += nodes.Text(".")
    return line


def setup(app: Sphinx) -> None:
    """Add the node; writers show it as an abbreviation."""
    app.add_node(fact)
