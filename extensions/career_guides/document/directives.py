"""The cards by hand: ``{figure-card}``, ``{next}`` and ``{guides}`` in the body of a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from pydantic import ValidationError
from sphinx.util.docutils import SphinxDirective, SphinxRole

from career_guides.catalogue.assets import ImageError, find_image
from career_guides.catalogue.targets import TargetError, find_target
from career_guides.content.schema import Figure
from career_guides.diagnostics.log import warn
from career_guides.diagnostics.problem import shorten
from career_guides.domain import guides
from career_guides.facts.formatting import FigureError
from career_guides.facts.soc import ALL, why_unknown
from career_guides.listings.cards import no_career
from career_guides.nodes.fact import CARD, fact, source_line
from career_guides.nodes.listing import listing

from .figure_card import figure_card
from .occupation_card import at_a_glance

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


#: Keys that ``:sort:`` of ``{guides}`` takes.
SORTS = ("order", "title", "reviewed")


class FigureCard(SphinxDirective):
    """A figure card anywhere in the body."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = {
        "alt": directives.unchanged,
        "caption": directives.unchanged,
        "credit": directives.unchanged,
        "license": directives.unchanged,
        "width": directives.positive_int,
        "decorative": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        folder = self.env.docname.rpartition("/")[0]
        try:
            image = find_image(Path(self.env.srcdir).resolve(), self.arguments[0], folder)
        except ImageError as error:
            self.env.note_dependency(self.env.relfn2path(self.arguments[0])[1])
            _warn(self, "image", f"'figure-card': {error}")
            return []
        figure = self.figure()
        if not figure.alt and not figure.decorative:
            _warn(self, "alt", "'figure-card' needs ':alt:'; ':decorative:' if it says nothing")
        node = figure_card(figure, image, self.inline, self.line_of)
        for element in node.findall(nodes.Element):  # texts without a place are not translated
            if element.line is None:
                self.set_source_info(element)
        return [node]

    def line_of(self, option: str) -> int:
        """Return the line of an option, or of the directive where it is not written so."""
        for number, line in enumerate(self.block_text.splitlines()):
            if line.lstrip().startswith(f":{option}:"):
                return self.lineno + number
        return self.lineno

    def figure(self) -> Figure:
        """Return what the options say, less those that cannot be."""
        options = {**self.options, "decorative": "decorative" in self.options}
        while True:
            try:
                return Figure(image=self.arguments[0], **options)
            except ValidationError as error:
                for detail in error.errors():
                    name = str(detail["loc"][0])
                    _warn(self, "value", f"'figure-card': ':{name}:' {detail['msg']}")
                    options.pop(name, None)

    def inline(self, text: str, line: int) -> list[nodes.Node]:
        """Parse the markup of a caption in the language of the page."""
        return self.parse_inline(text, lineno=line - 1)[0]  # MyST counts from 0


class Next(SphinxDirective):
    """Cards of what to read next, in place of the one from the front matter."""

    required_arguments = 1
    optional_arguments = 50
    option_spec: ClassVar[OptionSpec] = {"label": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        folder = self.env.docname.rpartition("/")[0]
        drafts = guides(self.env).catalogue.drafts
        targets = []
        for written in self.arguments:
            try:
                target = find_target(written, folder, self.env.found_docs, drafts)
            except TargetError as error:
                _warn(self, "target", f"'next' points at {shorten(error.target)}, {error}")
                continue
            if target.docname == self.env.docname:
                _warn(self, "target", "'next' points at the page itself")
                continue
            targets.append([target.docname, target.url, self.options.get("label")])
        request = {"targets": targets, "written": self.arguments}
        return [listing(kind="next", docname=self.env.docname, request=request)]


class Guides(SphinxDirective):
    """A grid of cards of guides, chosen by their front matter."""

    option_spec: ClassVar[OptionSpec] = {
        "industry": directives.unchanged_required,
        "tag": directives.unchanged_required,
        "career": directives.unchanged_required,
        "sort": lambda text: directives.choice(text, SORTS),
        "limit": directives.positive_int,
    }

    def run(self) -> list[nodes.Node]:
        career = self.options.get("career")
        careers = guides(self.env).catalogue.careers
        if career is not None and (message := no_career(career, careers)):
            _warn(self, "target", message)
        return [listing(kind="guides", docname=self.env.docname, request=dict(self.options))]


class Listing(SphinxDirective):
    """A list that the catalogue makes; each subclass says of what."""

    kind: ClassVar[str]
    #: What it asks for beside its options.
    request: ClassVar[dict[str, str]] = {}

    def run(self) -> list[nodes.Node]:
        request = {**self.request, **self.options}
        return [listing(kind=self.kind, docname=self.env.docname, request=request)]


class AToZ(Listing):
    """All careers by their first letters, less the folders that ``:exclude:`` names."""

    kind = "a-z"
    option_spec: ClassVar[OptionSpec] = {"exclude": directives.unchanged_required}


class Industries(Listing):
    """All industries, each with a link to its page."""

    kind = "all-terms"
    request: ClassVar[dict[str, str]] = {"kind": "industry"}


class Tags(Listing):
    """All tags, each with a link to its page."""

    kind = "all-terms"
    request: ClassVar[dict[str, str]] = {"kind": "tag"}


class Search(Listing):
    """A field that searches the site."""

    kind = "search"


class FactTable(Listing):
    """A table of the facts, with their source below."""

    def run(self) -> list[nodes.Node]:
        facts = guides(self.env).catalogue.facts
        if not facts:
            _warn(self, "value", f"'{self.name}': there are no facts")
            return []
        line = source_line(guides(self.env).words(), has_education=self.kind == "compare")
        line["facts"] = [f"{ALL} {CARD}"]
        return [*super().run(), line]


class Compare(FactTable):
    """The careers that have an occupation, side by side."""

    kind = "compare"


class Occupations(FactTable):
    """All occupations of the survey, with links to the careers that are about them."""

    kind = "occupations"


class AtAGlance(SphinxDirective):
    """The at-a-glance card, of the guide's occupations or of those that are named."""

    optional_arguments = 10

    def run(self) -> list[nodes.Node]:
        domain = guides(self.env)
        entry = domain.catalogue.entries.get(self.env.docname)
        codes = list(entry.occupations) if entry else []
        if self.arguments:
            known = domain.catalogue.facts.occupations
            wrong = {code: why_unknown(code, known) for code in self.arguments}
            for message in filter(None, wrong.values()):
                _warn(self, "value", f"'at-a-glance': {message}")
            codes = [code for code in self.arguments if not wrong[code]]
        elif not codes:
            _warn(self, "value", "'at-a-glance' needs a SOC code, here or as 'occupation' above")
        if not codes:
            return []
        node = at_a_glance(domain.words(), codes)
        self.set_source_info(node)
        return [node]


class FactRole(SphinxRole):
    """One figure of the facts in a sentence: ``{fact}`27-3091 median-pay` ``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        name = " ".join(self.text.split())
        code, _, figure = name.partition(" ")
        try:
            text, source = guides(self.env).words().of(code, figure)
        except FigureError as error:
            node = nodes.inline("", self.text, classes=["guide-fact-missing"], facts=[name])
            place = nodes.paragraph()
            self.set_source_info(place)
            warn(self.env, place, "value", f"'fact': {error}")
            return [node], []
        return [fact("", text, explanation=source, classes=["guide-fact"], facts=[name])], []


def _warn(directive: SphinxDirective, subtype: str, message: str) -> None:
    node = nodes.paragraph()
    directive.set_source_info(node)
    warn(directive.env, node, subtype, message)
