"""``{career-finder}``: questions that order the careers by who the reader is.

Every answer is there as a list of careers. A script hides the lists once a question is answered,
and shows all careers in order, each with its reasons. It sends nothing: the answers are kept in
the part of the address that browsers do not send.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.locale import _

from career_guides.output.names import is_site

from .base import Listing
from .finder_questions import Answer, questions
from .links import bullets
from .tables import FactsDirective

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from career_guides.domain import GuideDomain

    from .finder_questions import Found, Group, Question
    from .links import Link


class CareerFinder(Listing):
    """Questions whose answers order the careers."""

    kind = "career-finder"
    scripts = ("finder.js",)
    styles = ("choose.css",)

    def data(self, domain: GuideDomain, docname: str, request: Mapping[str, Any]) -> list[Any]:
        """Return the questions, with the careers in groups."""
        return questions(domain)

    def nodes(self, found: list[Any], link: Link, request: Mapping[str, Any]) -> list[nodes.Node]:
        """Return a list of careers for each group, and for a site the questions before them."""
        if is_site(link.builder):
            return [nodes.raw("", _html(found, link), format="html")]
        made: list[nodes.Node] = []
        for question in found:
            made.append(nodes.rubric("", question.title))
            for group in question.groups:
                made.append(nodes.paragraph("", "", nodes.strong("", group.title)))
                made.append(bullets([_line(each, link) for each in group.careers]))
        return made


def name_of(found: Found) -> str:
    """Return the title of a career, with that of its occupation if it has more than one."""
    if not found.occupation:
        return found.title
    return _("{career} ({occupation})").format(career=found.title, occupation=found.occupation)


def _line(found: Found, link: Link) -> nodes.paragraph:
    after = f" \N{EN DASH} {found.reason}" if found.reason else ""
    return nodes.paragraph("", "", link.text(found.docname, name_of(found)), nodes.Text(after))


def _html(found: list[Question], link: Link) -> str:
    fields = Markup("").join(_fields(question) for question in found)
    lists = Markup("").join(part for question in found for part in _lists(question, link))
    words = {
        "because": _("Because"), "but": _("But"),
        "status": _("{0} careers, those that fit your answers best first."),
        "fits": _("fits {0} of {1} answers"),
    }  # fmt: skip
    data = Markup(" ").join(
        Markup('data-{}="{}"').format(name, text) for name, text in words.items()
    )
    return Markup(
        '<div class="guide-finder" {}>\n<div class="guide-finder-questions" hidden="">\n{}'
        '<p><button type="button">{}</button></p>\n</div>\n'
        '<div class="guide-finder-found" hidden="">\n<h2>{}</h2>\n<p role="status"></p>\n'
        '<ol></ol>\n</div>\n<div class="guide-finder-lists">\n{}</div>\n</div>\n'
    ).format(data, fields, _("Start again"), _("Careers for you"), lists)


def _fields(question: Question) -> Markup:
    """Return a question as a group of radio buttons, the last of which leaves it open."""
    name = question.key
    answers = (*question.answers, Answer("", _("It does not matter to me"), {}))
    inputs = Markup("").join(
        Markup(
            '<label><input type="radio" name="{}" value="{}" data-fits="{}"{} /> {}</label>\n'
        ).format(
            name,
            answer.key,
            " ".join(f"{group}:{points}" for group, points in answer.fits.items()),
            Markup("") if answer.key else Markup(' checked=""'),
            answer.text,
        )
        for answer in answers
    )
    return Markup("<fieldset>\n<legend>{}</legend>\n{}</fieldset>\n").format(question.title, inputs)


def _lists(question: Question, link: Link) -> Iterator[Markup]:
    yield Markup("<h2>{}</h2>\n").format(question.title)
    for group in question.groups:
        items = Markup("").join(_item(found, link) for found in group.careers)
        yield _group(question, group, items)


def _group(question: Question, group: Group, items: Markup) -> Markup:
    return Markup(
        '<h3 id="{0}-{1}">{2}</h3>\n<ul data-question="{0}" data-group="{1}">\n{3}</ul>\n'
    ).format(question.key, group.key, group.title, items)


def _item(found: Found, link: Link) -> Markup:
    marked = Markup("")
    if found.career:  # finder.js makes a place for a mark of it
        marked = Markup(' data-guide-mark="{}" data-title="{}"').format(found.career, found.title)
    reason = Markup("")
    if found.reason:
        reason = Markup(" \N{EN DASH} <span>{}</span>").format(found.reason)
    return Markup('<li data-key="{}"{}><a href="{}">{}</a>{}</li>\n').format(
        found.key, marked, link.uri(found.docname), name_of(found), reason
    )


class CareerFinderDirective(FactsDirective):
    """Questions whose answers order the careers, with a line that names the sources."""

    kind = CareerFinder.kind
    has_education = True
